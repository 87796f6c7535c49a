import { allow, refuse, type Decision } from './decision.js';
import { promiseKept } from './promise-kept.js';

/** The State Council's calendar: dates are local dates in Beijing, written `YYYY-MM-DD`. */
export type HolidayTable = {
  /** The years whose official arrangement the table holds completely. */
  readonly years: readonly number[];
  /** Days off by holiday arrangement, the weekend days inside a holiday included. */
  readonly holidays: ReadonlySet<string>;
  /** Saturdays and Sundays worked in exchange for a holiday (调休). */
  readonly makeupWorkdays: ReadonlySet<string>;
};

/** How long a public notice stands, counted from the day it is put up. */
export type NoticePeriod = {
  /** The day the notice is put up, `YYYY-MM-DD` in Beijing. */
  readonly startsOn: string;
  /** How many days it stands: a whole number, at least 1. */
  readonly amount: number;
  readonly unit: 'workday' | 'calendar-day';
  /** Whether the day it is put up is the first of them; Civil Code art. 201 says it is not. */
  readonly countFirstDay: boolean;
};

type CalendarRefusal = 'calendar-not-covered';

const dayLength = 86_400_000;
const beijingOffset = 8 * 3_600_000;

/** Whole days since 1970-01-01. Throws for text that is no date: that is a bug, not a refusal. */
function dayNumber(date: string): number {
  const number = Date.parse(`${date}T00:00:00Z`) / dayLength;
  // Parsing alone would accept 30 February in some engines, so the date is written back.
  promiseKept(!Number.isNaN(number) && dateOf(number) === date, `${date} is a date`);
  return number;
}

const dateOf = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

const covers = (table: HolidayTable, date: string): boolean =>
  table.years.includes(Number(date.slice(0, 4)));

function isWorkday(table: HolidayTable, day: number): boolean {
  const date = dateOf(day);
  if (table.makeupWorkdays.has(date)) return true;
  // Day 0 was a Thursday, so days 2 and 3 of each week are Saturday and Sunday.
  const weekday = ((day % 7) + 7) % 7;
  return weekday !== 2 && weekday !== 3 && !table.holidays.has(date);
}

/**
 * The last day of a public notice, `YYYY-MM-DD`; it ends when that day does (24:00 in Beijing).
 * Refused when the notice touches a year without an official table, even for calendar days:
 * nobody can then say that the office is open when the notice ends.
 */
export function noticeEnd(
  table: HolidayTable,
  period: NoticePeriod,
): Decision<string, CalendarRefusal> {
  const { startsOn, amount, unit, countFirstDay } = period;
  promiseKept(
    Number.isSafeInteger(amount) && amount >= 1,
    'a notice stands a whole number of days',
  );
  const first = dayNumber(startsOn);
  const counts = (day: number): boolean => unit === 'calendar-day' || isWorkday(table, day);
  if (!covers(table, startsOn)) return refuse('calendar-not-covered');
  let counted = 0;
  for (let day = countFirstDay ? first : first + 1; covers(table, dateOf(day)); day++) {
    if (counts(day)) counted++;
    if (counted === amount) return allow(dateOf(day));
  }
  return refuse('calendar-not-covered');
}

/** Working days from `today` to `lastDay`, both counted: 1 on the last day itself, 0 after it. */
export function workingDaysLeft(
  table: HolidayTable,
  today: string,
  lastDay: string,
): Decision<number, CalendarRefusal> {
  const last = dayNumber(lastDay);
  let left = 0;
  for (let day = dayNumber(today); day <= last; day++) {
    if (!covers(table, dateOf(day))) return refuse('calendar-not-covered');
    if (isWorkday(table, day)) left++;
  }
  return allow(left);
}

/** The instant at which a day ends in Beijing: 00:00 +08:00 of the next day. */
export const endOfDayInBeijing = (date: string): Date =>
  new Date((dayNumber(date) + 1) * dayLength - beijingOffset);

/** The date in Beijing at an instant, `YYYY-MM-DD`. */
export const beijingDate = (instant: Date): string =>
  new Date(instant.getTime() + beijingOffset).toISOString().slice(0, 10);
