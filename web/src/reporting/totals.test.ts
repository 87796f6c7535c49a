import { describe, expect, it } from 'vitest';
import type { PrefectureRow } from './queries';
import { highest, isDecided, totalOf } from './totals';

const row = (places: number, accepted: number): PrefectureRow => ({
  code: '430100',
  name: '长沙市',
  shortName: '长沙',
  places,
  recommended: accepted,
  accepted,
  selected: 1,
  meanScore: '80.00',
});

describe('the total of recommending units', () => {
  it('sums what can be summed', () => {
    expect(totalOf([row(5, 4), row(3, 3)])).toEqual({
      code: '',
      name: '',
      shortName: '',
      places: 8,
      recommended: 7,
      accepted: 7,
      selected: 2,
      meanScore: null,
    });
  });

  it('gives bars a scale even when there is nothing', () => {
    expect([highest([]), highest([row(0, 0)]), highest([row(5, 4), row(3, 6)])]).toEqual([1, 1, 6]);
  });

  it('knows nobody selected until something was scored', () => {
    const before = { ...row(5, 4), meanScore: null };
    expect([isDecided([before]), isDecided([before, row(3, 3)])]).toEqual([false, true]);
  });
});
