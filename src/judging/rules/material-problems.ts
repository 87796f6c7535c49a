import {
  type Decision,
  permits,
  refuse,
  type StateTable,
  allow,
} from '../../platform/pure/decision.js';
import type { SheetState } from './states.js';

/** What may be wrong with the material: cannot be read, lacks something, tells whose it is, is in the wrong category, is copied. */
export const problemKinds = [
  'unreadable',
  'missing',
  'identity',
  'category',
  'copied',
  'other',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export const problemStateNames = ['open', 'settled'] as const;
export type ProblemState = (typeof problemStateNames)[number];

export const problemStates: StateTable<ProblemState, 'settle'> = {
  open: { settle: 'settled' },
  settled: {},
};

/** As many may wait for an answer on one sheet. */
export const mostOpen = 5;

const reading: readonly SheetState[] = ['assigned', 'draft', 'signed'];

/**
 * Whether a judge may report a problem with what a sheet of theirs is about. It is neither a recusal nor a
 * score: the sheet stays with them, and they may go on.
 */
export function reportProblem(
  sheet: { readonly state: SheetState },
  round: { readonly state: string },
  openAlready: number,
): Decision<true, 'round-not-open' | 'wrong-state' | 'too-many-problems'> {
  if (round.state !== 'open') return refuse('round-not-open');
  if (!reading.includes(sheet.state)) return refuse('wrong-state');
  return openAlready >= mostOpen ? refuse('too-many-problems') : allow(true);
}

export const maySettle = (state: ProblemState): boolean => permits(problemStates, state, 'settle');
