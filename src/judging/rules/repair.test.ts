import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { assign } from './assignment.js';
import { pairSet, type Pair } from './assignment-shapes.js';
import { repair, type RepairProblem } from './repair.js';

const rows = (keys: string) => [...keys].map((key) => ({ key, categoryKey: 'A', groupKey: key }));
const pairsOf = (...texts: string[]): Pair[] =>
  texts.map((text) => ({ entry: text[0] as string, judge: text[1] as string }));
const textsOf = (pairs: readonly Pair[]): string[] =>
  pairs.map(({ entry, judge }) => entry + judge);

const problemOf = (change: Partial<RepairProblem>): RepairProblem => ({
  entries: rows('abc'),
  judges: rows('wxyz'),
  forbidden: [],
  current: pairsOf('aw', 'ax', 'bx', 'by', 'cw', 'cy'),
  withdrawn: ['x'],
  finished: [],
  had: [],
  seed: 'seed',
  ...change,
});

describe('a repair', () => {
  it('replaces what the withdrawn judge leaves and moves nothing else', () => {
    const decision = repair(problemOf({}));
    expect(decision).toMatchObject({ ok: true, value: { loadSpread: { A: 0 } } });
    if (!decision.ok) return;
    expect(textsOf(decision.value.lost)).toEqual(['ax', 'bx']);
    expect(textsOf(decision.value.kept)).toEqual(['aw', 'by', 'cw', 'cy']);
    expect(textsOf(decision.value.added)).toEqual(['az', 'bz']);
    expect(textsOf(decision.value.pairs)).toEqual(['aw', 'az', 'by', 'bz', 'cw', 'cy']);
  });

  it('leaves a sheet the withdrawn judge has handed in', () => {
    const decision = repair(problemOf({ finished: pairsOf('bx') }));
    expect(decision.ok && textsOf(decision.value.added)).toEqual(['az']);
    expect(decision.ok && textsOf(decision.value.kept)).toContain('bx');
  });

  it('replaces a pair that became forbidden, although nobody withdrew', () => {
    const forbidden = [{ entry: 'c', judge: 'y', reason: 'declared' }];
    const decision = repair(problemOf({ withdrawn: [], forbidden }));
    expect(decision.ok && textsOf(decision.value.added)).toEqual(['cz']);
  });

  it('does not give an entry to a judge who had it before', () => {
    const decision = repair(problemOf({ had: pairsOf('az') }));
    expect(decision.ok && textsOf(decision.value.added)).toEqual(['ay', 'bz']);
  });

  it('does not fill places that were empty before', () => {
    const current = pairsOf('aw', 'ax', 'by', 'cw', 'cy');
    const decision = repair(problemOf({ current }));
    expect(decision.ok && textsOf(decision.value.added)).toEqual(['az']);
  });

  it('says who is missing when nobody is left', () => {
    const forbidden = [{ entry: 'b', judge: 'z', reason: 'same-prefecture' }];
    expect(repair(problemOf({ forbidden, had: pairsOf('bw') }))).toMatchObject({
      ok: false,
      code: 'not-enough-judges',
      shortfalls: [
        {
          entry: 'b',
          missing: 1,
          eligible: 1,
          why: { 'had-before': 1, 'same-prefecture': 1, withdrawn: 1 },
        },
      ],
    });
  });

  it('keeps its promises for any withdrawals from any assignment', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 3 }), (seed, leavers) => {
        const { below, shuffle } = seededRandom(seed);
        const entries = rows('abcdefgh');
        const judges = rows('rstuvwxyz');
        const first = assign({ entries, judges, forbidden: [], kept: [], perEntry: 3, seed });
        if (!first.ok) throw new Error('eight entries find three of nine judges');
        const withdrawn = shuffle(judges)
          .slice(0, leavers)
          .map(({ key }) => key);
        const finished = first.value.pairs.filter(() => below(3) === 0);
        const had = pairsOf('ar', 'bs');
        const problem = problemOf({
          entries,
          judges,
          current: first.value.pairs,
          withdrawn,
          finished,
          had,
          seed,
        });
        const decision = repair(problem);
        if (!decision.ok) throw new Error('nine judges less three are enough');
        const { pairs, kept, lost, added } = decision.value;
        const [wasFinished, wasHad] = [pairSet(finished), pairSet([...had, ...problem.current])];

        expect(textsOf([...kept, ...lost]).sort()).toEqual(textsOf(first.value.pairs));
        expect(textsOf([...kept, ...added]).sort()).toEqual(textsOf(pairs));
        expect(lost.every((pair) => withdrawn.includes(pair.judge) && !wasFinished(pair))).toBe(
          true,
        );
        expect(kept.every((pair) => !withdrawn.includes(pair.judge) || wasFinished(pair))).toBe(
          true,
        );
        expect(added.filter((pair) => withdrawn.includes(pair.judge) || wasHad(pair))).toEqual([]);
        expect(added.map(({ entry }) => entry)).toEqual(lost.map(({ entry }) => entry));
        expect(repair({ ...problem, current: shuffle(problem.current) })).toEqual(decision);
      }),
      { numRuns: 200 },
    );
  });
});
