import { describe, expect, it } from 'vitest';
import { type ExpertColumn, expertColumns, type ExpertRow, planExperts } from './expert-plan.js';

const school = { id: 'school', name: '芙蓉区示例小学', prefectureId: 'changsha' };
const places = new Map([['430102-01', school]]);
const blank = Object.fromEntries(expertColumns.map((column) => [column, ''])) as Record<
  ExpertColumn,
  string
>;
const good: ExpertRow = {
  ...blank,
  row: 2,
  name: '张三',
  organisation: '430102-01',
  kind: '中小学一线',
  phone: '0731-8000 0000',
  email: 'Zhang@example.org',
};
const plan = (...rows: readonly ExpertRow[]) => planExperts(rows, places, new Set());

describe('a sheet of experts', () => {
  it('fills what is left out and reads lists', () => {
    const row = { ...good, gender: '女', birthYear: '1975', expertise: '党建、德育,党建' };
    expect(plan(row).experts[0]).toMatchObject({
      organisationId: 'school',
      prefectureId: 'changsha',
      workplace: '芙蓉区示例小学',
      kind: 'front-line',
      gender: 'female',
      birthYear: 1975,
      years: null,
      expertise: ['党建', '德育'],
      categories: [],
      standing: 'new',
    });
  });

  it('knows an expert by the address, whatever its capitals', () => {
    const known = new Set(['zhang@example.org']);
    expect(planExperts([good], places, known).experts[0]?.standing).toBe('known');
  });

  it.each<[ExpertColumn, string, string]>([
    ['name', '', 'missing'],
    ['name', '名'.repeat(61), 'too-long'],
    ['organisation', '', 'missing'],
    ['organisation', '999999', 'unknown-organisation'],
    ['kind', '', 'missing'],
    ['kind', '专家', 'bad-value'],
    ['kind', 'constructor', 'bad-value'],
    ['gender', '不详', 'bad-value'],
    ['gender', 'constructor', 'bad-value'],
    ['birthYear', '75', 'bad-value'],
    ['birthYear', '2175', 'bad-value'],
    ['years', '-1', 'bad-value'],
    ['years', '100', 'bad-value'],
    ['categories', '党建', 'bad-value'],
    ['phone', '', 'missing'],
    ['phone', '打电话', 'bad-value'],
    ['email', '', 'missing'],
    ['email', 'zhang', 'bad-value'],
    ['email', '=1@example.org,b@c.cn', 'bad-value'],
    ['honours', '奖'.repeat(501), 'too-long'],
  ])('is wrong where %s is “%s”: %s', (column, text, code) => {
    const { experts, faults } = plan({ ...good, [column]: text });
    expect(experts).toEqual([]);
    expect(faults).toEqual([{ row: 2, column, code, text: text.slice(0, 40) }]);
  });

  it('is wrong where an address stands twice', () => {
    const again = { ...good, row: 3, email: 'zhang@EXAMPLE.org' };
    expect(plan(good, again).faults).toEqual([
      { row: 3, column: 'email', code: 'twice', text: 'zhang@EXAMPLE.org' },
    ]);
  });
});
