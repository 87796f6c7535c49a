import { describe, expect, it } from 'vitest';
import { fitting, noFilter, optionsOf, subtotals } from './check-rows';
import { moved } from './moved';
import type { CheckRow } from './queries';

const row = (id: string, unit: string, category: string, ok = true, state = 'recommended') =>
  ({
    id,
    prefectureId: unit,
    prefectureName: unit.toUpperCase(),
    categoryCode: category,
    state,
    checks: [{ code: 'words', ok, reasons: [] }],
  }) as unknown as CheckRow;

const rows = [
  row('1', 'a', 'DY'),
  row('2', 'b', 'DY', false),
  row('3', 'a', 'SD', true, 'rejected'),
];
const idsOf = (found: readonly CheckRow[]): string[] => found.map(({ id }) => id);

describe('the rows of the formal check', () => {
  it.each([
    ['everything', {}, ['1', '2', '3']],
    ['one category', { category: 'DY' }, ['1', '2']],
    ['one unit', { unit: 'a' }, ['1', '3']],
    ['one state', { state: 'rejected' }, ['3']],
    ['only what the program found fault with', { troubled: true }, ['2']],
    ['all conditions together', { category: 'DY', unit: 'a' }, ['1']],
  ])('show %s', (_what, wanted, ids) => {
    expect(idsOf(fitting(rows, { ...noFilter, ...wanted }))).toEqual(ids);
  });

  it('are counted by unit in the order they come', () => {
    expect(subtotals(rows)).toEqual([
      { unit: 'A', count: 2 },
      { unit: 'B', count: 1 },
    ]);
  });

  it('offer each value once', () => {
    const units = optionsOf(
      rows,
      ({ prefectureId }) => prefectureId,
      ({ prefectureName }) => prefectureName,
    );
    expect(units).toEqual([
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]);
  });
});

it.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, 9, 'bca'],
  [2, -3, 'cab'],
])('a member moves from %i to %i', (from, to, result) => {
  expect(moved([...'abc'], from, to).join('')).toBe(result);
});
