import { countWords } from '../../platform/pure/count-words.js';
import type { AttachmentCount, FieldRule, FieldValue, FieldValues, Form } from './form.js';

export type ShortcomingCode =
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'bad-choice'
  | 'bad-value'
  | 'file-arriving'
  | 'file-checking';

/** One thing that keeps an entry from being handed in. */
export type Shortcoming = {
  /** A field's or an attachment rule's key, or `title`, or `allSections` for all sections together. */
  readonly where: string;
  readonly code: ShortcomingCode;
  /** Numbers for the sentence: `words`, `items`, `min`, `max`. */
  readonly params: Readonly<Record<string, number>>;
};

export type Filled = {
  readonly title: string;
  readonly values: FieldValues;
  /** How many files there are for each attachment rule. */
  readonly files: Readonly<Record<string, number | undefined>>;
};

export const titleWords = { min: 6, max: 40 } as const;

/** Where a shortcoming of all sections together lies. No field and no attachment rule has this key. */
export const allSections = 'all-sections';

/** Everything that is still missing or out of its limits, in the order of the form. */
export const shortcomings = (form: Form, filled: Filled): Shortcoming[] => [
  ...titleShortcomings(filled.title),
  ...form.fields.flatMap((field) => fieldShortcomings(field, filled.values[field.key] ?? null)),
  ...bodyShortcomings(form, filled.values),
  ...form.attachments.flatMap((rule) => fileShortcomings(rule, filled.files[rule.key] ?? 0)),
];

/** The words of all sections together. */
export const bodyWords = (fields: readonly FieldRule[], values: FieldValues): number =>
  fields
    .filter(({ kind }) => kind === 'section')
    .reduce((sum, { key }) => sum + countWords(textOf(values[key] ?? null)), 0);

/** The most words that still submit. */
export const hardLimit = (maxWords: number, tolerance: number | undefined): number =>
  Math.floor((maxWords * (100 + (tolerance ?? 0))) / 100);

export const titleShortcomings = (title: string): Shortcoming[] =>
  limits('title', countWords(title), titleWords);

function fieldShortcomings(field: FieldRule, value: FieldValue): Shortcoming[] {
  if (isEmpty(value)) return field.required ? [none(field.key)] : [];
  if (Array.isArray(value)) return listShortcomings(field, value);
  return scalarShortcomings(field, value);
}

/** The type a value that is not a list must have; a text's length is looked at besides. */
const scalarTypes: Readonly<Record<FieldRule['kind'], string>> = {
  text: 'string',
  'long-text': 'string',
  section: 'string',
  choice: 'string',
  date: 'string',
  number: 'number',
  attestation: 'boolean',
  people: 'list',
  keywords: 'list',
};

function scalarShortcomings(field: FieldRule, value: FieldValue): Shortcoming[] {
  if (typeof value !== scalarTypes[field.kind]) return [wrong(field.key, 'bad-value')];
  if (field.kind === 'choice')
    return field.choices?.includes(textOf(value)) ? [] : [wrong(field.key, 'bad-choice')];
  const max = field.maxWords === undefined ? undefined : hardLimit(field.maxWords, field.tolerance);
  return limits(field.key, countWords(textOf(value)), { min: field.minWords, max });
}

function listShortcomings(field: FieldRule, value: readonly unknown[]): Shortcoming[] {
  if (field.kind !== 'people' && field.kind !== 'keywords') return [wrong(field.key, 'bad-value')];
  const items = value.length;
  const { key, minItems, maxItems } = field;
  if (minItems !== undefined && items < minItems)
    return [{ where: key, code: 'too-few', params: { items, min: minItems } }];
  if (maxItems !== undefined && items > maxItems)
    return [{ where: key, code: 'too-many', params: { items, max: maxItems } }];
  return value.every((item) => textOf(nameOf(item)).trim() !== '') ? [] : [wrong(key, 'bad-value')];
}

function bodyShortcomings(form: Form, values: FieldValues): Shortcoming[] {
  if (form.bodyMaxWords === undefined || form.bodyMaxWords === null) return [];
  const max = hardLimit(form.bodyMaxWords, form.bodyTolerance);
  return limits(allSections, bodyWords(form.fields, values), { max });
}

function fileShortcomings({ key, min, max }: AttachmentCount, items: number): Shortcoming[] {
  if (items === 0 && min > 0) return [{ where: key, code: 'missing', params: { items, min } }];
  if (items < min) return [{ where: key, code: 'too-few', params: { items, min } }];
  return items > max ? [{ where: key, code: 'too-many', params: { items, max } }] : [];
}

function limits(
  where: string,
  words: number,
  { min, max }: { readonly min?: number; readonly max?: number },
): Shortcoming[] {
  if (min !== undefined && words < min)
    return [{ where, code: 'too-short', params: { words, min } }];
  if (max !== undefined && words > max)
    return [{ where, code: 'too-long', params: { words, max } }];
  return [];
}

const none = (where: string): Shortcoming => wrong(where, 'missing');
const wrong = (where: string, code: ShortcomingCode): Shortcoming => ({ where, code, params: {} });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : item;

/** An attestation that is not given counts as empty. */
const isEmpty = (value: FieldValue): boolean =>
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
