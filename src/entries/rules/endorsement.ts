import { allow, type Decision, refuse, step } from '../../platform/pure/decision.js';
import { type EntryAction, entryStates, type EntryState } from './entry-states.js';
import { type Stage, within, type WindowRefusal } from './submission.js';

export type Places = {
  /** Null: this selection sets no quotas. */
  readonly places: number | null;
  readonly taken: number;
};

export type ListRefusal = WindowRefusal | 'list-locked' | 'wrong-state';

/** What a recommending unit decides on an entry before its list is locked. */
export const listActionNames = [
  'endorse',
  'take-back',
  'return',
  'prolong',
  'decline',
  'reconsider',
] as const satisfies readonly EntryAction[];
type ListAction = (typeof listActionNames)[number] | 'recommend';

/** Whether a recommending unit may still change its list, and what becomes of the entry. */
export function onList(
  entry: { readonly state: EntryState },
  action: ListAction,
  list: { readonly stage: Stage; readonly locked: boolean },
  now: Date,
): Decision<EntryState, ListRefusal> {
  const open = within(list.stage.recommendation, list.stage, now);
  if (!open.ok) return open;
  if (list.locked) return refuse('list-locked');
  return step(entryStates, entry.state, action);
}

/** Whether a recommending unit may put this entry on its list now. */
export function endorse(
  entry: { readonly state: EntryState },
  list: { readonly stage: Stage; readonly locked: boolean } & Places,
  now: Date,
): Decision<EntryState, ListRefusal | 'quota-full'> {
  const next = onList(entry, 'endorse', list, now);
  if (!next.ok) return next;
  return list.places !== null && list.taken >= list.places ? refuse('quota-full') : next;
}

/**
 * Until when a returned entry is waited for: still to come, and no longer than the unit recommends.
 * @param due null for as long as the unit recommends
 */
export function returnDue(
  due: Date | null,
  { recommendation }: Pick<Stage, 'recommendation'>,
  now: Date,
): Decision<Date | null, 'due-passed' | 'due-after-recommending'> {
  if (due === null) return allow(null);
  if (due <= now) return refuse('due-passed');
  return due > recommendation.closesAt ? refuse('due-after-recommending') : allow(due);
}

/**
 * Whether the province may open a locked list again: while its unit recommends, and before anything on
 * it was decided in the formal check.
 * @param states of the entries on the list
 */
export function unlockList(
  states: readonly EntryState[],
  stage: Stage,
  now: Date,
): Decision<true, WindowRefusal | 'list-under-check'> {
  const open = within(stage.recommendation, stage, now);
  if (!open.ok) return open;
  return states.every((state) => step(entryStates, state, 'unlock').ok)
    ? open
    : refuse('list-under-check');
}
