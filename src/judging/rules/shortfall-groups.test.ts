import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { assign } from './assignment.js';
import { type AssignmentProblem, pairSet } from './assignment-shapes.js';
import { loosening } from './loosening.js';
import { type ShortfallGroup, shortfallGroups } from './shortfall-groups.js';

const row = (key: string) => ({ key, categoryKey: 'A', groupKey: key });

/** Few judges with low limits, many conflicts, some pairs kept. */
const smallProblem = fc
  .record({
    entryCount: fc.integer({ min: 1, max: 5 }),
    judgeCount: fc.integer({ min: 0, max: 6 }),
    perEntry: fc.integer({ min: 1, max: 3 }),
    limitShare: fc.constantFrom(0, 0.5, 1),
    seed: fc.string(),
  })
  .map(({ entryCount, judgeCount, perEntry, limitShare, seed }): AssignmentProblem => {
    const random = seededRandom(seed);
    const limit = 1 + random.below(3);
    const entries = Array.from({ length: entryCount }, (_, at) => row(`e${at}`));
    const judges = Array.from({ length: judgeCount }, (_, at) => ({
      ...row(`j${at}`),
      maxLoad: random.next() < limitShare ? limit : undefined,
    }));
    const all = entries.flatMap((e) => judges.map((j) => ({ entry: e.key, judge: j.key })));
    const forbidden = all
      .filter(() => random.next() < 0.4)
      .map((pair) => ({ ...pair, reason: random.next() < 0.5 ? 'kin' : 'same-unit' }));
    const isForbidden = pairSet(forbidden);
    const kept = all
      .filter((pair) => !isForbidden(pair) && random.next() < 0.1)
      .filter(({ entry, judge }, at, list) =>
        list.every(
          (other, place) => place >= at || (other.entry !== entry && other.judge !== judge),
        ),
      );
    return { entries, judges, forbidden, kept, perEntry, seed };
  });

type Census = Pick<ShortfallGroup, 'missing' | 'apart' | 'full' | 'used' | 'why'>;

/** Counts for a set of entries, judge by judge, what it needs and what every judge could give it. */
function census(problem: AssignmentProblem, entries: readonly string[]): Census {
  const [isForbidden, isKept] = [pairSet(problem.forbidden), pairSet(problem.kept)];
  const [places, why] = [{ apart: 0, full: 0, used: 0 }, new Map<string, number>()];
  let missing = entries.length * problem.perEntry;
  for (const { key: judge, maxLoad = Infinity } of problem.judges) {
    const has = entries.filter((entry) => isKept({ entry, judge })).length;
    const offered = entries.filter(
      (entry) => !isKept({ entry, judge }) && !isForbidden({ entry, judge }),
    ).length;
    const room = maxLoad - problem.kept.filter((pair) => pair.judge === judge).length;
    missing -= has + Math.min(room, offered);
    if (has + offered === 0) {
      places.apart++;
      const reasons = problem.forbidden.filter(
        (pair) => pair.judge === judge && entries.includes(pair.entry),
      );
      for (const reason of new Set(reasons.map((pair) => pair.reason)))
        why.set(reason, (why.get(reason) ?? 0) + 1);
    } else if (room < offered) places.full++;
    else places.used++;
  }
  return { missing, ...places, why: Object.fromEntries(why) };
}

const subsets = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);

/** Hall and Gale: what is missing is the worst lack over all sets of entries. */
const lackOf = (problem: AssignmentProblem): number =>
  Math.max(
    ...subsets(problem.entries.map(({ key }) => key)).map((set) => census(problem, set).missing),
  );

const withLimit = (problem: AssignmentProblem, limit: number): AssignmentProblem => ({
  ...problem,
  judges: problem.judges.map(({ maxLoad, ...judge }) => ({
    ...judge,
    maxLoad: maxLoad === undefined ? undefined : Math.max(maxLoad, limit),
  })),
});

function withMore(problem: AssignmentProblem, count: number): AssignmentProblem {
  const limits = problem.judges.map(({ maxLoad = Infinity }) => maxLoad);
  const maxLoad = Math.min(...limits);
  const more = Array.from({ length: count }, (_, at) => ({ ...row(`new${at}`), maxLoad }));
  return { ...problem, judges: [...problem.judges, ...more] };
}

describe('why entries lack judges', () => {
  it('is told by numbers that counting by hand finds, and they add up to all that is lacking', () => {
    let groupsSeen = 0;
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const decision = assign(problem);
        fc.pre(!decision.ok && decision.code === 'not-enough-judges');
        const groups = shortfallGroups(problem, decision.pairs);
        groupsSeen += groups.length;
        for (const { entries, wanted, judges, missing, apart, full, used, why } of groups) {
          expect({ missing, apart, full, used, why }).toEqual(census(problem, entries));
          expect([wanted, judges]).toEqual([
            entries.length * problem.perEntry,
            problem.judges.length,
          ]);
        }
        const missing = groups.reduce((sum, group) => sum + group.missing, 0);
        expect(missing).toBe(lackOf(problem));
        const named = groups.flatMap(({ entries }) => entries);
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 400 },
    );
    expect(groupsSeen).toBeGreaterThan(100);
  });

  it('is answered by the least that alone would help', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        fc.pre(lackOf(problem) > 0);
        const { maxLoad, invite } = loosening(problem);
        expect(lackOf(withMore(problem, invite))).toBe(0);
        if (invite > 1) expect(lackOf(withMore(problem, invite - 1))).toBeGreaterThan(0);
        if (maxLoad === null) expect(lackOf(withLimit(problem, 99))).toBeGreaterThan(0);
        else {
          expect(lackOf(withLimit(problem, maxLoad))).toBe(0);
          expect(lackOf(withLimit(problem, maxLoad - 1))).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is told apart for entries that compete for no judge', () => {
    const judges = ['p', 'q', 'r'].map(row).map((judge) => ({ ...judge, maxLoad: 1 }));
    const forbidden = [
      ...['a', 'b'].map((entry) => ({ entry, judge: 'r', reason: 'kin' })),
      ...['p', 'q'].map((judge) => ({ entry: 'c', judge, reason: 'same-unit' })),
    ];
    const entries = ['a', 'b', 'c'].map(row);
    const problem = { entries, judges, forbidden, kept: [], perEntry: 2, seed: '' };
    const decision = assign(problem);
    if (decision.ok || decision.code !== 'not-enough-judges') throw new Error('it can be assigned');
    expect(shortfallGroups(problem, decision.pairs)).toEqual([
      {
        ...{ categoryKey: 'A', entries: ['a', 'b'], wanted: 4, missing: 2, judges: 3 },
        ...{ apart: 1, full: 2, limited: 0, used: 0, why: { kin: 1 } },
      },
      {
        ...{ categoryKey: 'A', entries: ['c'], wanted: 2, missing: 1, judges: 3 },
        ...{ apart: 2, full: 0, limited: 0, used: 1, why: { 'same-unit': 2 } },
      },
    ]);
    expect(loosening(problem)).toEqual({ maxLoad: null, perGroup: null, invite: 3 });
  });
});
