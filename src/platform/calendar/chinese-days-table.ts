import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { HolidayTable } from '../pure/working-days.js';

/**
 * The official arrangements the `chinese-days` package holds. Its functions are not used: for a
 * year it has no arrangement for they answer by weekday alone, without a word of warning.
 */
export function holidayTable(): HolidayTable {
  const holidays = Object.keys(calendar.holidays);
  return {
    // A notice for one year may reach into its neighbours, but only its own contains National Day.
    years: holidays
      .filter((date) => date.endsWith('-10-01'))
      .map((date) => Number(date.slice(0, 4)))
      .sort((a, b) => a - b),
    holidays: new Set(holidays),
    makeupWorkdays: new Set(Object.keys(calendar.workdays)),
  };
}
