import { describe, expect, it } from 'vitest';
import type { Programme } from './queries';
import { settingsOf, valuesOf } from './settings-values';

const span = { opensAt: '2027-04-01T01:00:00.000Z', closesAt: '2027-05-01T09:00:00.000Z' };
const programme = {
  name: '精品案例',
  year: 2027,
  windows: { submission: span, recommendation: span, judging: span },
  perEntry: 5,
  awards: [
    { code: 'model', name: '精品', kind: 'count', amount: 10, rounding: 'floor', minScore: 7550 },
    { code: 'good', name: '优秀', kind: 'ratio', amount: 20, rounding: 'floor', minScore: null },
  ],
  publicity: { amount: 5, unit: 'workday', countFirstDay: false, preReview: false },
} as unknown as Programme;

describe('the settings of a form', () => {
  it('show least scores in points, and none as nothing', () => {
    expect(valuesOf(programme).awards.map(({ minScore }) => minScore)).toEqual([75.5, null]);
  });

  it('are sent as they came when nothing was typed', () => {
    expect(settingsOf(valuesOf(programme))).toEqual({
      name: '精品案例',
      year: 2027,
      windows: programme.windows,
      perEntry: 5,
      awards: [
        { code: 'model', amount: 10, minScore: 7550 },
        { code: 'good', amount: 20, minScore: null },
      ],
      publicity: programme.publicity,
    });
  });

  it('send whole hundredths for points that binary fractions cannot hold', () => {
    const values = valuesOf(programme);
    const [first] = values.awards;
    expect(settingsOf({ ...values, awards: [{ ...first!, minScore: 80.07 }] }).awards).toEqual([
      { code: 'model', amount: 10, minScore: 8007 },
    ]);
  });
});
