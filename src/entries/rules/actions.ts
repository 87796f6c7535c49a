import { markItem } from './check-items.js';
import { listActionNames, onList } from './endorsement.js';
import type { EntryState } from './entry-states.js';
import { decideCheck } from './formal-check.js';
import { edit, isWriter, type Stage, withdraw } from './submission.js';

export type EntryActionName =
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'receipt'
  | 'endorse'
  | 'take-back'
  | 'return'
  | 'prolong'
  | 'decline'
  | 'reconsider'
  | 'mark'
  | 'ask'
  | 'recall'
  | 'accept'
  | 'reject';

export type Viewer = { readonly role: string; readonly organisationId: string | null };

export type Acted = {
  readonly state: EntryState;
  readonly unitId: string;
  readonly prefectureId: string;
  readonly receiptNo: string | null;
  readonly correctionDueAt: Date | null;
  readonly returnDueAt: Date | null;
};

/** What this person may do with this entry now; the page shows these and decides nothing itself. */
export function entryActions(
  viewer: Viewer,
  entry: Acted,
  list: { readonly stage: Stage; readonly locked: boolean },
  now: Date,
): EntryActionName[] {
  return [
    ...(writers.includes(viewer.role) ? writersActions(viewer, entry, list.stage, now) : []),
    ...(viewer.role === 'prefecture-officer' && viewer.organisationId === entry.prefectureId
      ? listActionNames.filter((action) => onList(entry, action, list, now).ok)
      : []),
    ...(viewer.role === 'programme-admin'
      ? [
          ...(markItem(entry, list.stage, { ok: null }, plainMark).ok ? (['mark'] as const) : []),
          ...(['ask', 'recall', 'accept', 'reject'] as const).filter(
            (action) => decideCheck(entry, action, list.stage, now).ok,
          ),
        ]
      : []),
  ];
}

/** The roles that write entries for their own organisation. */
const writers: readonly string[] = ['submitter', 'county-officer', 'prefecture-officer'];

const plainMark = { verdict: 'fits', note: '' } as const;

function writersActions(viewer: Viewer, entry: Acted, stage: Stage, now: Date): EntryActionName[] {
  const isOwn = viewer.organisationId === entry.unitId;
  const writes = isWriter(viewer.organisationId, entry) && edit(entry, stage, now).ok;
  const leaves = isOwn && withdraw(entry, stage).ok;
  const proves = isOwn && entry.receiptNo !== null;
  return [
    ...(writes ? (['edit', 'submit'] as const) : []),
    ...(leaves ? (['withdraw'] as const) : []),
    ...(proves ? (['receipt'] as const) : []),
  ];
}
