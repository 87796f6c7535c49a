import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beijingDate,
  endOfDayInBeijing,
  noticeEnd,
  workingDaysLeft,
  type HolidayTable,
  type NoticePeriod,
} from './working-days.js';

/** Every date from one to another, both included. */
function days(from: string, to: string): string[] {
  const listed: string[] = [];
  for (let at = new Date(from); at <= new Date(to); at.setUTCDate(at.getUTCDate() + 1))
    listed.push(at.toISOString().slice(0, 10));
  return listed;
}

/** The State Council's arrangements for these four years, copied out by hand. */
const table: HolidayTable = {
  years: [2022, 2023, 2025, 2026],
  holidays: new Set([
    ...[days('2022-01-01', '2022-01-03'), days('2022-01-31', '2022-02-06')].flat(),
    ...[days('2022-04-03', '2022-04-05'), days('2022-04-30', '2022-05-04')].flat(),
    ...[days('2022-06-03', '2022-06-05'), days('2022-09-10', '2022-09-12')].flat(),
    ...[days('2022-10-01', '2022-10-07'), days('2022-12-31', '2023-01-02')].flat(),
    ...[days('2023-01-21', '2023-01-27'), days('2023-04-05', '2023-04-05')].flat(),
    ...[days('2023-04-29', '2023-05-03'), days('2023-06-22', '2023-06-24')].flat(),
    ...[days('2023-09-29', '2023-10-06'), days('2025-01-01', '2025-01-01')].flat(),
    ...[days('2025-01-28', '2025-02-04'), days('2025-04-04', '2025-04-06')].flat(),
    ...[days('2025-05-01', '2025-05-05'), days('2025-05-31', '2025-06-02')].flat(),
    ...[days('2025-10-01', '2025-10-08'), days('2026-01-01', '2026-01-03')].flat(),
    ...[days('2026-02-15', '2026-02-23'), days('2026-04-04', '2026-04-06')].flat(),
    ...[days('2026-05-01', '2026-05-05'), days('2026-06-19', '2026-06-21')].flat(),
    ...[days('2026-09-25', '2026-09-27'), days('2026-10-01', '2026-10-07')].flat(),
  ]),
  makeupWorkdays: new Set([
    ...['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08'],
    ...['2022-10-09', '2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25'],
    ...['2023-10-07', '2023-10-08', '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28'],
    ...['2025-10-11', '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20'],
    '2026-10-10',
  ]),
};

const period = (
  startsOn: string,
  amount: number,
  unit: NoticePeriod['unit'],
  countFirstDay: boolean,
): NoticePeriod => ({ startsOn, amount, unit, countFirstDay });

const worked = (date: string): boolean => {
  if (table.makeupWorkdays.has(date)) return true;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !table.holidays.has(date);
};

const calendar = days('2022-01-01', '2027-12-31');
const someDay = fc.constantFrom(...calendar.filter((date) => date < '2026-12'));

