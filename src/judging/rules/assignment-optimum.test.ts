import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { assign, type AssignmentDecision } from './assignment.js';
import { pairSet, type AssignmentProblem, type Pair } from './assignment-shapes.js';
import { checkAssignment } from './check-assignment.js';

const all = (problem: AssignmentProblem): Pair[] =>
  problem.entries.flatMap(({ key: entry }) =>
    problem.judges.map(({ key: judge }) => ({ entry, judge })),
  );

/** Pairs that may be added: same category, not forbidden, not kept. */
function addable(problem: AssignmentProblem): Pair[] {
  const [isForbidden, isKept] = [pairSet(problem.forbidden), pairSet(problem.kept)];
  const categories = new Map(
    [...problem.entries, ...problem.judges].map((row) => [row.key, row.categoryKey]),
  );
  return all(problem).filter(
    (pair) =>
      !isForbidden(pair) &&
      !isKept(pair) &&
      categories.get(pair.entry) === categories.get(pair.judge),
  );
}

const needOf = ({ kept, perEntry }: AssignmentProblem, entry: string, wanted = perEntry): number =>
  wanted - kept.filter((pair) => pair.entry === entry).length;
const roomOf = ({ kept }: AssignmentProblem, judge: string, maxLoad = Infinity): number =>
  Math.max(0, maxLoad - kept.filter((pair) => pair.judge === judge).length);

const subsets = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);

/** Hall and Gale: what is missing is the worst lack over all sets of entries. */
function totalMissing(problem: AssignmentProblem): number {
  const free = addable(problem);
  const lackOf = (entries: AssignmentProblem['entries']): number => {
    const keys = new Set(entries.map(({ key }) => key));
    const need = entries.reduce((sum, each) => sum + needOf(problem, each.key, each.wanted), 0);
    const supply = problem.judges.map(({ key, maxLoad }) => {
      const offered = free.filter(({ entry, judge }) => judge === key && keys.has(entry)).length;
      return Math.min(roomOf(problem, key, maxLoad), offered);
    });
    return need - supply.reduce((sum, units) => sum + units, 0);
  };
  return Math.max(...subsets(problem.entries).map(lackOf));
}

/** First the squares of the loads, then the pairs of judges of one group at one entry. */
function goodness({ entries, judges }: AssignmentProblem, pairs: readonly Pair[]): number[] {
  const groups = new Map(judges.map(({ key, groupKey }) => [key, groupKey]));
  const squares = judges.map(({ key }) => pairs.filter(({ judge }) => judge === key).length ** 2);
  const shared = entries.map(({ key }) => {
    const own = pairs.filter(({ entry }) => entry === key).map(({ judge }) => groups.get(judge));
    return own.flatMap((group, at) => own.slice(at + 1).filter((other) => other === group)).length;
  });
  return [squares, shared].map((numbers) => numbers.reduce((sum, number) => sum + number, 0));
}

/** Every assignment there is, entry by entry. */
function* everyAssignment(problem: AssignmentProblem, at = 0): Generator<Pair[]> {
  const entry = problem.entries[at];
  if (!entry) return yield [...problem.kept];
  const need = needOf(problem, entry.key, entry.wanted);
  const free = addable(problem).filter((pair) => pair.entry === entry.key);
  const choices = subsets(free).filter((set) => set.length === need);
  for (const rest of everyAssignment(problem, at + 1))
    for (const chosen of choices) yield [...rest, ...chosen];
}

/** The best of all possible assignments, or null when there is none. */
function bestByTrying(problem: AssignmentProblem): number[] | null {
  let best: number[] | null = null;
  for (const pairs of everyAssignment(problem)) {
    const fits = problem.judges.every(
      ({ key, maxLoad = Infinity }) =>
        pairs.filter(({ judge }) => judge === key).length <=
        Math.max(maxLoad, problem.kept.filter(({ judge }) => judge === key).length),
    );
    const found = goodness(problem, pairs);
    if (fits && (!best || isBetter(found, best))) best = found;
  }
  return best;
}

