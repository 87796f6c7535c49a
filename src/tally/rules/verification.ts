import { allow, type Decision, refuse, step } from '../../platform/pure/decision.js';
import { type RunState, runStates } from './run-states.js';

/** How many different people must confirm a run before it counts. */
export const confirmationsNeeded = 2;

/** Entries that stay equal at the end of the tie chain, with the cut line between them. */
export type OpenTie = {
  /** The category's code. */
  readonly category: string;
  /** Case numbers. */
  readonly entries: readonly string[];
};

export type JudgedRun = {
  readonly state: RunState;
  /** Whether no later run of the programme exists. */
  readonly isNewest: boolean;
  readonly unresolved: readonly OpenTie[];
  /** People who have confirmed it so far. */
  readonly confirmedBy: readonly string[];
};

type ConfirmRefusal = 'wrong-state' | 'superseded' | 'tie-open' | 'second-person-needed';

/** The run's state after this person confirms it: verified once two different people have. */
export function confirmRun(run: JudgedRun, personId: string): Decision<RunState, ConfirmRefusal> {
  const verified = step(runStates, run.state, 'verify');
  if (!verified.ok) return verified;
  if (!run.isNewest) return refuse('superseded');
  if (run.unresolved.length > 0) return refuse('tie-open');
  if (run.confirmedBy.includes(personId)) return refuse('second-person-needed');
  return run.confirmedBy.length + 1 >= confirmationsNeeded ? verified : allow(run.state);
}

/** One person is enough to stop a run, also one who confirmed it before. */
export function rejectRun(run: JudgedRun): Decision<RunState, 'wrong-state' | 'superseded'> {
  if (!run.isNewest) return refuse('superseded');
  return step(runStates, run.state, 'reject');
}

export type VerificationAction = 'confirm' | 'reject';

/** What this person may do with a run now. */
export const verificationActions = (run: JudgedRun, personId: string): VerificationAction[] => [
  ...(confirmRun(run, personId).ok ? (['confirm'] as const) : []),
  ...(rejectRun(run).ok ? (['reject'] as const) : []),
];
