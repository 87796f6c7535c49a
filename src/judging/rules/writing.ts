import { allow, type Decision, permits, refuse } from '../../platform/pure/decision.js';
import { type RoundState, type SheetAction, type SheetState, sheetStates } from './states.js';

export type WritingRound = { readonly state: RoundState; readonly closesAt: Date | null };

export type WritingRefusal =
  'round-not-open' | 'round-closed' | 'late' | 'sheet-signed' | 'sheet-closed';

/** The state of a sheet after its judge acts on it now; a score at the closing instant is late. */
export function actOnSheet(
  round: WritingRound,
  sheet: { readonly state: SheetState },
  action: SheetAction,
  now: Date,
): Decision<SheetState, WritingRefusal> {
  const timely = inTime(round, now);
  if (!timely.ok) return timely;
  if (sheet.state === 'signed') return refuse('sheet-signed');
  const next = sheetStates[sheet.state][action];
  return next === undefined ? refuse('sheet-closed') : allow(next);
}

/** Whether judges may still work in a round. */
export function inTime(
  round: WritingRound,
  now: Date,
): Decision<true, 'round-not-open' | 'round-closed' | 'late'> {
  if (round.state === 'closed') return refuse('round-closed');
  if (round.state !== 'open' || round.closesAt === null) return refuse('round-not-open');
  return now < round.closesAt ? allow(true) : refuse('late');
}

/** What a judge may do with a sheet now. */
export function sheetActions(
  round: WritingRound,
  sheet: { readonly state: SheetState },
  now: Date,
): ('score' | 'recuse')[] {
  if (!inTime(round, now).ok) return [];
  return [
    ...(permits(sheetStates, sheet.state, 'write') ? (['score'] as const) : []),
    ...(permits(sheetStates, sheet.state, 'recuse') ? (['recuse'] as const) : []),
  ];
}
