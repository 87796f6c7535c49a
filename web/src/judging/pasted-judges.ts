import type { JudgeRow } from './queries';

/** One pasted line: the row it means, or the columns that are wrong. */
export type PastedLine = {
  readonly number: number;
  readonly row: JudgeRow;
  readonly faults: readonly (keyof JudgeRow)[];
};

const columns = ['code', 'name', 'email', 'organisationCode', 'categoryCode'] as const;

const shapes: Readonly<Record<keyof JudgeRow, RegExp>> = {
  code: /^[A-Z0-9]{1,8}-\d{2,3}$/,
  name: /^.{1,60}$/u,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  organisationCode: /^[0-9A-Z-]{6,20}$/,
  categoryCode: /^\S{1,20}$/,
};

/** A heading copied along with the table: no cell of it is an address. */
const isHeading = (cells: readonly string[], number: number): boolean =>
  number === 1 && !cells.some((cell) => cell.includes('@'));

/**
 * Reads what was pasted from a table: one judge a line, cells parted by tabs, commas or semicolons, in
 * the order code, name, address, unit code, category code. Full-width letters and marks are understood.
 */
export function readJudges(text: string): PastedLine[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ cells: cellsOf(line), number: index + 1 }))
    .filter(({ cells, number }) => cells.some((cell) => cell !== '') && !isHeading(cells, number))
    .map(({ cells, number }) => {
      const row = Object.fromEntries(
        columns.map((column, place) => [column, cells[place] ?? '']),
      ) as JudgeRow;
      const faults = columns.filter((column) => !shapes[column].test(row[column]));
      return { number, row, faults };
    });
}

const cellsOf = (line: string): string[] =>
  line
    .normalize('NFKC')
    .split(/[\t,;\u3001]/)
    .map((cell) => cell.trim());

/** Lines whose code or address another line before them has already. */
export function repeated(lines: readonly PastedLine[]): number[] {
  const seen = new Set<string>();
  return lines
    .filter(({ row }) => {
      const keys = [row.code, row.email.toLowerCase()].filter(Boolean);
      const isAgain = keys.some((key) => seen.has(key));
      for (const key of keys) seen.add(key);
      return isAgain;
    })
    .map(({ number }) => number);
}
