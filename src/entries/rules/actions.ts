import { onList } from './endorsement.js';
import type { EntryState } from './entry-states.js';
import { decideCheck } from './formal-check.js';
import { edit, type Stage, withdraw } from './submission.js';

export type EntryActionName =
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'receipt'
  | 'endorse'
  | 'take-back'
  | 'return'
  | 'accept'
  | 'reject';

export type Viewer = { readonly role: string; readonly organisationId: string | null };

export type Acted = {
  readonly state: EntryState;
  readonly unitId: string;
  readonly prefectureId: string;
  readonly receiptNo: string | null;
};

/** What this person may do with this entry now; the page shows these and decides nothing itself. */
export function entryActions(
  viewer: Viewer,
  entry: Acted,
  list: { readonly stage: Stage; readonly locked: boolean },
  now: Date,
): EntryActionName[] {
  return [
    ...(writers.includes(viewer.role) && viewer.organisationId === entry.unitId
      ? ownActions(entry, list.stage, now)
      : []),
    ...(viewer.role === 'prefecture-officer' && viewer.organisationId === entry.prefectureId
      ? (['endorse', 'take-back', 'return'] as const).filter(
          (action) => onList(entry, action, list, now).ok,
        )
      : []),
    ...(viewer.role === 'programme-admin'
      ? (['accept', 'reject'] as const).filter(
          (action) => decideCheck(entry, action, list.stage).ok,
        )
      : []),
  ];
}

/** The roles that write entries for their own organisation. */
const writers: readonly string[] = ['submitter', 'county-officer', 'prefecture-officer'];

function ownActions(entry: Acted, stage: Stage, now: Date): EntryActionName[] {
  const writes: EntryActionName[] = edit(entry, stage, now).ok ? ['edit', 'submit'] : [];
  const leaves: EntryActionName[] = withdraw(entry, stage).ok ? ['withdraw'] : [];
  const proves: EntryActionName[] = entry.receiptNo === null ? [] : ['receipt'];
  return [...writes, ...leaves, ...proves];
}
