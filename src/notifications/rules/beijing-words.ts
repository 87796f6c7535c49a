import { beijingDate } from '../../platform/pure/working-days.js';

/** `2026-12-07` as 2026年12月7日. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** An instant as Beijing time: 2026年12月7日 17:00. */
export function instantWords(instant: Date): string {
  const time = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dateWords(beijingDate(instant))} ${time}`;
}
