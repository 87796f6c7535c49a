import { describe, expect, it } from 'vitest';
import { announcementDue, nextTick, remaining } from './remaining';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('what is left', () => {
  it.each([
    ['days and hours', 3 * day + 5 * hour + minute, { unit: 'days', days: 3, hours: 5 }],
    ['hours and minutes', day - 1, { unit: 'hours', hours: 23, minutes: 59 }],
    ['minutes and seconds', 9 * minute + 7_000, { unit: 'minutes', minutes: 9, seconds: 7 }],
    ['nothing at the deadline itself', 0, { unit: 'none' }],
  ])('is told in %s', (_how, span, expected) => {
    expect(remaining(span)).toEqual(expected);
  });

  it('is refreshed by the minute, and by the second in the last hour', () => {
    expect(nextTick(2 * hour + 30_000)).toBe(30_020);
    expect(nextTick(10 * minute + 400)).toBe(420);
  });

  it('is spoken once, when a mark is passed', () => {
    expect(announcementDue(day + 1, day)).toBe(true);
    expect(announcementDue(day, day - 1)).toBe(false);
    expect(announcementDue(hour + minute, hour - 1)).toBe(true);
  });
});
