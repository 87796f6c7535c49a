import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import {
  type HolidayTable,
  noticeEnd,
  type NoticePeriod,
} from '../../platform/pure/working-days.js';
import type { AnnouncementRefusal } from './refusals.js';

/** What an administrator asks for. Dates are `YYYY-MM-DD` in Beijing. */
export type NoticeRequest = {
  readonly startsOn: string;
  /** Decided by a person, and read only, when no official calendar covers the notice. */
  readonly endsOn?: string;
  readonly confirmUncoveredYear?: boolean;
};

export type NoticeDates = { readonly startsOn: string; readonly endsOn: string };

type Length = Omit<NoticePeriod, 'startsOn'>;

/**
 * First and last day of a public notice. The official calendar decides; where it does not reach, a
 * person must name the last day and say that they know.
 * @param today the date in Beijing
 */
export function noticeDates(
  table: HolidayTable,
  length: Length,
  request: NoticeRequest,
  today: string,
): Decision<NoticeDates, AnnouncementRefusal> {
  const { startsOn } = request;
  if (startsOn < today) return refuse('starts-in-past');
  const end = noticeEnd(table, { ...length, startsOn });
  if (end.ok) return allow({ startsOn, endsOn: end.value });
  if (request.confirmUncoveredYear !== true) return refuse('calendar-not-covered');
  if (request.endsOn === undefined) return refuse('end-needed');
  if (request.endsOn < shortest(length, startsOn)) return refuse('end-too-early');
  return allow({ startsOn, endsOn: request.endsOn });
}

/** Working days are never fewer calendar days, so a notice cannot be shorter than this. */
function shortest(length: Length, startsOn: string): string {
  const days = length.amount - (length.countFirstDay ? 1 : 0);
  return new Date(Date.parse(`${startsOn}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
