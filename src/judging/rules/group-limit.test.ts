import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { assign } from './assignment.js';
import { dualityGap } from './assignment-proof.js';
import { type AssignmentProblem, type Pair, pairSet } from './assignment-shapes.js';
import { checkAssignment } from './check-assignment.js';
import { loosening } from './loosening.js';
import { shortfallGroups } from './shortfall-groups.js';

/** Few judges of two or three prefectures, of which an entry may have one or two. */
const smallProblem = fc
  .record({
    entryCount: fc.integer({ min: 1, max: 3 }),
    judgeCount: fc.integer({ min: 2, max: 6 }),
    perEntry: fc.integer({ min: 1, max: 3 }),
    perGroup: fc.integer({ min: 1, max: 2 }),
    forbiddenShare: fc.constantFrom(0, 0.2, 0.4),
    seed: fc.string(),
  })
  .map(({ entryCount, judgeCount, forbiddenShare, seed, ...sizes }): AssignmentProblem => {
    const random = seededRandom(seed);
    const row = (key: string) => ({ key, categoryKey: 'A', groupKey: `group${random.below(3)}` });
    const entries = Array.from({ length: entryCount }, (_, at) => row(`e${at}`));
    const judges = Array.from({ length: judgeCount }, (_, at) => ({
      ...row(`j${at}`),
      maxLoad: random.next() < 0.4 ? 1 + random.below(2) : undefined,
    }));
    const all = entries.flatMap((e) => judges.map((j) => ({ entry: e.key, judge: j.key })));
    const forbidden = all
      .filter(() => random.next() < forbiddenShare)
      .map((pair) => ({ ...pair, reason: 'kin' }));
    const isForbidden = pairSet(forbidden);
    const kept = all.filter(
      (pair, at) => !isForbidden(pair) && at % judgeCount === 0 && random.next() < 0.3,
    );
    const held = kept.length;
    return {
      ...{ entries, forbidden, kept, seed, ...sizes },
      judges: judges.map((judge, at) =>
        at === 0 && judge.maxLoad !== undefined
          ? { ...judge, maxLoad: Math.max(held, judge.maxLoad) }
          : judge,
      ),
    };
  });

const subsets = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);

const countOf = (pairs: readonly Pair[], part: Partial<Pair>): number =>
  pairs.filter(
    ({ entry, judge }) => entry === (part.entry ?? entry) && judge === (part.judge ?? judge),
  ).length;

/** What these entries lack at least: tried with every set of judges taken for full. */
function lackOf(problem: AssignmentProblem, entries: readonly string[]): number {
  const { judges, kept, perEntry, perGroup = Infinity } = problem;
  const [isKept, isForbidden] = [pairSet(kept), pairSet(problem.forbidden)];
  const groups = [...new Set(judges.map(({ groupKey }) => groupKey))];
  const roomAt = (entry: string, group: string, full: ReadonlySet<string>): number => {
    const own = judges.filter(({ groupKey }) => groupKey === group);
    const held = own.filter(({ key: judge }) => isKept({ entry, judge })).length;
    const free = own.filter(
      ({ key: judge }) =>
        !full.has(judge) && !isKept({ entry, judge }) && !isForbidden({ entry, judge }),
    );
    return Math.min(Math.max(0, perGroup - held), free.length);
  };
  const supply = subsets(judges).map((set) => {
    const full = new Set(set.map(({ key }) => key));
    const loads = set.map(
      ({ key: judge, maxLoad = Infinity }) => maxLoad - countOf(kept, { judge }),
    );
    const others = entries.flatMap((entry) => groups.map((group) => roomAt(entry, group, full)));
    return [...loads, ...others].reduce((sum, units) => sum + units, 0);
  });
  const held = entries.reduce((sum, entry) => sum + countOf(kept, { entry }), 0);
  return entries.length * perEntry - held - Math.min(...supply);
}

const worstLack = (problem: AssignmentProblem): number =>
  Math.max(...subsets(problem.entries.map(({ key }) => key)).map((set) => lackOf(problem, set)));

