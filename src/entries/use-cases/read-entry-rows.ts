import type { ReadRow } from '../../platform/documents/read-workbook.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import {
  categoryColumn,
  type CellFault,
  continued,
  headingsOf,
  titleColumn,
  unitColumn,
  valueOf,
} from '../rules/entry-exchange.js';
import type { FieldValue } from '../rules/form.js';
import { fittingTitle } from '../rules/submission.js';

/** What is wrong with one cell of a sheet. */
export type RowFault = {
  /** In the sheet, from 1. */
  readonly row: number;
  readonly column: string;
  readonly code: CellFault | 'title-length' | 'unknown-category' | 'other-unit' | 'twice';
  /** The cell as it was read, its beginning. */
  readonly text: string;
};

export type EntryRow = {
  readonly row: number;
  readonly title: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly values: ReadonlyMap<string, FieldValue>;
};

export type EntryRows = {
  readonly rows: readonly EntryRow[];
  readonly faults: readonly RowFault[];
};

type Cells = (heading: string) => string;

const shown = (text: string): string => [...text].slice(0, 40).join('');

/**
 * Rows of a sheet as entries of one unit.
 * @param known titles that the unit has already @throws Refused platform.sheet-columns naming what is missing
 */
export function readEntryRows(
  programme: ProgrammeFacts,
  unitName: string,
  [head, ...rest]: readonly ReadRow[],
  known: readonly string[],
): EntryRows {
  const headings = head?.cells ?? [];
  const missing = [categoryColumn, titleColumn].filter((wanted) => !headings.includes(wanted));
  if (missing.length > 0) throw new Refused('platform.sheet-columns', { missing });
  const titles = new Set(known);
  const faults: RowFault[] = [];
  const rows = rest.map(({ number, cells }) => {
    const cell: Cells = (heading) => cells[headings.indexOf(heading)] ?? '';
    const { row, faults: own } = readRow(programme, unitName, number, cell);
    if (titles.has(row.title))
      own.push({ row: number, column: titleColumn, code: 'twice', text: shown(row.title) });
    titles.add(row.title);
    faults.push(...own);
    return row;
  });
  return { rows, faults };
}

type Fault = (column: string, code: RowFault['code'], text: string) => RowFault;

function readRow(
  programme: ProgrammeFacts,
  unitName: string,
  number: number,
  cell: Cells,
): { row: EntryRow; faults: RowFault[] } {
  const [title, category, unit] = [cell(titleColumn), cell(categoryColumn), cell(unitColumn)];
  const found = programme.categories.find(({ name, code }) => [name, code].includes(category));
  const fault: Fault = (column, code, text) => ({ row: number, column, code, text: shown(text) });
  const { values, faults } = readAnswers(programme, cell, fault);
  if (!fittingTitle(title).ok) faults.unshift(fault(titleColumn, 'title-length', title));
  if (found === undefined) faults.unshift(fault(categoryColumn, 'unknown-category', category));
  if (unit !== '' && unit !== unitName) faults.unshift(fault(unitColumn, 'other-unit', unit));
  const { code: categoryCode, name: categoryName } = found ?? { code: '', name: '' };
  return { row: { row: number, title, categoryCode, categoryName, values }, faults };
}

function readAnswers({ config }: ProgrammeFacts, cell: Cells, fault: Fault) {
  const headings = headingsOf(config.fields);
  const values = new Map<string, FieldValue>();
  const faults: RowFault[] = [];
  for (const field of config.fields) {
    const heading = headings.get(field.key) ?? field.label;
    const text = whole(cell, heading);
    const value = valueOf(field, text);
    if (!value.ok) faults.push(fault(heading, value.code, text));
    else if (value.value !== null) values.set(field.key, value.value);
  }
  return { values, faults };
}

/** A text with the cells in which it goes on. */
function whole(cell: Cells, heading: string): string {
  let text = '';
  for (let nth = 0; nth === 0 || cell(continued(heading, nth)) !== ''; nth++)
    text += cell(continued(heading, nth));
  return text;
}
