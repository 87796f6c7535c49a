import { type Decision, refuse, step } from '../../platform/pure/decision.js';
import { type EntryAction, entryStates, type EntryState } from './entry-states.js';
import { type Stage, within, type WindowRefusal } from './submission.js';

export type Places = {
  /** Null: this selection sets no quotas. */
  readonly places: number | null;
  readonly taken: number;
};

export type ListRefusal = WindowRefusal | 'list-locked' | 'wrong-state';

/** Whether a recommending unit may still change its list, and what becomes of the entry. */
export function onList(
  entry: { readonly state: EntryState },
  action: Extract<EntryAction, 'endorse' | 'take-back' | 'return' | 'recommend'>,
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