const isBetter = ([load = 0, shared = 0]: number[], [bestLoad = 0, bestShared = 0]: number[]) =>
  load < bestLoad || (load === bestLoad && shared < bestShared);

/** Small problems of two categories, forbidden and kept pairs and limits drawn at random. */
const smallProblem = fc
  .record({
    entryCount: fc.integer({ min: 1, max: 4 }),
    judgeCount: fc.integer({ min: 1, max: 6 }),
    perEntry: fc.integer({ min: 1, max: 3 }),
    seed: fc.string(),
    forbiddenShare: fc.constantFrom(0, 0.2, 0.5),
    keptShare: fc.constantFrom(0, 0.15),
  })
  .map(({ entryCount, judgeCount, perEntry, seed, forbiddenShare, keptShare }) => {
    const random = seededRandom(seed);
    const row = (name: string, key: number) => ({
      key: `${name}${key}`,
      categoryKey: random.next() < 0.75 ? 'A' : 'B',
      groupKey: `group${random.below(3)}`,
    });
    const entries = Array.from({ length: entryCount }, (_, key) => row('e', key));
    const judges = Array.from({ length: judgeCount }, (_, key) => ({
      ...row('j', key),
      maxLoad: random.next() < 0.3 ? random.below(4) : undefined,
    }));
    const empty: AssignmentProblem = { entries, judges, forbidden: [], kept: [], perEntry, seed };
    const forbidden = addable(empty)
      .filter(() => random.next() < forbiddenShare)
      .map((pair) => ({ ...pair, reason: random.next() < 0.5 ? 'same-unit' : 'declared' }));
    const kept = addable({ ...empty, forbidden })
      .filter(() => random.next() < keptShare)
      .filter((pair, at, list) => list.findIndex(({ entry }) => entry === pair.entry) === at);
    return { ...empty, forbidden, kept };
  });

const missingIn = (decision: AssignmentDecision): number =>
  decision.ok || decision.code !== 'not-enough-judges'
    ? 0
    : decision.shortfalls.reduce((sum, { missing }) => sum + missing, 0);

describe('an assignment of any problem', () => {
  it('is as even and as mixed as the best found by trying all', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const decision = assign(problem);
        const best = decision.ok ? goodness(problem, decision.value.pairs) : null;
        expect(best).toEqual(bestByTrying(problem));
      }),
      { numRuns: 250 },
    );
  });

  it('lacks exactly the judges that Hall’s condition says it must', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        expect(missingIn(assign(problem))).toBe(Math.max(0, totalMissing(problem)));
      }),
      { numRuns: 500 },
    );
  });

  it('breaks no rule', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const decision = assign(problem);
        fc.pre(decision.ok);
        const broken = checkAssignment(problem, decision.value.pairs, Infinity);
        // Kept pairs may exceed a limit set later; then there is nothing to be done about it.
        expect(
          broken.filter(({ code }) => code !== 'over-max-load' || !problem.kept.length),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('explains each missing judge by a recusal or by a full load', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const decision = assign(problem);
        fc.pre(!decision.ok && decision.code === 'not-enough-judges');
        for (const { entry, missing, eligible, why } of decision.shortfalls)
          expect({ entry, full: why['at-max-load'] ?? 0 }).toEqual({
            entry,
            full: eligible - (problem.perEntry - missing),
          });
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(smallProblem, fc.string(), (problem, order) => {
        const { shuffle } = seededRandom(order);
        const shuffled = {
          ...problem,
          entries: shuffle(problem.entries),
          judges: shuffle(problem.judges),
          forbidden: shuffle(problem.forbidden),
          kept: shuffle(problem.kept),
        };
        expect(assign(shuffled)).toEqual(assign(problem));
      }),
      { numRuns: 200 },
    );
  });
});
