import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { ConflictKind } from './conflict-kinds.js';
import type { JudgeState } from './states.js';

/** A judge and an entry that an administrator would bring together. */
export type Match = {
  readonly judge: { readonly state: JudgeState; readonly categoryId: string };
  readonly entry: { readonly categoryId: string };
  readonly conflicts: readonly ConflictKind[];
  /** Whether the judge has or ever had this entry in the round. */
  readonly hadBefore: boolean;
};

export type MatchRefusal = 'judge-not-available' | 'other-category' | 'conflict' | 'had-before';

/** Whether a judge may get an entry: the same conditions for hand and machine. */
export function mayJudge(match: Match): Decision<true, MatchRefusal> {
  const { judge, entry, conflicts, hadBefore } = match;
  if (judge.state !== 'accepted') return refuse('judge-not-available');
  if (judge.categoryId !== entry.categoryId) return refuse('other-category');
  if (conflicts.length > 0) return refuse('conflict');
  return hadBefore ? refuse('had-before') : allow(true);
}

/** Whether an entry's panel has room for one more judge. */
export const hasRoom = (live: number, perEntry: number): Decision<true, 'panel-full'> =>
  live < perEntry ? allow(true) : refuse('panel-full');
