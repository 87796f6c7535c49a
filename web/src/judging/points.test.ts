import { describe, expect, it } from 'vitest';
import { decimalsOf, hundredthsOf, pointsOf, showPoints, stepped } from './points';

describe('points', () => {
  it('become hundredths and come back, and nothing stays nothing', () => {
    for (const hundredths of [0, 50, 2050, null])
      expect(hundredthsOf(pointsOf(hundredths))).toBe(hundredths);
    expect([showPoints(2050), showPoints(2000), showPoints(0)]).toEqual(['20.5', '20', '0']);
  });

  it.each([
    [100, 0],
    [50, 1],
    [10, 1],
    [25, 2],
  ])('of a step of %i need %i decimals', (step, decimals) => {
    expect(decimalsOf(step)).toBe(decimals);
  });

  it.each([
    [null, 1, 0],
    [null, -1, 2500],
    [2000, 1, 2050],
    [2000, -1, 1950],
    [2500, 1, 2500],
    [0, -1, 0],
  ])('from %s by %i step to %i', (value, by, next) => {
    expect(stepped(value, by, { step: 50, max: 2500 })).toBe(next);
  });
});
