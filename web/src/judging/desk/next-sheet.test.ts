import { describe, expect, it } from 'vitest';
import { firstToRead, neighbour, nextUnfinished } from './next-sheet';

const row = (id: string, state: string, missing: string[] = [], flagged = false) => ({
  ...{ id, state, missing, flagged, lookAgain: false },
});
const rows = [
  row('a', 'signed'),
  row('b', 'draft', ['comment']),
  row('c', 'recused', ['comment']),
  row('d', 'draft'),
  row('e', 'assigned', ['recommendation']),
];

describe('the queue', () => {
  it.each([
    ['a', 1, 'b'],
    ['b', 1, 'd'],
    ['d', -1, 'b'],
    ['e', 1, undefined],
    ['a', -1, undefined],
    ['c', 1, undefined],
  ] as const)('leads from %s by %i to %s', (id, by, next) => {
    expect(neighbour(rows, id, by)?.id).toBe(next);
  });

  it.each([
    ['a', 'b'],
    ['b', 'e'],
    ['e', 'b'],
  ])('finds after %s what is unfinished: %s', (id, next) => {
    expect(nextUnfinished(rows, id)?.id).toBe(next);
  });

  it('has nothing unfinished but the sheet itself, or nothing at all', () => {
    expect(
      nextUnfinished([row('a', 'signed'), row('b', 'draft', ['comment'])], 'b'),
    ).toBeUndefined();
    expect(nextUnfinished([], 'a')).toBeUndefined();
  });

  it('comes back to what was put aside when nothing else is left', () => {
    const later = row('b', 'assigned', ['comment'], true);
    const other = row('c', 'assigned', ['comment']);
    expect(nextUnfinished([row('a', 'draft'), later, other], 'a')?.id).toBe('c');
    expect(nextUnfinished([row('a', 'draft'), later], 'a')?.id).toBe('b');
    expect(firstToRead([later, other])?.id).toBe('c');
    expect(firstToRead([later])?.id).toBe('b');
  });

  it('begins at the first unfinished sheet, or at the first when all are finished', () => {
    expect(firstToRead(rows)?.id).toBe('b');
    expect(firstToRead([row('c', 'recused'), row('d', 'signed')])?.id).toBe('d');
    const again = { ...row('e', 'signed'), lookAgain: true };
    expect(firstToRead([row('d', 'signed'), again])?.id).toBe('e');
    expect(firstToRead([])).toBeUndefined();
  });
});
