import { describe, expect, it } from 'vitest';
import {
  listActions,
  type SheetContent,
  sheetChanges,
  sheetFingerprint,
  type SheetRow,
  sheetStanding,
  shortFingerprint,
} from './list-sheet.js';

const row = (entryId: string, rank: number, more: Partial<SheetRow> = {}): SheetRow => ({
  entryId,
  categoryCode: 'DY',
  categoryName: '党建+德育工作',
  rank,
  title: `案例 ${entryId}`,
  countyName: '芙蓉区',
  unitName: '示例小学',
  schoolStage: '小学',
  contributors: '张三',
  contactName: '李四',
  contactPhone: '0731-80000000',
  ...more,
});
const sheet = (rows: readonly SheetRow[], more: Partial<SheetContent> = {}): SheetContent => ({
  programmeName: '遴选',
  unitName: '长沙市',
  rows,
  publicity: null,
  ...more,
});
const publicity = {
  place: '市教育局门户网站',
  startsOn: '2020-08-01',
  endsOn: '2020-08-07',
  objections: 0,
  outcome: '无异议',
};

describe('a recommendation sheet', () => {
  const printed = sheet([row('a', 1), row('b', 2)]);

  it.each<[string, SheetContent, unknown[]]>([
    ['nothing', sheet([row('a', 1), row('b', 2)]), []],
    [
      'the order',
      sheet([row('b', 1), row('a', 2)]),
      [
        { kind: 'moved', title: '案例 b', from: 2, to: 1 },
        { kind: 'moved', title: '案例 a', from: 1, to: 2 },
      ],
    ],
    ['one that left', sheet([row('a', 1)]), [{ kind: 'removed', title: '案例 b' }]],
    [
      'one that came',
      sheet([row('a', 1), row('b', 2), row('c', 3)]),
      [{ kind: 'added', title: '案例 c' }],
    ],
    [
      'a title',
      sheet([row('a', 1, { title: '新题目' }), row('b', 2)]),
      [{ kind: 'retitled', title: '新题目', before: '案例 a' }],
    ],
    [
      'a telephone number',
      sheet([row('a', 1, { contactPhone: '13800000000' }), row('b', 2)]),
      [{ kind: 'facts', title: '案例 a' }],
    ],
    [
      'the publicity record',
      sheet([row('a', 1), row('b', 2)], { publicity }),
      [{ kind: 'publicity', title: '' }],
    ],
  ])('says what changed: %s', (_, now, changes) => {
    expect(sheetChanges(printed, now)).toEqual(changes);
    expect(sheetFingerprint(now) === sheetFingerprint(printed)).toBe(changes.length === 0);
  });

  it('is compared by a short code', () => {
    expect(shortFingerprint('7f3a21c904b2ffff')).toBe('7F3A-21C9-04B2');
  });

  it.each([
    [null, 'none'],
    [{ fingerprint: 'old', scanned: true }, 'outdated'],
    [{ fingerprint: 'now', scanned: false }, 'printed'],
    [{ fingerprint: 'now', scanned: true }, 'scanned'],
  ] as const)('%j stands at %s', (known, standing) => {
    expect(sheetStanding(known, 'now')).toBe(standing);
  });

  it.each([
    [false, false, 'scanned', []],
    [true, true, 'none', []],
    [true, false, 'none', ['rank', 'print']],
    [true, false, 'outdated', ['rank', 'print']],
    [true, false, 'printed', ['rank', 'print', 'scan']],
    [true, false, 'scanned', ['rank', 'print', 'scan', 'lock']],
  ] as const)('open %s, empty %s, %s: %j', (isOpen, isEmpty, standing, actions) => {
    expect(listActions({ isOpen, isEmpty, standing })).toEqual(actions);
  });
});
