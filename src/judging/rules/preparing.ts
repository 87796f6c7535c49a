import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { RoundState } from './states.js';

/** Whether a programme may get another round, and its place. One round runs at a time, and nothing is left unchecked. */
export function prepareRound(
  programmeState: string,
  rounds: readonly { readonly state: RoundState }[],
  undecided: number,
): Decision<
  { readonly position: number; readonly isFirst: boolean },
  'wrong-state' | 'round-exists' | 'entries-undecided'
> {
  if (rounds.some(({ state }) => state !== 'closed')) return refuse('round-exists');
  const isFirst = programmeState === 'checking';
  if (!isFirst && programmeState !== 'judging') return refuse('wrong-state');
  if (undecided > 0) return refuse('entries-undecided');
  return allow({ position: rounds.length + 1, isFirst });
}
