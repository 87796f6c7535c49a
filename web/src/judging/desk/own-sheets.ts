import type { Sort } from '../../ui/table';
import type { QueueRow } from './queries';

const isPlain = (key: string): key is 'blindCode' | 'title' | 'state' | 'total' =>
  ['blindCode', 'title', 'state', 'total'].includes(key);

/** What a sheet is sorted by under the heading of a column; null stands last, whichever way it is sorted. */
function rankOf(row: QueueRow, key: string): string | number | null {
  if (key === 'flagged') return row.flagged ? 0 : 1;
  if (isPlain(key)) return row[key];
  return row.scores.find(({ criterion }) => criterion === key)?.value ?? null;
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'zh-CN');

/** The sheets by one column; equal ones keep their order, and without a column all do. */
export function sorted(rows: readonly QueueRow[], sort: Sort | undefined): QueueRow[] {
  if (sort === undefined) return [...rows];
  const turned = sort.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((first, second) => {
    const [one, other] = [rankOf(first, sort.key), rankOf(second, sort.key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return turned * compare(one, other);
  });
}
