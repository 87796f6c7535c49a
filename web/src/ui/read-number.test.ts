import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number';

describe('a typed number', () => {
  it.each([
    ['nothing', '  ', 0, null],
    ['digits', '30', 0, 30],
    ['full-width digits', '３０', 0, 30],
    ['thousands', '1,200', 0, 1200],
    ['a fraction where one is asked for', '8.5', 2, 8.5],
    ['a fraction where none is', '8.5', 0, Number.NaN],
    ['too many decimals', '8.555', 2, Number.NaN],
    ['words', 'about 30', 0, Number.NaN],
  ])('is read from %s', (_what, text, decimals, expected) => {
    expect(readNumber(text, decimals)).toBe(expected);
  });
});
