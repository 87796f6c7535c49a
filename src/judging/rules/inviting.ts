import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { actionsIn, type JudgeState, judgeStates } from './states.js';

const invitingStates: readonly string[] = ['collecting', 'checking', 'judging'];

/** Whether judges may be asked, answer and leave: from the opening of a programme until its tally. */
export const mayInvite = (programmeState: string): Decision<true, 'wrong-state'> =>
  invitingStates.includes(programmeState) ? allow(true) : refuse('wrong-state');

/** Whether asking somebody makes sense: there is an entry that they could score. */
export const mayAsk = (
  entries: number,
  conflicted: number,
): Decision<true, 'conflicts-with-all'> =>
  entries > 0 && conflicted === entries ? refuse('conflicts-with-all') : allow(true);

/** What an invited person may do with the invitation now. */
export function invitationActions(state: JudgeState, programmeState: string): string[] {
  if (!mayInvite(programmeState).ok) return [];
  const answers = actionsIn(judgeStates, state).filter(
    (action) => action !== 'invite' && !(state === 'invited' && action === 'withdraw'),
  );
  const declares = state === 'accepted' && programmeState === 'judging';
  return [...answers, ...(declares ? ['declare'] : [])];
}
