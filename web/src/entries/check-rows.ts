import type { CheckRow } from './queries';

/** Which rows of the formal check are shown; empty texts show all. */
export type CheckFilter = {
  readonly category: string;
  readonly unit: string;
  readonly state: string;
  /** Only rows in which the program found something. */
  readonly troubled: boolean;
};

export const noFilter: CheckFilter = { category: '', unit: '', state: '', troubled: false };

export const isTroubled = ({ checks }: Pick<CheckRow, 'checks'>): boolean =>
  checks.some(({ ok }) => !ok);

export const fitting = (rows: readonly CheckRow[], filter: CheckFilter): CheckRow[] =>
  rows.filter(
    (row) =>
      (!filter.category || row.categoryCode === filter.category) &&
      (!filter.unit || row.prefectureId === filter.unit) &&
      (!filter.state || row.state === filter.state) &&
      (!filter.troubled || isTroubled(row)),
  );

type Option = { readonly value: string; readonly label: string };

/** Each value once, in the order of its first row. */
export const optionsOf = (
  rows: readonly CheckRow[],
  valueOf: (row: CheckRow) => string,
  labelOf: (row: CheckRow) => string,
): Option[] =>
  [...new Map(rows.map((row) => [valueOf(row), labelOf(row)]))].map(([value, label]) => ({
    value,
    label,
  }));

/** How many of the rows each recommending unit has, in the order of its first row. */
export function subtotals(rows: readonly CheckRow[]): { unit: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { prefectureName } of rows)
    counts.set(prefectureName, (counts.get(prefectureName) ?? 0) + 1);
  return [...counts].map(([unit, count]) => ({ unit, count }));
}
