import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeConflicts, type Belonging } from './recusal.js';

const at = (unitId: string | null, prefectureId: string | null): Belonging => ({
  unitId,
  prefectureId,
});
const both = { sameUnit: true, samePrefecture: true };

describe('the conflicts of a judge with an entry', () => {
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
      { sameUnit: false, samePrefecture: false },
      [],
    ],
    [
      'only the unit when prefectures may meet',
      at('u1', 'p1'),
      at('u1', 'p1'),
      { sameUnit: true, samePrefecture: false },
      ['same-unit'],
    ],
    [
      'only the prefecture when units may meet',
      at('u1', 'p1'),
      at('u1', 'p1'),
      { sameUnit: false, samePrefecture: true },
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
  ])('are %s', (_what, judge, entry, policy, conflicts) => {
    expect(computeConflicts(judge, entry, policy)).toEqual(conflicts);
  });

  const id = fc.option(fc.constantFrom('a', 'b'));
  const belonging = fc.record({ unitId: id, prefectureId: id });
  const policy = fc.record({ sameUnit: fc.boolean(), samePrefecture: fc.boolean() });

  it('are the same seen from either side', () => {
    fc.assert(
      fc.property(belonging, belonging, policy, (judge, entry, rule) => {
        expect(computeConflicts(judge, entry, rule)).toEqual(computeConflicts(entry, judge, rule));
      }),
    );
  });

  it('are those of the strictest policy that the policy names', () => {
    fc.assert(
      fc.property(belonging, belonging, policy, (judge, entry, rule) => {
        const named = { 'same-unit': rule.sameUnit, 'same-prefecture': rule.samePrefecture };
        const strict = computeConflicts(judge, entry, both);
        expect(computeConflicts(judge, entry, rule)).toEqual(strict.filter((code) => named[code]));
      }),
    );
  });
});
