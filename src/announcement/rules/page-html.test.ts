import { describe, expect, it } from 'vitest';
import { pageHtml, type PublicPage } from './page-html.js';
import { chineseNumeral } from './page-words.js';

const hostile = `"><script>alert('1')</script>&`;

const page: PublicPage = {
  slug: 'model-2026',
  kind: 'notice',
  content: {
    programme: '2026年“党建+”精品案例遴选',
    noun: '案例',
    organiser: '湖南省教育厅',
    reviewed: 3,
    sections: [
      {
        categoryCode: 'DY',
        category: '党建+德育',
        tierCode: 'J',
        tier: '精品案例',
        entries: [
          { caseNo: '1', title: hostile, unit: '示例县一中', prefecture: '长沙市' },
          { caseNo: '2', title: '红烛领航', unit: hostile, prefecture: '岳阳市' },
        ],
      },
    ],
  },
  fingerprint: 'ab'.repeat(32),
  releasedOn: '2026-12-07',
  notice: {
    startsOn: '2026-12-07',
    endsOn: '2026-12-11',
    amount: 5,
    unit: 'workday',
    countFirstDay: true,
  },
  contact: hostile,
  isConcluded: false,
};

/** The rows of all tables, cells joined. */
const rows = (html: string): string[] =>
  [...html.matchAll(/<tr role="row"><td.*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll('</td><td', '</td>|<td')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );

describe('a released page', () => {
  it('lists exactly the entries of the list, in its order', () => {
    expect(rows(pageHtml(page))).toEqual([
      `1|${hostile}|示例县一中|长沙市`,
      `2|红烛领航|${hostile}|岳阳市`,
    ]);
  });

  it('runs no script and carries none of a hostile text unescaped', () => {
    const html = pageHtml(page);
    expect(html).not.toContain(hostile);
    expect(html).not.toContain('<script');
    expect(html.split('&quot;&gt;&lt;script&gt;').length - 1).toBe(3);
  });

  it('names the period, its reason and the way to object', () => {
    const text = pageHtml(page).replaceAll(/<[^>]*>/g, '');
    expect(text).toContain(
      '2026年12月7日至2026年12月11日（5个工作日，公示首日计入），至末日24时止（北京时间）',
    );
    expect(text).toContain('请在2026年12月11日24时前以书面形式向湖南省教育厅提出');
  });

  it('points to the results once they are announced', () => {
    expect(pageHtml({ ...page, isConcluded: true })).toContain('href="/p/model-2026/results"');
    expect(pageHtml(page)).not.toContain('/results');
  });

  it('says nothing of objections when it announces the results', () => {
    const html = pageHtml({ ...page, kind: 'final', isConcluded: true });
    expect(html).toContain('结果公布</h1>');
    expect(html).not.toContain('异议');
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
  ])('numbers section %i as %s', (number, numeral) => {
    expect(chineseNumeral(number)).toBe(numeral);
  });
});
