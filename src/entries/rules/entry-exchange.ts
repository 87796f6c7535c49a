import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { fittingValue } from './field-value.js';
import type { FieldRule, FieldValue, PersonValue } from './form.js';

/** Fixed columns before those of the form. */
export const unitColumn = '申报单位';
export const categoryColumn = '类别';
export const titleColumn = '案例名称';

/** Characters; a cell of a sheet holds 32,767. */
const longestCell = 30_000;

type Named = FieldRule & { readonly label: string };

/** A field's heading; one that another column has too is told apart by its key. */
export function headingsOf(fields: readonly Named[]): ReadonlyMap<string, string> {
  const taken = [unitColumn, categoryColumn, titleColumn, ...fields.map(({ label }) => label)];
  const isOnce = (label: string): boolean => taken.filter((other) => other === label).length === 1;
  return new Map(
    fields.map(({ key, label }) => [key, isOnce(label) ? label : `${label}（${key}）`]),
  );
}

export const continued = (heading: string, nth: number): string =>
  nth === 0 ? heading : `${heading}（续${nth}）`;

/** A text in as many cells as it needs. */
export function chunked(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length || at === 0;) {
    let end = Math.min(text.length, at + longestCell);
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '') && end < text.length) end--;
    chunks.push(text.slice(at, end));
    if (end === text.length) break;
    at = end;
  }
  return chunks;
}

const escape = (part: string): string =>
  part.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');

/** The parts of a line between bars that are not escaped. */
function partsOf(line: string): string[] {
  const parts = [''];
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    if (character === '|') parts.push('');
    else if (character === '\\' && at + 1 < line.length) {
      const next = line[++at] ?? '';
      parts[parts.length - 1] += next === 'n' ? '\n' : next;
    } else parts[parts.length - 1] += character;
  }
  return parts;
}

const people = ['name', 'title', 'post', 'phone'] as const;
const isList = (value: FieldValue): value is readonly string[] | readonly PersonValue[] =>
  Array.isArray(value);

/** An answer as one text: lists one in a line, a person's parts between bars. */
export function cellOf(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '';
  if (!isList(value)) return String(value);
  return (value as readonly (string | PersonValue)[])
    .map((one) => (typeof one === 'string' ? escape(one) : personLine(one)))
    .join('\n');
}

/** Parts at the end that are empty are left out with their bars. */
function personLine(person: PersonValue): string {
  const parts = people.map((part) => escape(person[part]));
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.join('|');
}

export type CellFault = 'bad-value' | 'value-too-large' | 'bad-choice';

/**
 * The answer that a text of a cell gives. What people must attest themselves is never read from a sheet.
 */
export function valueOf(field: FieldRule, cell: string): Decision<FieldValue, CellFault> {
  if (cell === '' || field.kind === 'attestation') return allow(null);
  const value = read(field, cell);
  if (field.kind === 'choice' && !field.choices?.includes(cell)) return refuse('bad-choice');
  return fittingValue(field, value);
}

function read(field: FieldRule, cell: string): unknown {
  const lines = cell.split('\n').filter((line) => line.trim() !== '');
  if (field.kind === 'number') return cell.trim() === '' ? null : Number(cell);
  if (field.kind === 'keywords') return lines.map((line) => partsOf(line).join('|'));
  if (field.kind !== 'people') return cell;
  return lines.map((line) => {
    const parts = partsOf(line);
    return parts.length > people.length
      ? null
      : Object.fromEntries(people.map((part, place) => [part, parts[place] ?? '']));
  });
}
