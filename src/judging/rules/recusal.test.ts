import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Belonging,
  computeConflicts,
  type KnownEntry,
  type KnownJudge,
  type RecusalPolicy,
} from './recusal.js';

const at = (unitId: string | null, prefectureId: string | null): Belonging => ({
  unitId,
  prefectureId,
});
const both: RecusalPolicy = {
  'same-unit': 'forbid',
  'same-prefecture': 'forbid',
  'own-unit-in-category': 'allow',
  'took-part': 'forbid',
};
const judgeOf = (place: Belonging, part: Partial<KnownJudge> = {}): KnownJudge => ({
  ...place,
  personId: 'judge',
  name: '周敏',
  ...part,
});
const entryOf = (place: Belonging, part: Partial<KnownEntry> = {}): KnownEntry => ({
  ...place,
  unitsInCategory: new Set(place.unitId === null ? [] : [place.unitId]),
  people: { personIds: ['author'], names: ['李想'] },
  ...part,
});

describe('the conflicts of a judge with an entry by their places', () => {
  it.each([
    ['none between strangers', at('u1', 'p1'), at('u2', 'p2'), both, []],
    [
      'unit and prefecture at the same school',
      at('u1', 'p1'),
      at('u1', 'p1'),
      both,
      ['same-unit', 'same-prefecture'],
    ],
    ['the prefecture for neighbours', at('u1', 'p1'), at('u2', 'p1'), both, ['same-prefecture']],
    ['the unit alone after a school moved', at('u1', 'p1'), at('u1', 'p2'), both, ['same-unit']],
    [
      'nothing the policy leaves out',
      at('u1', 'p1'),
      at('u1', 'p1'),
      { ...both, 'same-unit': 'allow', 'same-prefecture': 'allow' },
      [],
    ],
    [
      'only the unit when prefectures may meet',
      at('u1', 'p1'),
      at('u1', 'p1'),
      { ...both, 'same-prefecture': 'allow' },
      ['same-unit'],
    ],
    [
      'the prefecture where the rules only warn of it',
      at('u1', 'p1'),
      at('u2', 'p1'),
      { ...both, 'same-prefecture': 'warn' },
      ['same-prefecture'],
    ],
    [
      'the province-direct organisation like a prefecture',
      at('u1', 'direct'),
      at('u2', 'direct'),
      both,
      ['same-prefecture'],
    ],
    ['none for an outside judge, who has no prefecture', at(null, null), at(null, null), both, []],
  ] as const)('are %s', (_what, judge, entry, policy: RecusalPolicy, kinds) => {
    const found = computeConflicts(judgeOf(judge), entryOf(entry), policy);
    expect(found).toEqual(kinds.map((kind) => ({ kind, state: 'confirmed' })));
  });

  const id = fc.option(fc.constantFrom('a', 'b'));
  const belonging = fc.record({ unitId: id, prefectureId: id });
  const strictness = fc.constantFrom('forbid', 'warn', 'allow');
  const policy = fc.record({
    'same-unit': strictness,
    'same-prefecture': strictness,
    'own-unit-in-category': strictness,
    'took-part': strictness,
  }) as fc.Arbitrary<RecusalPolicy>;
  const names = fc.subarray(['周敏', '李想', '王一']);
  const people = fc.record({ personIds: fc.subarray(['judge', 'author']), names });
  const units = fc.subarray(['a', 'b', 'c']).map((list) => new Set(list));
  const everything = { ...both, 'own-unit-in-category': 'forbid' } as const;

  it('are those of the strictest policy but for what the policy allows', () => {
    fc.assert(
      fc.property(belonging, belonging, people, units, policy, (mine, its, by, set, rule) => {
        const judge = judgeOf(mine);
        const entry = entryOf(its, { people: by, unitsInCategory: set });
        const strict = computeConflicts(judge, entry, everything);
        const found = computeConflicts(judge, entry, rule);
        expect(found).toEqual(strict.filter(({ kind }) => rule[kind] !== 'allow'));
      }),
    );
  });
});

describe('the conflicts of a judge with what they or their school made', () => {
  const far = at('u1', 'p1');
  const entry = (part: Partial<KnownEntry>): KnownEntry => entryOf(at('u2', 'p2'), part);

  it.each([
    ['a fact for who entered it', { personIds: ['judge'], names: [] }, 'confirmed'],
    [
      'a question for a namesake of who wrote it',
      { personIds: ['x'], names: ['周敏'] },
      'proposed',
    ],
    [
      'a fact for an author under their own name',
      { personIds: ['judge'], names: ['周敏'] },
      'confirmed',
    ],
  ])('are %s', (_what, people, state) => {
    expect(computeConflicts(judgeOf(far), entry({ people }), both)).toEqual([
      { kind: 'took-part', state },
    ]);
  });

  it('are none for other people', () => {
    expect(computeConflicts(judgeOf(far), entry({}), both)).toEqual([]);
  });

  it('reach the whole category of a judge whose school competes, where the rules say so', () => {
    const rival = entry({ unitsInCategory: new Set(['u1', 'u2']) });
    expect(computeConflicts(judgeOf(far), rival, both)).toEqual([]);
    const strict = { ...both, 'own-unit-in-category': 'forbid' } as const;
    expect(computeConflicts(judgeOf(far), rival, strict)).toEqual([
      { kind: 'own-unit-in-category', state: 'confirmed' },
    ]);
  });
});
