import { describe, expect, it } from 'vitest';
import { rank, type Ranking } from './rank.js';
import type { TallyConfig, TallyEntry } from './tally-shapes.js';

const configOf = (change: Partial<TallyConfig>): TallyConfig => ({
  method: { kind: 'mean' },
  criteria: [
    { key: 'fusion', max: 10_000 },
    { key: 'effect', max: 10_000 },
  ],
  tieChain: [],
  places: 1,
  ...change,
});

/** An entry with one sheet of each total. */
const plain = (entry: string, ...totals: number[]): TallyEntry => ({
  entry,
  rankInUnit: 1,
  sheets: totals.map((total, index) => ({
    judge: `j${index}`,
    scores: { fusion: total, effect: 0 },
  })),
});

function ranking(entries: readonly TallyEntry[], change: Partial<TallyConfig> = {}): Ranking {
  const decision = rank(entries, configOf(change));
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}
const ranks = ({ entries }: Ranking) => entries.map((row) => `${row.entry}${row.rank}`).join(' ');

describe('a ranking', () => {
  it('puts the greater value first and tells all it was made of', () => {
    const trim = { kind: 'trim', high: 1, low: 1 } as const;
    const result = ranking([plain('a', 70, 80, 91, 91), plain('b', 85, 86, 87, 88)], {
      method: trim,
    });
    expect(result).toEqual({
      entries: [
        {
          entry: 'b',
          rank: 1,
          exact: { n: '173', d: '2' },
          rounded: '0.87',
          totals: [85, 86, 87, 88].map((total, index) => ({ judge: `j${index}`, total })),
          dropped: ['j0', 'j3'],
          used: 'trim',
          notice: null,
          decidedBy: null,
          isBelowMinimum: false,
          selected: true,
        },
        expect.objectContaining({ entry: 'a', rank: 2, rounded: '0.86', selected: false }),
      ],
      cut: { margin: { exact: { n: '1', d: '1' }, rounded: '0.01' }, tied: [], resolvedBy: null },
      unresolved: [],
    });
  });

  it('falls back to the mean and says so where three sheets cannot be trimmed', () => {
    const [row] = ranking([plain('a', 60, 70, 90)], {
      method: { kind: 'trim', high: 1, low: 1 },
    }).entries;
    expect(row).toMatchObject({
      used: 'mean',
      notice: 'too-few-to-trim',
      dropped: [],
      rounded: '0.73',
    });
  });

  it('compares values unrounded', () => {
    const result = ranking([plain('a', 8000, 8000, 8001), plain('b', 8000, 8001, 8001)]);
    expect(result.entries.map(({ rounded }) => rounded)).toEqual(['80.01', '80.00']);
    expect(ranks(ranking([plain('a', 1, 1, 2), plain('b', 1, 1, 2, 1, 1, 2)]))).toBe('a1 b1');
  });

  it('is empty for no entries', () => {
    expect(ranking([])).toEqual({
      entries: [],
      cut: { margin: null, tied: [], resolvedBy: null },
      unresolved: [],
    });
  });

  it('is refused with every fault of the sheets', () => {
    expect(rank([plain('a', 1), plain('b')], configOf({}))).toEqual({
      ok: false,
      code: 'sheets-at-fault',
      faults: [{ entry: 'b', judge: null, fault: 'no-sheets' }],
    });
  });

  it.each([
    ['places', { places: -1 }],
    [
      'a criterion twice',
      {
        criteria: [
          { key: 'a', max: 1 },
          { key: 'a', max: 1 },
        ],
      },
    ],
    ['a tie step without criterion', { tieChain: [{ by: 'criterion' as const, key: 'charm' }] }],
  ])('throws for a wrong configuration: %s', (_what, change) => {
    expect(() => rank([], configOf(change))).toThrow(RangeError);
  });
});
