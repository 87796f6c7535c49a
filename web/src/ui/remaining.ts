const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export type Remaining =
  | { readonly unit: 'none' }
  | { readonly unit: 'days'; readonly days: number; readonly hours: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number; readonly seconds: number };

/** What is left of a span of milliseconds, in the two units that matter. */
export function remaining(span: number): Remaining {
  if (span <= 0) return { unit: 'none' };
  const minutes = Math.floor((span % hour) / minute);
  if (span >= day)
    return { unit: 'days', days: Math.floor(span / day), hours: Math.floor((span % day) / hour) };
  if (span >= hour) return { unit: 'hours', hours: Math.floor(span / hour), minutes };
  return { unit: 'minutes', minutes, seconds: Math.floor((span % minute) / second) };
}

/** How long a shown countdown stays true: a second in the last hour, else up to a minute. */
export function nextTick(left: number): number {
  if (left <= 0) return minute;
  const unit = left < hour ? second : minute;
  return (left % unit) + 20;
}

/** Whether a day, an hour or ten minutes before the end was passed between two looks. */
export const announcementDue = (before: number, left: number): boolean =>
  [day, hour, 10 * minute, 0].some((mark) => before > mark && left <= mark);
