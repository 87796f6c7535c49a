import { type Decision, refuse, step } from '../../platform/pure/decision.js';
import { type CheckStanding, passes } from './check-items.js';
import { entryStates, type EntryState } from './entry-states.js';

export const rejectionReasons = [
  'incomplete',
  'word-count',
  'stamp-missing',
  'wrong-category',
  'anonymity',
  'copied',
  'prior-winner',
  'ineligible',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Decisions of the province on an entry, and the states of its list. */
export type CheckDecision = 'accept' | 'reject' | 'ask' | 'recall';

export type CheckedEntry = { readonly state: EntryState; readonly correctionDueAt: Date | null };

/**
 * Whether the province may decide on an entry: while the checking lasts. Whom it gave time for a
 * correction it does not reject before that time is over.
 */
export function decideCheck(
  entry: CheckedEntry,
  action: CheckDecision,
  programme: { readonly state: string },
  now: Date,
): Decision<EntryState, 'wrong-stage' | 'wrong-state' | 'correction-running'> {
  if (programme.state !== 'checking') return refuse('wrong-stage');
  const next = step(entryStates, entry.state, action);
  if (
    next.ok &&
    action === 'reject' &&
    entry.correctionDueAt !== null &&
    now < entry.correctionDueAt
  )
    return refuse('correction-running');
  return next;
}

/**
 * Whether an entry may be accepted: as `decideCheck`, and its list of the formal check lets it pass.
 * @param confirmsOpen the officer says that everything only a person can tell is as it should be
 */
export function accept(
  entry: CheckedEntry,
  programme: { readonly state: string },
  standings: readonly CheckStanding[],
  confirmsOpen: boolean,
  now: Date,
): Decision<
  EntryState,
  'wrong-stage' | 'wrong-state' | 'correction-running' | 'check-items-failing' | 'check-items-open'
> {
  const next = decideCheck(entry, 'accept', programme, now);
  if (!next.ok) return next;
  const passing = passes(standings, confirmsOpen);
  return passing.ok ? next : passing;
}

/**
 * Whether this can be the end of a correction's time: still to come, and before the judging opens
 * (unless that has come already).
 */
export function correctionDue(
  due: Date,
  judging: { readonly opensAt: Date },
  now: Date,
): Decision<Date, 'due-passed' | 'due-after-judging'> {
  if (due <= now) return refuse('due-passed');
  if (now < judging.opensAt && due > judging.opensAt) return refuse('due-after-judging');
  return { ok: true, value: due };
}
