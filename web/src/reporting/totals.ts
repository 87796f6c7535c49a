import type { PrefectureRow } from './queries';

const counted = ['places', 'recommended', 'accepted', 'selected'] as const;

/** The sum of all rows under the code ''. Means are not summed: units differ in size. */
export function totalOf(rows: readonly PrefectureRow[]): PrefectureRow {
  const total = { code: '', name: '', shortName: '', meanScore: null };
  const sums = counted.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)] as const);
  return { ...total, ...(Object.fromEntries(sums) as Record<(typeof counted)[number], number>) };
}

/** The highest count any bar has to show, at least 1. */
export const highest = (rows: readonly PrefectureRow[]): number =>
  Math.max(1, ...rows.flatMap(({ places, accepted }) => [places, accepted]));

/** Whether the tally has said who is selected: before it nobody is, which is not the same as none. */
export const isDecided = (rows: readonly PrefectureRow[]): boolean =>
  rows.some(({ meanScore }) => meanScore !== null);
