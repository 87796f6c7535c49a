import { describe, expect, it } from 'vitest';
import {
  type CheckFilter,
  fitsFilter,
  type SelectedRow,
  selectionChanges,
  selectionFingerprint,
  subtotals,
} from './check-selection.js';

const row = (id: string, more: Partial<SelectedRow> = {}): SelectedRow => ({
  id,
  version: 1,
  caseNo: `2020-DY-4301-${id}`,
  title: `案例${id}`,
  categoryName: '党建+德育工作',
  prefectureName: '长沙市',
  code: null,
  confirmed: [],
  ...more,
});

describe('a filter', () => {
  const entry = {
    state: 'recommended',
    categoryCode: 'DY',
    prefectureId: 'cs',
    standings: ['fits', 'open'],
  } as const;
  it.each<[CheckFilter, boolean]>([
    [{}, true],
    [{ state: 'recommended', categoryCode: 'DY', prefectureId: 'cs', trouble: 'open' }, true],
    [{ state: 'accepted' }, false],
    [{ categoryCode: 'SD' }, false],
    [{ prefectureId: 'zz' }, false],
    [{ trouble: 'clear' }, false],
    [{ trouble: 'failing' }, false],
  ])('%j: %s', (filter, fits) => {
    expect(fitsFilter(entry, filter)).toBe(fits);
  });
});

describe('the fingerprint of a bulk act', () => {
  const act = { action: 'accept' };
  const rows = [row('01'), row('02')];
  const whole = selectionFingerprint(act, rows);
  it('is the same for the same', () => {
    expect(selectionFingerprint(act, [row('01', { title: '改名' }), row('02')])).toBe(whole);
  });
  it.each<[string, object, SelectedRow[]]>([
    ['another act', { action: 'reject' }, rows],
    ['another version', act, [row('01', { version: 2 }), row('02')]],
    ['another outcome', act, [row('01', { code: 'x' }), row('02')]],
    ['something else confirmed', act, [row('01', { confirmed: ['wording'] }), row('02')]],
    ['one more', act, [...rows, row('03')]],
    ['one less', act, [row('01')]],
  ])('differs for %s', (_what, other, changed) => {
    expect(selectionFingerprint(other, changed)).not.toBe(whole);
  });
});

it('subtotals count what the act happens to', () => {
  const rows = [
    row('01'),
    row('02', { prefectureName: '株洲市' }),
    row('03', { code: 'entries.check-items-failing' }),
    row('04'),
  ];
  expect(subtotals(rows, ({ prefectureName }) => prefectureName)).toEqual([
    { name: '长沙市', count: 2 },
    { name: '株洲市', count: 1 },
  ]);
});

it('changes name what came, went and became different', () => {
  const seen = [row('01'), row('02'), row('03'), row('05')];
  const now = [row('01'), row('02', { version: 2 }), row('03', { code: 'x' }), row('04')];
  const named = (id: string) => (id === '05' ? { caseNo: 'no', title: '撤回的' } : undefined);
  expect(selectionChanges(seen, now, named)).toEqual([
    { kind: 'changed', caseNo: '2020-DY-4301-02', title: '案例02' },
    { kind: 'changed', caseNo: '2020-DY-4301-03', title: '案例03' },
    { kind: 'added', caseNo: '2020-DY-4301-04', title: '案例04' },
    { kind: 'removed', caseNo: 'no', title: '撤回的' },
  ]);
  expect(selectionChanges([row('09')], [], named)).toEqual([
    { kind: 'removed', caseNo: '', title: '' },
  ]);
});
