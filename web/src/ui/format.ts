/** Times as people in the province read them: Beijing time, whatever the computer's own zone is. */
const zone = 'Asia/Shanghai';
const eightHours = 8 * 3_600_000;

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

type Moment = string | number | Date;

function partsOf(moment: Moment): Parts | undefined {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return undefined;
  return Object.fromEntries(
    clock.formatToParts(date).map(({ type, value }) => [type, value]),
  ) as Parts;
}

const text = (moment: Moment | null | undefined, words: (parts: Parts) => string): string => {
  const parts = moment === null || moment === undefined ? undefined : partsOf(moment);
  return parts ? words(parts) : '';
};

/** `2027-04-30` in Beijing; '' for no time. */
export const formatDate = (moment: Moment | null | undefined): string =>
  text(moment, ({ year, month, day }) => `${year}-${month}-${day}`);

/** `2027-04-30 17:00` in Beijing. */
export const formatDateTime = (moment: Moment | null | undefined): string =>
  text(moment, ({ year, month, day, hour, minute }) => `${year}-${month}-${day} ${hour}:${minute}`);

/** `14:32:08` in Beijing. */
export const formatTime = (moment: Moment | null | undefined): string =>
  text(moment, ({ hour, minute, second }) => `${hour}:${minute}:${second}`);

/** What a `datetime-local` box shows for an instant: `2027-04-30T17:00`. */
export const beijingInput = (instant: string): string =>
  text(
    instant,
    ({ year, month, day, hour, minute }) => `${year}-${month}-${day}T${hour}:${minute}`,
  );

/** The instant, ISO in UTC, of a `datetime-local` text meant in Beijing; '' for an unfinished one. */
export function fromBeijingInput(local: string): string {
  const instant = Date.parse(`${local}Z`) - eightHours;
  return Number.isNaN(instant) ? '' : new Date(instant).toISOString();
}

/** `12,345` */
export const formatNumber = (value: number | null | undefined, decimals = 0): string =>
  value === null || value === undefined || Number.isNaN(value)
    ? ''
    : new Intl.NumberFormat('en-US', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(value);

/** Scores are whole hundredths: 9133 → `91.33`. */
export const formatScore = (hundredths: number | null | undefined): string =>
  hundredths === null || hundredths === undefined ? '' : (hundredths / 100).toFixed(2);

/** `61%` of a share between 0 and 1, never rounded up to a whole that is not reached. */
export const formatShare = (share: number): string => `${Math.floor(share * 100 + 1e-9)}%`;

/** `2.4 MB` */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${formatNumber(bytes / 1024 ** step, step > 1 ? 1 : 0)} ${units[step]}`;
}
