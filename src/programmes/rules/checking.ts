import { type Decision, refuse, step } from '../../platform/pure/decision.js';
import { type ProgrammeState, programmeStates } from './programme-states.js';
import { checkingFrom, type Windows } from './windows.js';

/** Whether the formal check may begin: nobody can submit or recommend any more. */
export function startChecking(
  { state, windows }: { readonly state: ProgrammeState; readonly windows: Windows },
  now: Date,
): Decision<ProgrammeState, 'wrong-state' | 'too-early'> {
  const next = step(programmeStates, state, 'check');
  return next.ok && now < checkingFrom(windows) ? refuse('too-early') : next;
}
