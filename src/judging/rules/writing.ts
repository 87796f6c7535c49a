import { allow, type Decision, permits, refuse } from '../../platform/pure/decision.js';
import {
  isLive,
  type RoundState,
  type SheetAction,
  type SheetState,
  sheetStates,
} from './states.js';

export type WritingRound = { readonly state: RoundState; readonly closesAt: Date | null };

/** A sheet that was given or opened again late may have a due time of its own. */
export type WritingSheet = { readonly state: SheetState; readonly dueAt: Date | null };

export type WritingRefusal =
  'round-not-open' | 'round-closed' | 'late' | 'sheet-signed' | 'sheet-closed';

/** The state of a sheet after its judge acts on it now; a score at the closing instant is late. */
export function actOnSheet(
  round: WritingRound,
  sheet: WritingSheet,
  action: SheetAction,
  now: Date,
): Decision<SheetState, WritingRefusal> {
  const timely = inTime(round, now, sheet.dueAt);
  if (!timely.ok) return timely;
  if (sheet.state === 'signed') return refuse('sheet-signed');
  const next = sheetStates[sheet.state][action];
  return next === undefined ? refuse('sheet-closed') : allow(next);
}

/** Whether a judge may still work in a round, or on a sheet with a later due time of its own. */
export function inTime(
  round: WritingRound,
  now: Date,
  dueAt: Date | null = null,
): Decision<true, 'round-not-open' | 'round-closed' | 'late'> {
  if (round.state === 'closed') return refuse('round-closed');
  if (round.state !== 'open' || round.closesAt === null) return refuse('round-not-open');
  const until = dueAt !== null && dueAt > round.closesAt ? dueAt : round.closesAt;
  return now < until ? allow(true) : refuse('late');
}

/** Whether a judge may put a sheet aside or note something on it: also on a signed one, to the end of the round. */
export function markSheet(
  round: WritingRound,
  sheet: WritingSheet,
  now: Date,
): Decision<true, WritingRefusal> {
  const timely = inTime(round, now, sheet.dueAt);
  if (!timely.ok) return timely;
  return isLive(sheet.state) ? allow(true) : refuse('sheet-closed');
}

/** What a judge may do with a sheet now. */
export function sheetActions(
  round: WritingRound,
  sheet: WritingSheet,
  now: Date,
): ('score' | 'recuse' | 'mark')[] {
  if (!inTime(round, now, sheet.dueAt).ok) return [];
  return [
    ...(isLive(sheet.state) ? (['mark'] as const) : []),
    ...(permits(sheetStates, sheet.state, 'write') ? (['score'] as const) : []),
    ...(permits(sheetStates, sheet.state, 'recuse') ? (['recuse'] as const) : []),
  ];
}
