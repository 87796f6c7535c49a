import { describe, expect, it } from 'vitest';
import { isFar, isFast, isFlat, oddScores } from './oddities.js';

const seconds = (...at: readonly number[]): Date[] => at.map((some) => new Date(some * 1_000));

describe('scoring', () => {
  it.each([
    ['six entries a minute apart', seconds(0, 60, 120, 180, 240, 300), true],
    ['the same in another order', seconds(300, 0, 240, 60, 180, 120), true],
    ['five entries a minute apart', seconds(0, 60, 120, 180, 240), false],
    ['six entries two minutes apart', seconds(0, 120, 240, 360, 480, 600), false],
    ['a fast start before slow work', seconds(0, 9, 18, 900, 1800, 2700), false],
  ])('is fast or not: %s', (_what, scoredAt, is) => expect(isFast(scoredAt)).toBe(is));

  it.each([
    ['five alike', [8000, 8000, 8000, 8000, 8000], true],
    ['four alike', [8000, 8000, 8000, 8000], false],
    ['a deviation under a point and a half', [8000, 8000, 8100, 8200, 8300], true],
    ['a deviation over it', [7800, 8000, 8100, 8200, 8400], false],
  ])('is flat or not: %s', (_what, totals, is) => expect(isFlat(totals)).toBe(is));

  it.each([
    ['ten points above and below', [1000, -1000, 1100, -1200, 1000], true],
    ['once far away', [4000, 0, 100, -100, 0], false],
    ['too few', [1000, 1000, 1000, 1000], false],
  ])('is far from the panel or not: %s', (_what, distances, is) =>
    expect(isFar(distances)).toBe(is),
  );

  it('is compared with the others on the same entry', () => {
    const entries = ['1', '2', '3', '4', '5'];
    const signed = entries.flatMap((entryId, at) => [
      { judgeId: 'mild', entryId, total: 8500 + at * 200 },
      { judgeId: 'calm', entryId, total: 8400 + at * 200 },
      { judgeId: 'mid', entryId, total: 8300 + at * 200 },
      { judgeId: 'harsh', entryId, total: 7000 },
    ]);
    expect(oddScores(signed)).toEqual(
      new Map([
        ['mild', []],
        ['calm', []],
        ['mid', []],
        ['harsh', ['flat', 'far']],
      ]),
    );
  });
});
