import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssignmentProblem, type Pair } from './assignment-shapes.js';
import { checkAssignment } from './check-assignment.js';

const row = (key: string, categoryKey: string) => ({ key, categoryKey, groupKey: 'p' });
const pairs = (...texts: string[]): Pair[] =>
  texts.map((text) => ({ entry: text[0] as string, judge: text[1] as string }));

const problem: AssignmentProblem = {
  entries: [row('a', 'X'), row('b', 'X'), row('c', 'Y')],
  judges: [
    ...[...'pqr'].map((key) => row(key, 'X')),
    { ...row('u', 'Y'), maxLoad: 2 },
    row('v', 'Y'),
  ],
  forbidden: [{ ...(pairs('ar')[0] as Pair), reason: 'same-unit' }],
  kept: pairs('bp'),
  perEntry: 2,
  seed: '',
};
const sound = pairs('ap', 'aq', 'bp', 'br', 'cu', 'cv');
const without = (...gone: string[]): Pair[] =>
  sound.filter(({ entry, judge }) => !gone.includes(entry + judge));

describe('the check of an assignment', () => {
  it('finds nothing in a sound one', () => {
    expect(checkAssignment(problem, sound)).toEqual([]);
  });

  it.each([
    ['a judge too few', without('cv'), ['wrong-count c: 1, not 2']],
    ['a judge too many', [...sound, ...pairs('bq')], ['wrong-count b: 3, not 2']],
    ['a pair twice', [...sound, ...pairs('br')], ['pair-twice b × r']],
    [
      'a pair twice in place of a second judge',
      [...without('br'), ...pairs('bp')],
      ['load-spread X: from 0 to 3', 'pair-twice b × p', 'wrong-count b: 1, not 2'],
    ],
    [
      'a forbidden pair',
      [...without('aq'), ...pairs('ar')],
      ['forbidden-pair a × r: same-unit', 'load-spread X: from 0 to 2'],
    ],
    [
      'a judge of another category',
      [...without('br'), ...pairs('bv')],
      ['load-spread X: from 0 to 2', 'wrong-category b × v'],
    ],
    ['a kept pair lost', [...without('bp'), ...pairs('bq')], ['kept-pair-lost b × p']],
    [
      'a judge nobody knows',
      [...without('br'), ...pairs('b?')],
      ['load-spread X: from 0 to 2', 'unknown-judge b × ?'],
    ],
    ['an entry nobody knows', [...sound, ...pairs('?q')], ['unknown-entry ? × q']],
  ])('finds %s', (_what, assigned, found) => {
    const said = checkAssignment(problem, assigned).map(({ code, about }) => `${code} ${about}`);
    expect(said).toEqual(found);
  });

  it('finds a judge over the limit', () => {
    const judges = problem.judges.map((judge) => ({
      ...judge,
      maxLoad: judge.key === 'p' ? 1 : 9,
    }));
    expect(checkAssignment({ ...problem, judges }, sound)).toEqual([
      { code: 'over-max-load', about: 'p: 2 > 1' },
    ]);
  });

  it('lets loads be as uneven as it is told', () => {
    const uneven = [...without('cu', 'br'), ...pairs('cv', 'bq')];
    const codes = (spread: number) =>
      checkAssignment(problem, uneven, spread).map(({ code }) => code);
    expect([codes(1), codes(2)]).toEqual([
      ['load-spread', 'load-spread', 'pair-twice', 'wrong-count'],
      ['pair-twice', 'wrong-count'],
    ]);
  });

  it('takes an entry’s own number of judges for its measure', () => {
    const entries = problem.entries.map((entry) => ({
      ...entry,
      wanted: entry.key === 'c' ? 1 : 2,
    }));
    expect(checkAssignment({ ...problem, entries }, sound)).toEqual([
      { code: 'wrong-count', about: 'c: 2, not 1' },
    ]);
  });

  it('notices any one pair exchanged for one that is not in the assignment', () => {
    const judge = fc.constantFrom(...'pqruv?');
    fc.assert(
      fc.property(fc.nat(sound.length - 1), judge, (at, other) => {
        const changed = sound.map((pair, index) =>
          index === at ? { ...pair, judge: other } : pair,
        );
        // Only b may have any two of p, q, r; and p must stay. So b × q is as good as b × r, except
        // for the load it leaves; a × r, strangers, other categories and doubles are always seen.
        const isHarmless = sound[at]?.judge === other;
        expect(checkAssignment(problem, changed).length === 0).toBe(isHarmless);
      }),
    );
  });
});
