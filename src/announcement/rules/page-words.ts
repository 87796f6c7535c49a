import type { NoticePeriod } from '../../platform/pure/working-days.js';

/** `2026-12-07` as 2026年12月7日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Why a notice lasts as long as it does: 5个工作日，公示首日不计入. */
export const periodWords = (period: Omit<NoticePeriod, 'startsOn'>): string =>
  `${period.amount}个${period.unit === 'workday' ? '工作日' : '自然日'}，公示首日${
    period.countFirstDay ? '计入' : '不计入'
  }`;

/** The numeral of a section from 1 to 99: 一, 十, 二十一. */
export function chineseNumeral(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  const ones = digits[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : digits[tens]}十${ones}`;
}

export type ReleaseKind = 'notice' | 'final';

/** The official title of a released list. */
export const officialTitle = (kind: ReleaseKind, programme: string): string =>
  kind === 'notice' ? `${programme}拟入选名单公示` : `${programme}结果公布`;

/** The last part of a released page's address. */
export const pageName = (kind: ReleaseKind): 'notice' | 'results' =>
  kind === 'notice' ? 'notice' : 'results';

const safeSlug = /^[a-z0-9][a-z0-9-]*$/;

/** Where a released page lies in the file store; the same address always has the newest page. */
export const pageKey = (slug: string, kind: ReleaseKind): string => `public/${slug}/${kind}.html`;

/** The kind of release at a public address, or undefined when no page can be there. */
export function kindAt(slug: string, page: string): ReleaseKind | undefined {
  if (!safeSlug.test(slug)) return undefined;
  if (page === 'notice') return 'notice';
  return page === 'results' ? 'final' : undefined;
}
