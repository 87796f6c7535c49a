import { allow, type Decision, refuse } from '../../platform/pure/decision.js';

/** States of a programme in which its results may still be computed: judged, and not yet verified. */
const tallied = ['judging', 'tallied'];

/** Whether another run may start. */
export const mayRun = (
  programmeState: string,
  closedRoundId: string | null,
): Decision<string, 'wrong-state' | 'no-closed-round'> => {
  if (!tallied.includes(programmeState)) return refuse('wrong-state');
  return closedRoundId === null ? refuse('no-closed-round') : allow(closedRoundId);
};
