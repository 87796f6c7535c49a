import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { assign } from './assignment.js';
import type { AssignmentProblem, Pair } from './assignment-shapes.js';
import { dualityGap } from './assignment-proof.js';
import { checkAssignment } from './check-assignment.js';

/** Two categories, recusals, kept pairs and limits drawn at random. */
const anyProblem = fc
  .record({
    entryCount: fc.integer({ min: 1, max: 12 }),
    judgeCount: fc.integer({ min: 2, max: 14 }),
    perEntry: fc.integer({ min: 1, max: 4 }),
    seed: fc.string(),
  })
  .map(({ entryCount, judgeCount, perEntry, seed }): AssignmentProblem => {
    const random = seededRandom(seed);
    const row = (name: string, key: number) => ({
      key: `${name}${key}`,
      categoryKey: random.next() < 0.8 ? 'A' : 'B',
      groupKey: `group${random.below(4)}`,
    });
    const entries = Array.from({ length: entryCount }, (_, key) => row('e', key));
    const judges = Array.from({ length: judgeCount }, (_, key) => ({
      ...row('j', key),
      maxLoad: random.next() < 0.3 ? 1 + random.below(8) : undefined,
    }));
    const some = (share: number): Pair[] =>
      entries.flatMap(({ key: entry, categoryKey }) =>
        judges
          .filter((judge) => judge.categoryKey === categoryKey && random.next() < share)
          .map(({ key: judge }) => ({ entry, judge })),
      );
    const forbidden = some(0.2).map((pair) => ({ ...pair, reason: 'same-unit' }));
    const barred = new Set(forbidden.map(({ entry, judge }) => entry + judge));
    const seen = new Set<string>();
    const kept = some(0.08).filter(({ entry, judge }) => {
      const isFirst = !seen.has(entry) && !barred.has(entry + judge);
      seen.add(entry);
      return isFirst;
    });
    return { entries, judges, forbidden, kept, perEntry, seed };
  });

describe('the proof of an assignment', () => {
  it('leaves no gap for any assignment the solver makes', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const decision = assign(problem);
        fc.pre(decision.ok);
        expect(dualityGap(problem, decision.value)).toBe(0n);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a gap for any other assignment that keeps the rules, unless it costs the same', () => {
    fc.assert(
      fc.property(anyProblem, fc.string(), (problem, other) => {
        const decision = assign(problem);
        const worse = assign({ ...problem, seed: `${problem.seed}/${other}` });
        fc.pre(decision.ok && worse.ok);
        const { pairs } = worse.value;
        fc.pre(JSON.stringify(pairs) !== JSON.stringify(decision.value.pairs));
        const gap = dualityGap(problem, { pairs, prices: decision.value.prices });
        expect(checkAssignment(problem, pairs, Infinity).filter(isAboutPairs)).toEqual([]);
        // Two assignments may have lots of the same sum; then both are the best.
        expect(gap).toBeGreaterThanOrEqual(0n);
        expect(gap === 0n).toBe(costs(problem, pairs) === costs(problem, decision.value.pairs));
      }),
      { numRuns: 60 },
    );
  });

  it('does not hold with a price changed that a judge in use depends on', () => {
    const row = (key: string) => ({ key, categoryKey: 'A', groupKey: key });
    const problem: AssignmentProblem = {
      entries: [...'abcd'].map(row),
      judges: [...'uvwx'].map(row),
      forbidden: [],
      kept: [],
      perEntry: 2,
      seed: 'seed',
    };
    const decision = assign(problem);
    if (!decision.ok) throw new Error('four judges are enough');
    const { pairs, prices } = decision.value;
    const gaps = [...'uvwx'].map((judge) =>
      dualityGap(problem, { pairs, prices: { ...prices, [judge]: (prices[judge] ?? 0) * 9 } }),
    );
    expect(gaps.map((gap) => gap > 0n)).toEqual([true, true, true, true]);
  });
});

const isAboutPairs = ({ code }: { readonly code: string }): boolean => code !== 'over-max-load';

/** The cost of an assignment at prices of nothing but its own: the gap to a dual of 0 at price 0 is it. */
const costs = (problem: AssignmentProblem, pairs: readonly Pair[]): bigint =>
  dualityGap(problem, { pairs, prices: {} });