/** Every assignment there is, entry by entry. */
function* everyAssignment(problem: AssignmentProblem, at = 0): Generator<Pair[]> {
  const entry = problem.entries[at]?.key;
  if (entry === undefined) return yield [];
  const kept = problem.kept.filter((pair) => pair.entry === entry);
  const panels = subsets(problem.judges.map(({ key: judge }) => ({ entry, judge }))).filter(
    (panel) => panel.length === problem.perEntry && kept.every(pairSet(panel)),
  );
  for (const rest of everyAssignment(problem, at + 1))
    for (const panel of panels) yield [...panel, ...rest];
}

/** First the squares of the loads, then the pairs of judges of one group at one entry. */
function goodness({ entries, judges }: AssignmentProblem, pairs: readonly Pair[]): number {
  const groupOf = new Map(judges.map(({ key, groupKey }) => [key, groupKey]));
  const squares = judges.map(({ key: judge }) => countOf(pairs, { judge }) ** 2);
  const shared = entries.map(({ key }) => {
    const own = pairs.filter(({ entry }) => entry === key).map(({ judge }) => groupOf.get(judge));
    return own.flatMap((group, at) => own.slice(at + 1).filter((other) => other === group)).length;
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return sum(squares) * 1_000 + sum(shared);
}

const bestByTrying = (problem: AssignmentProblem): number =>
  [...everyAssignment(problem)]
    .filter((pairs) => checkAssignment(problem, pairs, Infinity).length === 0)
    .reduce((best, pairs) => Math.min(best, goodness(problem, pairs)), Infinity);

describe('a limit of judges of one group at an entry', () => {
  it('is kept by the best of all assignments that keep it, and its prices prove it', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const decision = assign(problem);
        fc.pre(decision.ok || decision.code === 'not-enough-judges');
        const best = decision.ok ? goodness(problem, decision.value.pairs) : Infinity;
        expect(best).toBe(bestByTrying(problem));
        if (decision.ok) {
          expect(checkAssignment(problem, decision.value.pairs, Infinity)).toEqual([]);
          expect(dualityGap(problem, decision.value)).toBe(0n);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is named where it is in the way, in numbers that counting by hand finds', () => {
    let named = 0;
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const decision = assign(problem);
        fc.pre(!decision.ok && decision.code === 'not-enough-judges');
        const groups = shortfallGroups(problem, decision.pairs);
        for (const { entries, missing, judges, ...places } of groups) {
          expect(missing).toBe(lackOf(problem, entries));
          const { apart, full, limited, used } = places;
          expect(apart + full + limited + used).toBe(judges);
          named += limited;
        }
        const missing = groups.reduce((sum, group) => sum + group.missing, 0);
        expect(missing).toBe(worstLack(problem));
      }),
      { numRuns: 300 },
    );
    expect(named).toBeGreaterThan(20);
  });

  it('is loosened by the least that alone would help', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        fc.pre(worstLack(problem) > 0);
        const { perGroup } = loosening(problem);
        if (perGroup === null) expect(worstLack({ ...problem, perGroup: 99 })).toBeGreaterThan(0);
        else {
          expect(worstLack({ ...problem, perGroup })).toBe(0);
          expect(worstLack({ ...problem, perGroup: perGroup - 1 })).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is found broken by other code than the solver’s, but for kept pairs', () => {
    const rows = (keys: string, groupKey: string) =>
      [...keys].map((key) => ({ key, categoryKey: 'A', groupKey }));
    const pairs = ['x', 'y'].map((judge) => ({ entry: 'a', judge }));
    const [entries, judges] = [rows('a', 'h'), rows('xy', 'g')];
    const problem = {
      entries,
      judges,
      forbidden: [],
      kept: [],
      perEntry: 2,
      perGroup: 1,
      seed: '',
    };
    expect(checkAssignment(problem, pairs)).toEqual([
      { code: 'over-group-limit', about: 'a × g: 2 > 1' },
    ]);
    expect(checkAssignment({ ...problem, kept: pairs }, pairs)).toEqual([]);
  });
});
