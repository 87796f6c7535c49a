import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/pure/canonical-json.js';

/** One entry as the recommendation sheet 汇总表 prints it. */
export type SheetRow = {
  readonly entryId: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly rank: number;
  readonly title: string;
  readonly countyName: string;
  readonly unitName: string;
  /** 学段; empty where the form does not ask. */
  readonly schoolStage: string;
  readonly contributors: string;
  readonly contactName: string;
  readonly contactPhone: string;
};

/** Where, when and with what outcome a unit made its list known before it handed it up. */
export type LocalPublicity = {
  readonly place: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly objections: number;
  readonly outcome: string;
};

/** Everything that is printed on a sheet, in its order. */
export type SheetContent = {
  readonly programmeName: string;
  readonly unitName: string;
  readonly rows: readonly SheetRow[];
  readonly publicity: LocalPublicity | null;
};

/** SHA-256 over everything printed: a sheet whose list changed afterwards betrays itself. */
export const sheetFingerprint = (content: SheetContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** The fingerprint as people compare it, such as `7F3A-21C9-04B2`. */
export const shortFingerprint = (fingerprint: string): string =>
  (fingerprint.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');

/** What became different between a printed sheet and the list as it stands. */
export type SheetChange =
  | { readonly kind: 'added' | 'removed' | 'facts'; readonly title: string }
  | { readonly kind: 'moved'; readonly title: string; readonly from: number; readonly to: number }
  | { readonly kind: 'retitled'; readonly title: string; readonly before: string }
  | { readonly kind: 'publicity'; readonly title: '' };

/** By the order of the list as it stands, then what left it. */
export function sheetChanges(printed: SheetContent, now: SheetContent): SheetChange[] {
  const before = new Map(printed.rows.map((row) => [row.entryId, row]));
  const after = new Set(now.rows.map(({ entryId }) => entryId));
  const publicity = canonicalJson(printed.publicity) !== canonicalJson(now.publicity);
  return [
    ...now.rows.flatMap((row) => rowChanges(before.get(row.entryId), row)),
    ...printed.rows
      .filter(({ entryId }) => !after.has(entryId))
      .map(({ title }) => ({ kind: 'removed' as const, title })),
    ...(publicity ? [{ kind: 'publicity' as const, title: '' as const }] : []),
  ];
}

function rowChanges(before: SheetRow | undefined, after: SheetRow): SheetChange[] {
  const { title } = after;
  if (before === undefined) return [{ kind: 'added', title }];
  const changes: SheetChange[] = [];
  if (before.title !== title) changes.push({ kind: 'retitled', title, before: before.title });
  if (before.rank !== after.rank)
    changes.push({ kind: 'moved', title, from: before.rank, to: after.rank });
  const same = { ...before, title, rank: after.rank };
  if (canonicalJson(same) !== canonicalJson(after)) changes.push({ kind: 'facts', title });
  return changes;
}

/** How far a unit's sheet is on its way to the lock. */
export type SheetStanding = 'none' | 'outdated' | 'printed' | 'scanned';

/** @param current the fingerprint of the list as it stands */
export function sheetStanding(
  sheet: { readonly fingerprint: string; readonly scanned: boolean } | null,
  current: string,
): SheetStanding {
  if (sheet === null) return 'none';
  if (sheet.fingerprint !== current) return 'outdated';
  return sheet.scanned ? 'scanned' : 'printed';
}

/** What a unit may do with its list now. */
export function listActions(list: {
  readonly isOpen: boolean;
  readonly isEmpty: boolean;
  readonly standing: SheetStanding;
}): ('rank' | 'print' | 'scan' | 'lock')[] {
  if (!list.isOpen || list.isEmpty) return [];
  const isPrinted = list.standing === 'printed' || list.standing === 'scanned';
  return [
    'rank',
    'print',
    ...(isPrinted ? (['scan'] as const) : []),
    ...(list.standing === 'scanned' ? (['lock'] as const) : []),
  ];
}