describe('the end of a public notice', () => {
  it.each([
    ['2025-10-27', true, '2025-10-31'],
    ['2025-10-27', false, '2025-11-03'],
    ['2023-10-08', true, '2023-10-12'],
    ['2023-10-08', false, '2023-10-13'],
    ['2025-01-24', true, '2025-02-06'],
    ['2025-01-24', false, '2025-02-07'],
    ['2026-04-30', true, '2026-05-09'],
    ['2026-04-30', false, '2026-05-11'],
  ])('five working days from %s (that day counted: %s) is %s', (startsOn, countFirstDay, end) => {
    expect(noticeEnd(table, period(startsOn, 5, 'workday', countFirstDay))).toEqual({
      ok: true,
      value: end,
    });
  });

  it.each([
    ['2022-07-28', 7, true, '2022-08-03'],
    ['2023-01-18', 90, true, '2023-04-17'],
    ['2023-01-18', 90, false, '2023-04-18'],
    ['2026-02-27', 2, true, '2026-02-28'],
    ['2022-12-31', 1, false, '2023-01-01'],
  ])('%s and %i calendar days (first counted: %s) is %s', (startsOn, amount, first, end) => {
    expect(noticeEnd(table, period(startsOn, amount, 'calendar-day', first))).toEqual({
      ok: true,
      value: end,
    });
  });

  it.each([
    ['starts in a year without a table', period('2024-12-31', 1, 'workday', false)],
    ['runs into a year without a table', period('2026-12-30', 3, 'workday', false)],
    ['runs into one by calendar days', period('2026-12-31', 2, 'calendar-day', true)],
    ['lies wholly in one', period('2027-02-08', 5, 'workday', true)],
  ])('is refused when it %s', (_when, notice) => {
    expect(noticeEnd(table, notice)).toEqual({ ok: false, code: 'calendar-not-covered' });
  });

  it('is reached on the last covered day', () => {
    expect(noticeEnd(table, period('2026-12-30', 1, 'workday', false))).toEqual({
      ok: true,
      value: '2026-12-31',
    });
  });

  it.each([['2025-02-29'], ['2025-2-3'], ['tomorrow'], ['']])('throws for %j, no date', (date) => {
    expect(() => noticeEnd(table, period(date, 5, 'workday', true))).toThrow(RangeError);
  });

  it.each([[0], [-1], [1.5], [NaN]])('throws for %d days', (amount) => {
    expect(() => noticeEnd(table, period('2025-03-03', amount, 'workday', true))).toThrow(
      RangeError,
    );
  });

  it('is the day a clerk reaches by crossing days off a list', () => {
    const unit = fc.constantFrom<NoticePeriod['unit']>('workday', 'calendar-day');
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), unit, fc.boolean(), (...drawn) => {
        const notice = period(...drawn);
        const listed = calendar
          .slice(calendar.indexOf(notice.startsOn) + (notice.countFirstDay ? 0 : 1))
          .filter((date) => notice.unit === 'calendar-day' || worked(date));
        const end = listed[notice.amount - 1] as string;
        const isCovered = days(notice.startsOn, end).every((date) => !/^(2024|2027)/.test(date));
        expect(noticeEnd(table, notice)).toEqual(
          isCovered ? { ok: true, value: end } : { ok: false, code: 'calendar-not-covered' },
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('working days left', () => {
  it.each([
    ['all five on the first', '2025-10-27', '2025-10-31', 5],
    ['one on the last day', '2025-10-31', '2025-10-31', 1],
    ['none after the last day', '2025-11-01', '2025-10-31', 0],
    ['none inside a holiday that ends the notice', '2025-01-29', '2025-02-04', 0],
    ['the make-up Sunday before Spring Festival', '2025-01-25', '2025-01-31', 2],
  ])('are %s', (_what, today, last, left) => {
    expect(workingDaysLeft(table, today, last)).toEqual({ ok: true, value: left });
  });

  it('are refused over a year without a table', () => {
    expect(workingDaysLeft(table, '2026-12-31', '2027-01-04')).toEqual({
      ok: false,
      code: 'calendar-not-covered',
    });
  });

  it('are as many as the notice has when today is its first counted day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), (today, amount) => {
        const end = noticeEnd(table, period(today, amount, 'workday', true));
        fc.pre(end.ok);
        expect(workingDaysLeft(table, today, end.value)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('days in Beijing', () => {
  it('end at 16:00 UTC', () => {
    expect(endOfDayInBeijing('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
  ])('at %s are %s', (instant, date) => {
    expect(beijingDate(new Date(instant))).toBe(date);
  });

  it('hold every instant before their end and none from it on', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        const end = endOfDayInBeijing(date);
        expect(beijingDate(new Date(end.getTime() - 1))).toBe(date);
        expect(beijingDate(end) > date).toBe(true);
      }),
    );
  });
});
