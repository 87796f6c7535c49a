import { expect, it } from 'vitest';
import { type Tallied, unitFigures } from './statistics.js';

const row = (state: Tallied['state'], count: number, unitIds: string[], more = {}): Tallied => ({
  prefectureId: 'cs',
  categoryId: 'DY',
  state,
  count,
  unitIds,
  ...more,
});

it('figures count what was received, listed and decided on, and each unit once', () => {
  const rows = [
    row('submitted', 2, ['a', 'b']),
    row('returned', 1, ['b']),
    row('recommended', 3, ['a', 'c']),
    row('correcting', 1, ['c']),
    row('accepted', 4, ['d'], { categoryId: 'SD' }),
    row('rejected', 1, ['a']),
    row('withdrawn', 9, ['z']),
    row('recommended', 7, ['y'], { prefectureId: 'zz' }),
  ];
  const places = (id: string): number | null => (id === 'DY' ? 5 : null);
  const { units, byCategory } = unitFigures('cs', ['DY', 'SD', 'JX'], rows, places);
  expect(units).toBe(4);
  expect(Object.fromEntries(byCategory)).toEqual({
    DY: { received: 8, listed: 5, accepted: 0, rejected: 1, places: 5 },
    SD: { received: 4, listed: 4, accepted: 4, rejected: 0, places: null },
    JX: { received: 0, listed: 0, accepted: 0, rejected: 0, places: null },
  });
});
