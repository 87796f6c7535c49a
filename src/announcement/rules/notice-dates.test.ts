import { describe, expect, it } from 'vitest';
import { holidayTable } from '../../platform/calendar/chinese-days-table.js';
import { noticeDates } from './notice-dates.js';

const table = holidayTable();
const fiveWorkdays = { amount: 5, unit: 'workday', countFirstDay: false } as const;

describe('the dates of a public notice', () => {
  it.each([
    ['2025-10-27', '2025-11-03'],
    ['2025-01-24', '2025-02-07'],
  ])('from %s end on %s by the official calendar', (startsOn, endsOn) => {
    expect(noticeDates(table, fiveWorkdays, { startsOn }, startsOn)).toEqual({
      ok: true,
      value: { startsOn, endsOn },
    });
  });

  it('follow the calendar even when a person names another last day', () => {
    const request = { startsOn: '2025-10-27', endsOn: '2025-10-28', confirmUncoveredYear: true };
    expect(noticeDates(table, fiveWorkdays, request, '2025-10-27')).toEqual({
      ok: true,
      value: { startsOn: '2025-10-27', endsOn: '2025-11-03' },
    });
  });

  const far = '2099-03-02';
  it.each([
    ['they begin before today', { startsOn: '2025-10-26' }, 'starts-in-past'],
    ['no calendar covers them', { startsOn: far }, 'calendar-not-covered'],
    [
      'nobody confirmed the last day named',
      { startsOn: far, endsOn: '2099-03-20' },
      'calendar-not-covered',
    ],
    ['nobody named a last day', { startsOn: far, confirmUncoveredYear: true }, 'end-needed'],
    [
      'the last day named is too early',
      { startsOn: far, endsOn: '2099-03-06', confirmUncoveredYear: true },
      'end-too-early',
    ],
  ])('are refused when %s', (_when, request, code) => {
    expect(noticeDates(table, fiveWorkdays, request, '2025-10-27')).toEqual({ ok: false, code });
  });

  it('are those a person named and confirmed where no calendar reaches', () => {
    const request = { startsOn: far, endsOn: '2099-03-09', confirmUncoveredYear: true };
    expect(noticeDates(table, fiveWorkdays, request, '2025-10-27')).toEqual({
      ok: true,
      value: { startsOn: far, endsOn: '2099-03-09' },
    });
  });
});
