import { allow, type Decision, refuse, step } from '../../platform/pure/decision.js';
import { type RoundState, roundStates } from './states.js';

type Window = { readonly opensAt: Date; readonly closesAt: Date };

/** How an entry's panel stands. */
export type Panel = {
  readonly entryId: string;
  /** Sheets whose judge may score or has signed. */
  readonly live: number;
  readonly signed: number;
  /** Unsigned live sheets that must not be: their judge has left or has a conflict. */
  readonly unsound: number;
  /** Live sheets over which a conflict is asked and not yet decided. */
  readonly asked: number;
};

/**
 * Opens a round once the judging window has begun, when every panel is full and free of conflicts,
 * also of those that are only proposed.
 * @param window the programme's, or with a later end that an administrator answers for
 */
export function openRound(
  round: { readonly state: RoundState; readonly perEntry: number },
  panels: readonly Panel[],
  window: Window,
  now: Date,
): Decision<
  RoundState,
  | 'wrong-state'
  | 'window-not-open'
  | 'window-closed'
  | 'assignment-incomplete'
  | 'conflicts-proposed'
> {
  const next = step(roundStates, round.state, 'open');
  if (!next.ok) return next;
  if (now < window.opensAt) return refuse('window-not-open');
  if (now >= window.closesAt) return refuse('window-closed');
  const isWhole = panels.every(({ live, unsound }) => live === round.perEntry && unsound === 0);
  if (!isWhole) return refuse('assignment-incomplete');
  return panels.some(({ asked }) => asked > 0) ? refuse('conflicts-proposed') : next;
}

/** The panels that still lack signed sheets, and how many. */
export const gapsIn = (
  panels: readonly Panel[],
  perEntry: number,
): { readonly entryId: string; readonly lacks: number }[] =>
  panels
    .filter(({ signed }) => signed < perEntry)
    .map(({ entryId, signed }) => ({ entryId, lacks: perEntry - signed }));

/** Closes a round when every entry has its signed sheets, whether or not every judge is done. */
export function closeRound(
  round: { readonly state: RoundState; readonly perEntry: number },
  panels: readonly Panel[],
): Decision<RoundState, 'wrong-state' | 'entries-lack-sheets'> {
  const next = step(roundStates, round.state, 'close');
  if (!next.ok) return next;
  return gapsIn(panels, round.perEntry).length === 0 ? next : refuse('entries-lack-sheets');
}

/** The judging window with another end, which must be later. */
export const lengthen = (window: Window, until: Date): Decision<Window, 'extension-not-later'> =>
  until > window.closesAt
    ? allow({ opensAt: window.opensAt, closesAt: until })
    : refuse('extension-not-later');

/** A later closing time for an open round: after the present one and after now. */
export function extendRound(
  round: { readonly state: RoundState; readonly closesAt: Date | null },
  until: Date,
  now: Date,
): Decision<Date, 'wrong-state' | 'extension-not-later'> {
  const next = step(roundStates, round.state, 'extend');
  if (!next.ok) return next;
  const isLater = until > now && (round.closesAt === null || until > round.closesAt);
  return isLater ? allow(until) : refuse('extension-not-later');
}
