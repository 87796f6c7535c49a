const anHour = 3_600_000;
const aDay = 24 * anHour;

export type Standing = 'done' | 'on-time' | 'late' | 'not-begun';

export type Pace = {
  /** Entries scored a day since the opening, in tenths; null while nothing can be told. */
  readonly tenthsPerDay: number | null;
  /** The full hour by which all are scored if it goes on like this. */
  readonly expectedAt: Date | null;
  readonly standing: Standing;
};

type Work = { readonly total: number; readonly done: number };
type Span = { readonly opensAt: Date; readonly closesAt: Date };

/**
 * How fast somebody works, and whether that is fast enough. Nothing is foretold in the first hour;
 * whoever has not begun is late from the middle of the time on.
 */
export function pace(work: Work, span: Span, now: Date): Pace {
  const { total, done } = work;
  if (done >= total) return untold('done');
  if (done === 0) return untold(isPastMiddle(span, now) ? 'late' : 'not-begun');
  const elapsed = now.getTime() - span.opensAt.getTime();
  if (elapsed < anHour) return untold(now >= span.closesAt ? 'late' : 'on-time');
  const end = span.opensAt.getTime() + (elapsed * total) / done;
  const expectedAt = new Date(Math.ceil(end / anHour) * anHour);
  const tenthsPerDay = Math.floor((done * aDay * 10) / elapsed);
  const isLate = now >= span.closesAt || expectedAt > span.closesAt;
  return { tenthsPerDay, expectedAt, standing: isLate ? 'late' : 'on-time' };
}

const untold = (standing: Standing): Pace => ({ tenthsPerDay: null, expectedAt: null, standing });

const isPastMiddle = ({ opensAt, closesAt }: Span, now: Date): boolean =>
  now.getTime() * 2 >= opensAt.getTime() + closesAt.getTime();
