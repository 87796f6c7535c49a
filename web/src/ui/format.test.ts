import { describe, expect, it } from 'vitest';
import {
  beijingInput,
  formatBytes,
  formatDate,
  formatDateTime,
  formatNumber,
  formatScore,
  formatShare,
  formatTime,
  fromBeijingInput,
} from './format';

describe('a moment', () => {
  it('is shown in Beijing time, on the Beijing day', () => {
    expect(formatDateTime('2027-04-30T09:00:00Z')).toBe('2027-04-30 17:00');
    expect(formatDate('2027-04-30T16:30:00Z')).toBe('2027-05-01');
    expect(formatTime('2027-04-30T16:00:08Z')).toBe('00:00:08');
  });

  it.each([[null], [undefined], ['not a time']])('is nothing when it is %s', (moment) => {
    expect(formatDateTime(moment)).toBe('');
  });

  it('goes into an input and comes out as it was', () => {
    expect(beijingInput('2027-04-30T16:30:00.000Z')).toBe('2027-05-01T00:30');
    expect(fromBeijingInput('2027-05-01T00:30')).toBe('2027-04-30T16:30:00.000Z');
  });

  it('is nothing while its input is not finished', () => {
    expect(fromBeijingInput('')).toBe('');
    expect(beijingInput('')).toBe('');
  });
});

describe('a number', () => {
  it.each([
    ['with thousands', formatNumber(12345), '12,345'],
    ['with decimals', formatNumber(2.5, 2), '2.50'],
    ['as nothing when there is none', formatNumber(null), ''],
    ['as a score of hundredths', formatScore(9133), '91.33'],
    ['as no score, which is not zero', formatScore(null), ''],
    ['as a share that is not rounded up to a whole', formatShare(0.999), '99%'],
    ['as a share in spite of binary fractions', formatShare(0.29), '29%'],
    ['as bytes', formatBytes(512), '512 B'],
    ['as megabytes', formatBytes(2.4 * 1024 * 1024), '2.4 MB'],
    ['as no bytes', formatBytes(0), '0 B'],
  ])('is shown %s', (_how, shown, expected) => {
    expect(shown).toBe(expected);
  });
});
