import type { Problem } from '../api/problem';
import { fieldOf } from '../ui/form-errors';

export type Row = Readonly<Record<string, string>>;

export type PasteColumn = {
  readonly key: string;
  /** The cell as the server takes it; undefined when it cannot be that. */
  readonly read: (cell: string) => string | undefined;
};

/** What rows are expected. */
export type PasteRule = {
  readonly columns: readonly PasteColumn[];
  /** Columns from the left that a row must have; all of them when absent. */
  readonly least?: number;
  /** What of a row may stand only once. */
  readonly same: (row: Row) => string;
  /** The column that is wrong although each cell is readable. */
  readonly amiss?: (row: Row) => string | undefined;
};

/** A row with its line in the text, counted from 1. */
export type Numbered = { readonly line: number; readonly row: Row };

export type Fault = {
  readonly line: number;
  readonly code: 'columns' | 'twice' | 'wrong' | 'refused';
  /** The column that is wrong. */
  readonly key?: string;
  readonly text: string;
  /** The row that was refused. */
  readonly row?: Row;
};

export const mostRows = 1000;

const cellsOf = (line: string): string[] => {
  const cells = line.split(/[\t,，]/).map((cell) => cell.trim());
  while (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
};

/** The cells as a row, or the column that cannot be read. */
function readCells(
  cells: readonly string[],
  columns: PasteRule['columns'],
): { readonly row: Row } | { readonly key: string; readonly text: string } {
  const row: Record<string, string> = {};
  for (const [place, { key, read }] of columns.entries()) {
    const cell = cells[place] ?? '';
    const value = read(cell);
    if (value === undefined) return { key, text: cell };
    row[key] = value;
  }
  return { row };
}

/** One line as a row, or what is wrong with it. */
function readLine(cells: readonly string[], line: number, rule: PasteRule): Numbered | Fault {
  const { columns, least = columns.length } = rule;
  if (cells.length < least || cells.length > columns.length)
    return { line, code: 'columns', text: cells.join(', ') };
  const read = readCells(cells, columns);
  if ('key' in read) return { line, code: 'wrong', ...read };
  const key = rule.amiss?.(read.row);
  return key === undefined
    ? { line, row: read.row }
    : { line, code: 'wrong', key, text: read.row[key] ?? '' };
}

const isFault = (read: Numbered | Fault): read is Fault => 'code' in read;

/**
 * Rows pasted from a sheet or typed with commas. Blank lines and a line of headings are passed over.
 * @param headings what the columns are called
 */
export function readRows(
  text: string,
  rule: PasteRule,
  headings: readonly string[],
): { readonly rows: Numbered[]; readonly faults: Fault[] } {
  const rows: Numbered[] = [];
  const faults: Fault[] = [];
  const first = new Map<string, number>();
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    const cells = cellsOf(line);
    const isBlank = cells.every((cell) => cell === '');
    if (isBlank || cells.every((cell) => headings.includes(cell))) continue;
    const read = readLine(cells, place + 1, rule);
    if (isFault(read)) {
      faults.push(read);
      continue;
    }
    const before = first.get(rule.same(read.row));
    if (before !== undefined) faults.push({ line: read.line, code: 'twice', text: String(before) });
    else first.set(rule.same(read.row), read.line);
    rows.push(read);
  }
  return { rows, faults };
}

const alike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();

/** Whether the facts of a refusal speak of this row. */
function isMeant(details: Readonly<Record<string, unknown>>, row: Row): boolean {
  if (details.email !== undefined) return alike(details.email, row.email);
  const code = row.organisationCode ?? row.code;
  return alike(details.code, code) && (details.role === undefined || details.role === row.role);
}

/** The lines that a refusal of the server speaks of; none, when it speaks of no row. */
export function refusedLines(problem: Problem, sent: readonly Numbered[]): Fault[] {
  const { details } = problem;
  if (details)
    return sent
      .filter(({ row }) => isMeant(details, row))
      .map(({ line, row }) => ({ line, code: 'refused', text: '', row }));
  return problem.errors.flatMap(({ pointer }) => {
    const [, place = '', key = ''] = fieldOf(pointer).split('.');
    const meant = sent[Number(place)];
    if (!meant) return [];
    return [{ line: meant.line, code: 'wrong' as const, key, text: meant.row[key] ?? '' }];
  });
}
