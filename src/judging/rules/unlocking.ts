import {
  allow,
  type Decision,
  permits,
  refuse,
  type StateTable,
  step,
} from '../../platform/pure/decision.js';
import { type RoundState, type SheetState, sheetStates } from './states.js';

export type UnlockState = 'requested' | 'confirmed' | 'dismissed';
export const unlockActions = ['confirm', 'dismiss'] as const;
export type UnlockAction = (typeof unlockActions)[number];

export const unlockStates: StateTable<UnlockState, UnlockAction> = {
  requested: { confirm: 'confirmed', dismiss: 'dismissed' },
  confirmed: {},
  dismissed: {},
};

const hour = 3_600_000;
/** How long a request waits for the second person. */
const requestLasts = 24 * hour;
/** How long a judge has at least to sign anew. */
export const signAnew = 48 * hour;

/** Whether the unlocking of a sheet may be asked for: it is signed, and its round is open. */
export function requestUnlock(
  round: { readonly state: RoundState },
  sheet: { readonly state: SheetState },
): Decision<true, 'round-not-open' | 'round-closed' | 'sheet-not-signed'> {
  if (round.state === 'closed') return refuse('round-closed');
  if (round.state !== 'open') return refuse('round-not-open');
  return permits(sheetStates, sheet.state, 'reopen') ? allow(true) : refuse('sheet-not-signed');
}

type Unlock = {
  readonly state: UnlockState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
};

export type UnlockRefusal = 'wrong-state' | 'same-person' | 'unlock-expired';

/** What becomes of a request: only another person confirms it, and within a day; anybody who may ask may dismiss it. */
export function decideUnlock(
  unlock: Unlock,
  action: UnlockAction,
  personId: string | null,
  now: Date,
): Decision<UnlockState, UnlockRefusal> {
  const next = step(unlockStates, unlock.state, action);
  if (!next.ok || action === 'dismiss') return next;
  if (unlock.requestedBy === personId || personId === null) return refuse('same-person');
  const isFresh = now.getTime() - unlock.requestedAt.getTime() < requestLasts;
  return isFresh ? next : refuse('unlock-expired');
}

/** Until when a sheet that was opened again may be signed: with the round, but not before two days are over. */
export const dueAnew = (round: { readonly closesAt: Date | null }, now: Date): Date =>
  new Date(Math.max(round.closesAt?.getTime() ?? 0, now.getTime() + signAnew));
