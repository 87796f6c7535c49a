import { allow, type Decision, refuse, step } from '../../platform/pure/decision.js';
import { entryStates, type EntryState } from './entry-states.js';
import { titleShortcomings, type Shortcoming } from './completeness.js';

/** [opensAt, closesAt): an act at closesAt is late. */
export type Window = { readonly opensAt: Date; readonly closesAt: Date };

export type Stage = {
  /** The programme's state. */
  readonly state: string;
  readonly submission: Window;
  readonly recommendation: Window;
};

/** In these states of a programme its units still work on their entries. */
const working: readonly string[] = ['collecting', 'checking'];

export type WindowRefusal = 'wrong-stage' | 'window-not-open' | 'window-closed';

/** Whether `now` lies in a window of a programme whose units still work. */
export function within(
  window: Window,
  stage: Pick<Stage, 'state'>,
  now: Date,
): Decision<true, WindowRefusal> {
  if (!working.includes(stage.state)) return refuse('wrong-stage');
  if (now < window.opensAt) return refuse('window-not-open');
  if (now >= window.closesAt) return refuse('window-closed');
  return allow(true);
}

/** A returned entry is corrected until the recommending closes; all else until the submission does. */
export const writingWindow = (state: EntryState, stage: Stage): Window =>
  state === 'returned'
    ? { opensAt: stage.submission.opensAt, closesAt: stage.recommendation.closesAt }
    : stage.submission;

/** Whether an organisation of this kind hands in entries of its own. */
export const maySubmit = (
  kind: string,
  config: { readonly chain: readonly string[]; readonly direct: readonly string[] },
): Decision<true, 'unit-may-not-submit'> =>
  config.chain.includes(kind) || config.direct.includes(kind)
    ? allow(true)
    : refuse('unit-may-not-submit');

export const fittingTitle = (title: string): Decision<string, 'title-length'> =>
  titleShortcomings(title).length === 0 ? allow(title) : refuse('title-length');

type Editable = { readonly state: EntryState };

/** Whether the unit may write in its entry now. */
export function edit(
  entry: Editable,
  stage: Stage,
  now: Date,
): Decision<true, WindowRefusal | 'wrong-state'> {
  if (entry.state !== 'draft' && entry.state !== 'returned') return refuse('wrong-state');
  return within(writingWindow(entry.state, stage), stage, now);
}

/**
 * Which parts of an entry may change: all of them, or, where a recommending unit named parts when it
 * returned the entry, only those. The keys are those of fields and attachment rules, and `title`.
 */
export function changeable(
  entry: Editable,
  allKeys: readonly string[],
  remarks: readonly { readonly fieldKey: string | null }[],
): readonly string[] {
  const named = new Set(remarks.map(({ fieldKey }) => fieldKey).filter((key) => key !== null));
  if (entry.state !== 'returned' || named.size === 0) return allKeys;
  return allKeys.filter((key) => named.has(key));
}

/** Whether the unit may hand its entry in now. */
export function submit(
  entry: Editable,
  stage: Stage,
  missing: readonly Shortcoming[],
  now: Date,
): Decision<EntryState, WindowRefusal | 'wrong-state' | 'incomplete'> {
  const editable = edit(entry, stage, now);
  if (!editable.ok) return editable;
  if (missing.length > 0) return refuse('incomplete');
  return step(entryStates, entry.state, 'submit');
}

/** Whether a unit may take its entry out of the selection: until the judging begins. */
export function withdraw(
  entry: Editable,
  stage: Pick<Stage, 'state'>,
): Decision<EntryState, 'judging-began' | 'wrong-state'> {
  if (!working.includes(stage.state)) return refuse('judging-began');
  return step(entryStates, entry.state, 'withdraw');
}
