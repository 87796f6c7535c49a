import { describe, expect, it } from 'vitest';
import { sorted } from './own-sheets';
import type { QueueRow } from './queries';

const row = (blindCode: string, total: number | null, more: Partial<QueueRow> = {}): QueueRow => ({
  ...{ id: blindCode, blindCode, title: `题目 ${blindCode}`, state: 'draft', total },
  ...{ recommendation: null, missing: [], flagged: false, lookAgain: false, scoredAt: null },
  scores: [{ criterion: 'fusion', value: total }],
  ...more,
});
const rows = [
  row('C-3', 8000),
  row('A-1', null, { flagged: true, state: 'assigned' }),
  row('B-2', 9000, { flagged: true }),
];

describe("a judge's own sheets", () => {
  it.each([
    [undefined, 'C-3 A-1 B-2'],
    [{ key: 'blindCode', direction: 'ascending' }, 'A-1 B-2 C-3'],
    [{ key: 'total', direction: 'ascending' }, 'C-3 B-2 A-1'],
    [{ key: 'total', direction: 'descending' }, 'B-2 C-3 A-1'],
    [{ key: 'fusion', direction: 'descending' }, 'B-2 C-3 A-1'],
    [{ key: 'flagged', direction: 'ascending' }, 'A-1 B-2 C-3'],
    [{ key: 'state', direction: 'ascending' }, 'A-1 C-3 B-2'],
  ] as const)('stand in the order of %j: %s', (sort, order) => {
    expect(
      sorted(rows, sort)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(order);
  });
});
