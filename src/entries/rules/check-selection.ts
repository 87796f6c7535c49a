import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/pure/canonical-json.js';
import type { CheckStanding } from './check-items.js';
import type { EntryState } from './entry-states.js';

export const bulkActions = ['accept', 'ask', 'reject'] as const;
export type BulkAction = (typeof bulkActions)[number];

export const checkTroubles = ['failing', 'open', 'clear'] as const;
export type CheckTrouble = (typeof checkTroubles)[number];

/** Which entries are meant; what is absent is not asked for. */
export type CheckFilter = {
  readonly state?: EntryState;
  readonly categoryCode?: string;
  readonly prefectureId?: string;
  /** By the worst that stands in its list. */
  readonly trouble?: CheckTrouble;
};

/** The worst that stands in a list of the formal check. */
export function troubleOf(standings: readonly CheckStanding[]): CheckTrouble {
  if (standings.includes('fails')) return 'failing';
  return standings.includes('open') ? 'open' : 'clear';
}

export const fitsFilter = (
  row: {
    readonly state: EntryState;
    readonly categoryCode: string;
    readonly prefectureId: string;
    readonly standings: readonly CheckStanding[];
  },
  filter: CheckFilter,
): boolean =>
  (filter.state === undefined || row.state === filter.state) &&
  (filter.categoryCode === undefined || row.categoryCode === filter.categoryCode) &&
  (filter.prefectureId === undefined || row.prefectureId === filter.prefectureId) &&
  (filter.trouble === undefined || troubleOf(row.standings) === filter.trouble);

/** One entry of a bulk act: whether it will happen to it. */
export type SelectedRow = {
  readonly id: string;
  readonly version: number;
  readonly caseNo: string;
  readonly title: string;
  readonly categoryName: string;
  readonly prefectureName: string;
  /** Why it will not; null when it will. */
  readonly code: string | null;
  /** Items of its list that the act confirms unseen. */
  readonly confirmed: readonly string[];
};

/** SHA-256 over what an act would do to which versions: the preview that was looked at, and no other. */
export const selectionFingerprint = (act: object, rows: readonly SelectedRow[]): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        act: JSON.stringify(act),
        rows: rows.map(({ id, version, code, confirmed }) => [id, version, code, [...confirmed]]),
      }),
    )
    .digest('hex');

export type Subtotal = { readonly name: string; readonly count: number };

/** How many of the rows that the act happens to each name has, in the order of the first. */
export function subtotals(
  rows: readonly SelectedRow[],
  nameOf: (row: SelectedRow) => string,
): Subtotal[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.code === null) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

export type SeenRow = {
  readonly id: string;
  readonly version: number;
  readonly code: string | null;
};

export type SelectionChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Empty for an entry that is no longer within reach. */
  readonly caseNo: string;
  readonly title: string;
};

/** What became different since a preview was looked at. */
export function selectionChanges(
  seen: readonly SeenRow[],
  rows: readonly SelectedRow[],
  named: (id: string) => { readonly caseNo: string; readonly title: string } | undefined,
): SelectionChange[] {
  const before = new Map(seen.map((row) => [row.id, row]));
  const now = new Set(rows.map(({ id }) => id));
  const nothing = { caseNo: '', title: '' };
  return [
    ...rows.flatMap(({ id, version, code, caseNo, title }): SelectionChange[] => {
      const row = before.get(id);
      if (row === undefined) return [{ kind: 'added', caseNo, title }];
      const isSame = row.version === version && row.code === code;
      return isSame ? [] : [{ kind: 'changed', caseNo, title }];
    }),
    ...seen
      .filter(({ id }) => !now.has(id))
      .map(({ id }): SelectionChange => ({ kind: 'removed', ...(named(id) ?? nothing) })),
  ];
}
