import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, ownStatistics, tiedTotals } from './own-statistics.js';

const at = (minute: number, total: number | null = 8000) => ({ total, scoredAt: minute * 60_000 });

describe('a band', () => {
  it.each([
    [10_000, 10_000, 'excellent'],
    [9000, 10_000, 'excellent'],
    [8999, 10_000, 'good'],
    [7000, 10_000, 'fair'],
    [6000, 10_000, 'pass'],
    [5999, 10_000, 'below'],
    [0, 10_000, 'below'],
    [5400, 6000, 'excellent'],
  ])('of %i out of %i is %s', (total, most, band) => {
    expect(bandOf(total, most)).toBe(band);
  });
});

describe("a judge's own statistics", () => {
  it('say nothing of what is not scored: empty is never zero', () => {
    const nothing = ownStatistics([{ total: null, scoredAt: null }], 10_000);
    expect(nothing).toMatchObject({ count: 0, mean: null, lowest: null, highest: null });
    expect(nothing.bands.every(({ count }) => count === 0)).toBe(true);
    expect(nothing.minutes).toBeNull();
  });

  it.each([
    ['fewer than three times tell nothing', [at(0), at(9), at(18)], null],
    ['the middle one counts', [at(0), at(8), at(20), at(29)], 9],
    ['a break does not count', [at(0), at(8), at(20), at(29), at(400)], 9],
    ['the order of the list does not matter', [at(29), at(0), at(20), at(8)], 9],
  ])('tell the minutes for one: %s', (_why, sheets, minutes) => {
    expect(ownStatistics(sheets, 10_000).minutes).toBe(minutes);
  });

  it('put every total into one band, with the mean between the lowest and the highest', () => {
    const total = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null });
    const sheet = fc.record({
      total,
      scoredAt: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(sheet), (sheets) => {
        const { count, bands, mean, lowest, highest } = ownStatistics(sheets, 10_000);
        expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(count);
        if (mean !== null) expect([lowest! <= mean, mean <= highest!]).toEqual([true, true]);
        else expect(count).toBe(0);
      }),
    );
  });

  it('mark the totals that stand twice', () => {
    const totals = [8000, 7000, 8000, null, null, 8000].map((total) => ({ total }));
    expect([...tiedTotals(totals)]).toEqual([8000]);
  });
});
