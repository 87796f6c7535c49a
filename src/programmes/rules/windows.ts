import type { Fault } from './fault.js';

/** [opensAt, closesAt) */
type Span = { readonly opensAt: Date; readonly closesAt: Date };
export type Windows = {
  readonly submission: Span;
  readonly recommendation: Span;
  readonly judging: Span;
};

export type WindowFaultCode =
  | 'not-before-close'
  | 'before-submission-opens'
  | 'before-submission-closes'
  | 'before-recommendation-closes';

/** What is out of order: units submit before the list closes, judges begin when it has closed. */
export function windowFaults(windows: Windows): Fault<WindowFaultCode>[] {
  const { submission, recommendation, judging } = windows;
  const backwards = (['submission', 'recommendation', 'judging'] as const)
    .filter((name) => windows[name].opensAt >= windows[name].closesAt)
    .map((name) => fault(name, 'opensAt', 'not-before-close'));
  return [
    ...backwards,
    ...(recommendation.opensAt < submission.opensAt
      ? [fault('recommendation', 'opensAt', 'before-submission-opens')]
      : []),
    ...(recommendation.closesAt < submission.closesAt
      ? [fault('recommendation', 'closesAt', 'before-submission-closes')]
      : []),
    ...(judging.opensAt < recommendation.closesAt
      ? [fault('judging', 'opensAt', 'before-recommendation-closes')]
      : []),
  ];
}

const fault = (
  name: keyof Windows,
  end: keyof Span,
  code: WindowFaultCode,
): Fault<WindowFaultCode> => ({ path: `/windows/${name}/${end}`, code });

/** When the formal check may begin: both lists are closed. */
export const checkingFrom = ({ submission, recommendation }: Windows): Date =>
  submission.closesAt > recommendation.closesAt ? submission.closesAt : recommendation.closesAt;

const hour = 3_600_000;
const day = 24 * hour;
const friday = 5;

/** Midnight in Beijing at the start of the day on which `instant` falls. */
const startOfDay = (instant: Date): number =>
  Math.floor((instant.getTime() + 8 * hour) / day) * day - 8 * hour;

/** 17:00 in Beijing on the first Friday at least `days` after the day that begins at `start`. */
function fridayAfter(start: number, days: number): Date {
  const earliest = start + days * day;
  const weekday = new Date(earliest + 8 * hour).getUTCDay();
  return new Date(earliest + ((friday - weekday + 7) % 7) * day + 17 * hour);
}

/** The same calendar some years later: whole weeks on, so that each day stays a Monday, a Friday … */
export function laterWindows(windows: Windows, years: number): Windows {
  const later = (instant: Date): Date => new Date(instant.getTime() + years * 52 * 7 * day);
  const span = ({ opensAt, closesAt }: Span): Span => ({
    opensAt: later(opensAt),
    closesAt: later(closesAt),
  });
  return {
    submission: span(windows.submission),
    recommendation: span(windows.recommendation),
    judging: span(windows.judging),
  };
}

/** A usual calendar from today: four weeks to submit, two more to recommend, eleven days to judge. */
export function usualWindows(now: Date): Windows {
  const opensAt = new Date(startOfDay(now));
  const submitted = fridayAfter(opensAt.getTime(), 28);
  const recommended = new Date(submitted.getTime() + 14 * day);
  const judgingOpens = new Date(recommended.getTime() + 10 * day - 8 * hour);
  return {
    submission: { opensAt, closesAt: submitted },
    recommendation: { opensAt, closesAt: recommended },
    judging: {
      opensAt: judgingOpens,
      closesAt: new Date(judgingOpens.getTime() + 11 * day + 8 * hour),
    },
  };
}
