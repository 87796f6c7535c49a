import { describe, expect, it } from 'vitest';
import { rank } from './rank.js';
import type { TallyConfig, TallyEntry } from './tally-shapes.js';

const entry = (key: string, total: number): TallyEntry => ({
  entry: key,
  rankInUnit: 1,
  sheets: [{ judge: 'j', scores: { all: total } }],
});
const entries = [entry('a', 90), entry('b', 80), entry('c', 80), entry('d', 80), entry('e', 70)];

/** Who is selected, who is unresolved and how wide the cut is. */
function selection(change: Partial<TallyConfig>) {
  const criteria = [{ key: 'all', max: 100 }];
  const decision = rank(entries, {
    method: { kind: 'mean' },
    criteria,
    tieChain: [],
    places: 1,
    ...change,
  });
  if (!decision.ok) throw new Error(decision.code);
  const { entries: rows, cut, unresolved } = decision.value;
  const keys = (isWanted: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(isWanted)
      .map((row) => row.entry)
      .join('');
  return {
    selected: keys((row) => row.selected),
    below: keys((row) => row.isBelowMinimum),
    unresolved: unresolved.join(''),
    margin: cut.margin?.rounded ?? null,
    tied: cut.tied.join(''),
  };
}

describe('the selection', () => {
  it.each([
    ['nobody with no place', { places: 0 }, '', '', '', null, ''],
    ['the first alone with one place', { places: 1 }, 'a', '', '', '0.10', ''],
    ['nobody of a tie across the cut', { places: 2 }, 'a', '', 'bcd', '0.00', 'bcd'],
    ['nobody of a tie with one outside', { places: 3 }, 'a', '', 'bcd', '0.00', 'bcd'],
    ['all of a tie that ends at the cut', { places: 4 }, 'abcd', '', '', '0.10', ''],
    ['everybody when there are places for all', { places: 5 }, 'abcde', '', '', null, ''],
    ['everybody when there are more places', { places: 9 }, 'abcde', '', '', null, ''],
    ['nobody below the minimum', { places: 5, minimum: 80 }, 'abcd', 'e', '', null, ''],
    [
      'the tied at the minimum, when places suffice',
      { places: 4, minimum: 80 },
      'abcd',
      'e',
      '',
      null,
      '',
    ],
    ['fewer than the places', { places: 3, minimum: 81 }, 'a', 'bcde', '', null, ''],
    ['nobody when all are below', { places: 2, minimum: 91 }, '', 'abcde', '', null, ''],
    [
      'the lot’s choice once it is drawn',
      { places: 4, tieChain: [{ by: 'lot' as const }], lotSeed: 's' },
      'abcd',
      '',
      '',
      '0.10',
      '',
    ],
  ])('is %s', (...[, change, chosen, below, unresolved, margin, tied]) => {
    const { selected, ...rest } = selection(change);
    expect({ selected: [...selected].sort().join(''), ...rest }).toEqual({
      selected: chosen,
      below,
      unresolved,
      margin,
      tied,
    });
  });

  it('is complete after a lot across the cut', () => {
    const drawn = selection({ places: 2, tieChain: [{ by: 'lot' }], lotSeed: 's' });
    expect(drawn).toMatchObject({ unresolved: '', selected: expect.stringMatching(/^a[bcd]$/) });
    expect([...drawn.tied].sort().join('')).toBe('bcd');
  });
});
