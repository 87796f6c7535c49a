import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { noticeEnd } from '../pure/working-days.js';
import { holidayTable } from './chinese-days-table.js';

describe('the holiday table of chinese-days', () => {
  const table = holidayTable();

  it('covers the years from 2004 to 2026 and no other', () => {
    expect(table.years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it('leaves 2027 uncovered, so that no notice is ended by guessing', () => {
    const notice = {
      startsOn: '2027-02-08',
      amount: 5,
      unit: 'workday',
      countFirstDay: true,
    } as const;
    expect(noticeEnd(table, notice)).toEqual({ ok: false, code: 'calendar-not-covered' });
  });

  it('agrees with the package on every day of the covered years', () => {
    const disagreeing: string[] = [];
    for (const at = new Date('2004-01-01'); at < new Date('2027-01-01');) {
      const date = at.toISOString().slice(0, 10);
      const weekend = at.getUTCDay() % 6 === 0;
      const works = table.makeupWorkdays.has(date) || (!weekend && !table.holidays.has(date));
      if (works !== chineseDays.isWorkday(date)) disagreeing.push(date);
      at.setUTCDate(at.getUTCDate() + 1);
    }
    expect(disagreeing).toEqual([]);
  });
});
