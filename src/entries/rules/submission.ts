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

/**
 * A returned entry is corrected until the time its recommending unit gave, or until the recommending
 * closes; one the province asks to be corrected until the time it gave; all else until the submission closes.
 */
export function writingWindow(
  { state, correctionDueAt, returnDueAt }: Editable,
  stage: Stage,
): Window {
  const { opensAt } = stage.submission;
  if (state === 'correcting' && correctionDueAt) return { opensAt, closesAt: correctionDueAt };
  if (state === 'returned')
    return { opensAt, closesAt: returnDueAt ?? stage.recommendation.closesAt };
  return stage.submission;
}

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

type Editable = {
  readonly state: EntryState;
  /** Until when the province waits for a correction; null unless it does. */
  readonly correctionDueAt?: Date | null;
  /** Until when the recommending unit waits for a correction; null for as long as it recommends. */
  readonly returnDueAt?: Date | null;
};

const editable: readonly EntryState[] = ['draft', 'returned', 'correcting'];

type Written = Editable & { readonly unitId: string; readonly prefectureId: string };

/**
 * Whether an organisation writes in an entry: its unit does; while the province waits for a correction
 * its recommending unit may do it too, whose stamp may be what is missing.
 */
export const isWriter = (organisationId: string | null, entry: Written): boolean =>
  organisationId !== null &&
  (entry.unitId === organisationId ||
    (entry.state === 'correcting' && entry.prefectureId === organisationId));

/** Whether those who write in an entry may do it now. */
export function edit(
  entry: Editable,
  stage: Stage,
  now: Date,
): Decision<true, WindowRefusal | 'wrong-state'> {
  if (!editable.includes(entry.state)) return refuse('wrong-state');
  return within(writingWindow(entry, stage), stage, now);
}

/**
 * Which parts of an entry may change: all of them, or, where those who sent it back named parts, only
 * those. The keys are those of fields and attachment rules, and `title`.
 */
export function changeable(
  entry: Pick<Editable, 'state'>,
  allKeys: readonly string[],
  remarks: readonly { readonly fieldKey: string | null }[],
): readonly string[] {
  const named = new Set(remarks.map(({ fieldKey }) => fieldKey).filter((key) => key !== null));
  const isSentBack = entry.state === 'returned' || entry.state === 'correcting';
  if (!isSentBack || named.size === 0) return allKeys;
  return allKeys.filter((key) => named.has(key));
}

/**
 * What keeps an entry from being handed in. The province asks for named parts only: what it lets pass
 * elsewhere does not hold up the correction.
 */
export function hindrances(
  entry: Pick<Editable, 'state'>,
  missing: readonly Shortcoming[],
  changeableKeys: readonly string[],
): readonly Shortcoming[] {
  if (entry.state !== 'correcting') return missing;
  return missing.filter(({ where }) => changeableKeys.includes(where));
}

/** Whether an entry may be handed in now: for the first time, or corrected. */
export function submit(
  entry: Editable,
  stage: Stage,
  missing: readonly Shortcoming[],
  now: Date,
): Decision<EntryState, WindowRefusal | 'wrong-state' | 'incomplete'> {
  const open = edit(entry, stage, now);
  if (!open.ok) return open;
  if (missing.length > 0) return refuse('incomplete');
  return step(entryStates, entry.state, entry.state === 'correcting' ? 'correct' : 'submit');
}

/** Whether a unit may take its entry out of the selection: until the judging begins. */
export function withdraw(
  entry: Pick<Editable, 'state'>,
  stage: Pick<Stage, 'state'>,
): Decision<EntryState, 'judging-began' | 'wrong-state'> {
  if (!working.includes(stage.state)) return refuse('judging-began');
  return step(entryStates, entry.state, 'withdraw');
}
