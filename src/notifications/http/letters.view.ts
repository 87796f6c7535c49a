import type { LetterCount } from '../use-cases/count-letters.js';

export class LetterCountView {
  /** invitation, entry-submitted, entry-returned, judge-invited, round-opened, sheet-unlocked, second-look, sheet-added, spread-undecided, notice-released or results-released. */
  kind: string;
  pending: number;
  sent: number;
  /** Refused by the mail server so far; the job tries again. */
  failed: number;
}

/** One row a kind, whatever states its letters are in. */
export function letterCountViews(counts: readonly LetterCount[]): LetterCountView[] {
  const views = new Map<string, LetterCountView>();
  for (const { kind, state, count } of counts) {
    const view = views.get(kind) ?? { kind, pending: 0, sent: 0, failed: 0 };
    view[state] = count;
    views.set(kind, view);
  }
  return [...views.values()];
}
