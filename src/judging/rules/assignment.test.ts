import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assignment.js';
import { type AssignmentProblem, type Pair } from './assignment-shapes.js';
import { checkAssignment } from './check-assignment.js';

const problemOf = (change: Partial<AssignmentProblem>): AssignmentProblem => ({
  entries: [],
  judges: [],
  forbidden: [],
  kept: [],
  perEntry: 2,
  seed: 'seed',
  ...change,
});
const rows = (keys: string, categoryKey = 'A') =>
  [...keys].map((key) => ({ key, categoryKey, groupKey: key }));
const pairsOf = (...texts: string[]): Pair[] =>
  texts.map((text) => ({ entry: text[0] as string, judge: text[1] as string }));
describe('an assignment', () => {
  it('gives loads that differ by one at most when every judge may score every entry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 3, max: 9 }), (n, m) => {
        const keys = (length: number) =>
          Array.from({ length }, (_, key) => String.fromCharCode(97 + key)).join('');
        const decision = assign(
          problemOf({ entries: rows(keys(n)), judges: rows(keys(m)), perEntry: 3 }),
        );
        expect(decision.ok && decision.value.loadSpread).toEqual({ A: (3 * n) % m === 0 ? 0 : 1 });
      }),
    );
  });

  it('is this one for this seed, on every machine', () => {
    const decision = assign(
      problemOf({ entries: rows('abcdef'), judges: rows('uvwxyz'), seed: '种子 2026' }),
    );
    const texts = decision.ok ? decision.value.pairs.map(({ entry, judge }) => entry + judge) : [];
    expect(texts.join(' ')).toBe('au ay bu by cv cz dw dx ev ew fx fz');
  });

  it('changes with the seed', () => {
    const entries = rows('abcdefgh');
    const judges = rows('uvwxyz');
    const made = Array.from({ length: 8 }, (_, seed) =>
      JSON.stringify(assign(problemOf({ entries, judges, seed: String(seed) }))),
    );
    expect(new Set(made).size).toBe(8);
  });

  it('keeps what is kept and takes an entry’s own number of judges', () => {
    const entries = [...rows('a'), ...rows('b').map((entry) => ({ ...entry, wanted: 3 }))];
    const decision = assign(
      problemOf({ entries, judges: rows('xyz'), kept: pairsOf('ax', 'bx', 'ax') }),
    );
    expect(decision).toMatchObject({ ok: true, value: { loadSpread: { A: 1 } } });
    expect(decision.ok && decision.value.pairs.map(({ entry, judge }) => entry + judge)).toEqual([
      'ax',
      expect.stringMatching(/^a[yz]$/),
      ...['bx', 'by', 'bz'],
    ]);
  });

  it('prefers an even load to judges from different groups', () => {
    const judges = [...'pqrs'].map((key) => ({ key, categoryKey: 'A', groupKey: 'same' }));
    const entries = [...rows('a').map((entry) => ({ ...entry, wanted: 4 })), ...rows('b')];
    const kept = pairsOf('by', 'bz');
    const decision = assign(problemOf({ entries, judges: [...judges, ...rows('yz')], kept }));
    expect(decision.ok && decision.value.pairs).toEqual(
      pairsOf('ap', 'aq', 'ar', 'as', 'by', 'bz'),
    );
  });

  it('holds a whole province: 115 entries, 45 judges, 14 prefectures', () => {
    const place = (prefix: string, key: number) => ({
      key: `${prefix}${key}`,
      categoryKey: `category${key % 3}`,
      groupKey: `prefecture${(key * 5) % 14}`,
    });
    const entries = Array.from({ length: 115 }, (_, key) => place('entry', key));
    const judges = Array.from({ length: 45 }, (_, key) => place('judge', key));
    const forbidden = entries.flatMap((entry) =>
      judges
        .filter(({ groupKey }) => groupKey === entry.groupKey)
        .map((judge) => ({ entry: entry.key, judge: judge.key, reason: 'same-prefecture' })),
    );
    const problem = problemOf({ entries, judges, forbidden, perEntry: 5 });
    const decision = assign(problem);
    expect(decision.ok && decision.value.pairs.length).toBe(575);
    expect(decision.ok && checkAssignment(problem, decision.value.pairs)).toEqual([]);
  });
});

describe('an impossible assignment', () => {
  it('says which entry lacks whom and why', () => {
    const forbidden = [
      ...pairsOf('ax', 'ay').map((pair) => ({ ...pair, reason: 'same-prefecture' })),
      ...pairsOf('ax', 'bu').map((pair) => ({ ...pair, reason: 'declared' })),
    ];
    const judges = [...rows('xyz'), ...rows('u', 'B')];
    expect(assign(problemOf({ entries: rows('ab'), judges, forbidden }))).toMatchObject({
      ok: false,
      code: 'not-enough-judges',
      shortfalls: [
        { entry: 'a', missing: 1, eligible: 1, why: { declared: 1, 'same-prefecture': 2 } },
      ],
    });
  });

  it('says that the eligible judges are full', () => {
    const judges = rows('xy').map((judge) => ({ ...judge, maxLoad: 1 }));
    expect(assign(problemOf({ entries: rows('a'), judges, kept: pairsOf('ax') }))).toMatchObject({
      ok: true,
    });
    const decision = assign(problemOf({ entries: rows('ab'), judges, kept: pairsOf('ax', 'ay') }));
    expect(decision).toMatchObject({
      ok: false,
      code: 'not-enough-judges',
      shortfalls: [{ entry: 'b', missing: 2, eligible: 2, why: { 'at-max-load': 2 } }],
    });
  });

  it.each([
    ['unknown-entry', 'qx'],
    ['unknown-judge', 'aq'],
    ['other-category', 'au'],
    ['forbidden', 'az'],
  ])('names a kept pair at fault: %s', (fault, text) => {
    const kept = pairsOf(text);
    const forbidden = pairsOf('az').map((pair) => ({ ...pair, reason: 'declared' }));
    const judges = [...rows('xyz'), ...rows('u', 'B')];
    expect(assign(problemOf({ entries: rows('a'), judges, forbidden, kept }))).toEqual({
      ok: false,
      code: 'kept-pairs-impossible',
      faults: [{ ...kept[0], fault }],
    });
  });

  it('names the kept pairs of an entry that has too many', () => {
    const kept = pairsOf('ax', 'ay', 'az');
    expect(assign(problemOf({ entries: rows('a'), judges: rows('xyz'), kept }))).toEqual({
      ok: false,
      code: 'kept-pairs-impossible',
      faults: kept.map((pair) => ({ ...pair, fault: 'too-many' })),
    });
  });

  it('throws when a key occurs twice: that is no problem of judges', () => {
    expect(() => assign(problemOf({ entries: rows('aa') }))).toThrow(RangeError);
  });
});
