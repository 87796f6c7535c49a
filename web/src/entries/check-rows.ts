import type { CheckTrouble } from '../../../src/entries/rules/check-selection';
import type { CheckRow } from './queries';

/** Which rows of the formal check are shown; empty texts show all. */
export type CheckFilter = {
  readonly category: string;
  readonly unit: string;
  readonly state: string;
  /** By the worst that stands in the checklist. */
  readonly trouble: CheckTrouble | '';
};

export const noFilter: CheckFilter = { category: '', unit: '', state: '', trouble: '' };

export const troubleIn = ({ checks }: Pick<CheckRow, 'checks'>): CheckTrouble => {
  const standings = checks.map(({ standing }) => standing);
  if (standings.includes('fails')) return 'failing';
  return standings.includes('open') ? 'open' : 'clear';
};

export const fitting = (rows: readonly CheckRow[], filter: CheckFilter): CheckRow[] =>
  rows.filter(
    (row) =>
      (!filter.category || row.categoryCode === filter.category) &&
      (!filter.unit || row.prefectureId === filter.unit) &&
      (!filter.state || row.state === filter.state) &&
      (!filter.trouble || troubleIn(row) === filter.trouble),
  );

/** The filter as the server knows it: what is not asked for is absent. */
export const serverFilter = ({ category, unit, state, trouble }: CheckFilter) => ({
  ...(category ? { categoryCode: category } : {}),
  ...(unit ? { prefectureId: unit } : {}),
  ...(state ? { state: state as 'recommended' } : {}),
  ...(trouble ? { trouble } : {}),
});

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
