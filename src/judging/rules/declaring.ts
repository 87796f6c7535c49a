import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { isLive, type JudgeState, type SheetState, sheetStates } from './states.js';

/** Whether a judge may declare a conflict: while the programme is being judged. */
export function mayDeclare(
  state: JudgeState,
  programmeState: string,
): Decision<true, 'judge-not-available' | 'wrong-state'> {
  if (state !== 'accepted') return refuse('judge-not-available');
  return programmeState === 'judging' ? allow(true) : refuse('wrong-state');
}

/** The state of a judge's sheet after the declaration: a sheet already given back stays so, a signed one cannot go. */
export function recuse(state: SheetState): Decision<SheetState, 'sheet-signed'> {
  if (state === 'signed') return refuse('sheet-signed');
  return allow(isLive(state) ? (sheetStates[state].recuse ?? state) : state);
}
