import { describe, expect, it } from 'vitest';
import { type CheckFilter, fitting, noFilter, optionsOf, serverFilter } from './check-rows';
import { moved } from './moved';
import type { CheckRow } from './queries';

const row = (id: string, unit: string, category: string, ok = true, state = 'recommended') =>
  ({
    id,
    prefectureId: unit,
    prefectureName: unit.toUpperCase(),
    categoryCode: category,
    state,
    checks: [{ code: 'words', standing: ok ? 'open' : 'fails' }],
  }) as unknown as CheckRow;

const rows = [
  row('1', 'a', 'DY'),
  row('2', 'b', 'DY', false),
  row('3', 'a', 'SD', true, 'rejected'),
];
const idsOf = (found: readonly CheckRow[]): string[] => found.map(({ id }) => id);

describe('the rows of the formal check', () => {
  it.each<[string, Partial<CheckFilter>, string[]]>([
    ['everything', {}, ['1', '2', '3']],
    ['one category', { category: 'DY' }, ['1', '2']],
    ['one unit', { unit: 'a' }, ['1', '3']],
    ['one state', { state: 'rejected' }, ['3']],
    ['only what has a fault', { trouble: 'failing' }, ['2']],
    ['only what waits for a person', { trouble: 'open' }, ['1', '3']],
    ['only what is clear', { trouble: 'clear' }, []],
    ['all conditions together', { category: 'DY', unit: 'a' }, ['1']],
  ])('show %s', (_what, wanted, ids) => {
    expect(idsOf(fitting(rows, { ...noFilter, ...wanted }))).toEqual(ids);
  });

  it('are asked of the server by what is set', () => {
    expect(serverFilter(noFilter)).toEqual({});
    expect(serverFilter({ category: 'DY', unit: 'a', state: 'rejected', trouble: 'open' })).toEqual(
      {
        categoryCode: 'DY',
        prefectureId: 'a',
        state: 'rejected',
        trouble: 'open',
      },
    );
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
