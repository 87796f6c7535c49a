import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, type Method } from './aggregate.js';
import { compare, ratio } from './exact.js';

const mean: Method = { kind: 'mean' };
const trim: Method = { kind: 'trim', high: 1, low: 1 };
const median: Method = { kind: 'median' };
const totals = fc.array(fc.nat(12), { minLength: 1, maxLength: 9 });

describe('aggregate', () => {
  it.each([
    ['the mean of one', mean, [8750], ratio(8750), [], 'mean', null],
    ['the mean of three, unrounded', mean, [1, 1, 2], ratio(4, 3), [], 'mean', null],
    ['the middle of five', median, [9, 1, 8, 2, 7], ratio(7), [], 'median', null],
    ['the mean of the middle two of four', median, [9, 1, 8, 3], ratio(11, 2), [], 'median', null],
    ['the mean in place of a trim of 1', trim, [70], ratio(70), [], 'mean', 'too-few-to-trim'],
    [
      'the mean in place of a trim of 3',
      trim,
      [90, 60, 80],
      ratio(230, 3),
      [],
      'mean',
      'too-few-to-trim',
    ],
    ['a trim of 4', trim, [90, 60, 80, 71], ratio(151, 2), [0, 1], 'trim', null],
    ['a trim of 5', trim, [60, 90, 80, 70, 61], ratio(211, 3), [0, 1], 'trim', null],
    ['a trim of 7', trim, [5, 6, 7, 1, 8, 9, 2], ratio(28, 5), [3, 5], 'trim', null],
    [
      'a trim that drops one of two highest',
      trim,
      [90, 90, 80, 60],
      ratio(85),
      [1, 3],
      'trim',
      null,
    ],
    [
      'a trim that drops one of two lowest',
      trim,
      [60, 90, 60, 80],
      ratio(70),
      [0, 1],
      'trim',
      null,
    ],
    [
      'a trim of equal totals, two of them dropped',
      trim,
      [7, 7, 7, 7],
      ratio(7),
      [0, 3],
      'trim',
      null,
    ],
    [
      'a trim of extremes doubled on both sides',
      trim,
      [9, 1, 9, 1, 5],
      ratio(5),
      [1, 2],
      'trim',
      null,
    ],
  ])('gives %s', (...[, method, scores, value, dropped, used, notice]) => {
    expect(aggregate(method, scores)).toEqual({
      ok: true,
      value: { value, dropped, used, notice },
    });
  });

  it.each([mean, trim, median])('is refused without scores: $kind', (method) => {
    expect(aggregate(method, [])).toEqual({ ok: false, code: 'no-scores' });
  });

  it('trims exactly one highest and one lowest', () => {
    fc.assert(
      fc.property(totals, (scores) => {
        fc.pre(scores.length >= 4);
        const result = aggregate(trim, scores);
        if (!result.ok) throw new Error(result.code);
        const sum = scores.reduce((a, b) => a + b, 0) - Math.max(...scores) - Math.min(...scores);
        expect(result.value.value).toEqual(ratio(sum, scores.length - 2));
        expect(
          result.value.dropped.map((place) => scores[place]).sort((a, b) => Number(a) - Number(b)),
        ).toEqual([Math.min(...scores), Math.max(...scores)]);
        expect(new Set(result.value.dropped).size).toBe(2);
      }),
    );
  });

  it('lies between the extremes, wherever the scores stand in the list', () => {
    const method = fc.constantFrom(mean, trim, median);
    fc.assert(
      fc.property(method, totals, (by, scores) => {
        const [result, reversed] = [aggregate(by, scores), aggregate(by, [...scores].reverse())];
        if (!result.ok || !reversed.ok) throw new Error('scores were given');
        expect(reversed.value.value).toEqual(result.value.value);
        expect(compare(result.value.value, ratio(Math.min(...scores)))).toBeGreaterThanOrEqual(0);
        expect(compare(result.value.value, ratio(Math.max(...scores)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('has as many scores above the median as below it', () => {
    fc.assert(
      fc.property(totals, (scores) => {
        const result = aggregate(median, scores);
        if (!result.ok) throw new Error(result.code);
        const signs = scores.map((score) => compare(ratio(score), result.value.value));
        const [above, below] = [1, -1].map((sign) => signs.filter((each) => each === sign).length);
        expect(Math.max(above as number, below as number)).toBeLessThanOrEqual(scores.length / 2);
      }),
    );
  });
});
