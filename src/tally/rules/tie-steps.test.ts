import { describe, expect, it } from 'vitest';
import { rank, type Ranking } from './rank.js';
import type { Recommendation, TallyConfig, TallyEntry, TieStep } from './tally-shapes.js';

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

/** An entry whose sheets give these [fusion, effect] scores. */
const entryOf = (
  entry: string,
  scores: readonly (readonly [number, number])[],
  extra: { rankInUnit?: number; says?: readonly Recommendation[] } = {},
): TallyEntry => ({
  entry,
  rankInUnit: extra.rankInUnit ?? 1,
  sheets: scores.map(([fusion, effect], index) => ({
    judge: `j${index}`,
    scores: { fusion, effect },
    recommendation: extra.says?.[index],
  })),
});
/** An entry with one sheet of each total. */
const plain = (entry: string, ...totals: number[]): TallyEntry =>
  entryOf(
    entry,
    totals.map((total) => [total, 0] as const),
  );

function ranking(entries: readonly TallyEntry[], change: Partial<TallyConfig> = {}): Ranking {
  const decision = rank(entries, configOf(change));
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}
const ranks = ({ entries }: Ranking) => entries.map((row) => `${row.entry}${row.rank}`).join(' ');
const selected = ({ entries }: Ranking) =>
  entries.filter((row) => row.selected).map(({ entry }) => entry);

describe('the tie step', () => {
  const trim = { kind: 'trim', high: 1, low: 1 } as const;
  it.each<[string, TieStep, TallyEntry, TallyEntry, Partial<TallyConfig>]>([
    [
      'criterion:effect',
      { by: 'criterion', key: 'effect' },
      entryOf('z', [
        [3, 7],
        [4, 6],
      ]),
      entryOf('a', [
        [4, 6],
        [4, 6],
      ]),
      {},
    ],
    [
      'criterion:effect',
      { by: 'criterion', key: 'effect' },
      entryOf('z', [[3, 7]]),
      entryOf('a', [
        [4, 6],
        [4, 6],
      ]),
      {},
    ],
    [
      'untrimmed-mean',
      { by: 'untrimmed-mean' },
      plain('z', 40, 50, 50, 90),
      plain('a', 40, 50, 50, 60),
      { method: trim },
    ],
    ['lower-spread', { by: 'lower-spread' }, plain('z', 49, 50, 51), plain('a', 48, 50, 52), {}],
    [
      'lower-spread',
      { by: 'lower-spread' },
      plain('z', 49, 51),
      plain('a', 49, 49, 51, 51, 48, 52),
      {},
    ],
    [
      'strong-recommendations',
      { by: 'strong-recommendations' },
      entryOf(
        'z',
        [
          [5, 5],
          [5, 5],
        ],
        { says: ['strong', 'no'] },
      ),
      entryOf(
        'a',
        [
          [5, 5],
          [5, 5],
        ],
        { says: ['yes', 'yes'] },
      ),
      {},
    ],
    [
      'recommend-rank',
      { by: 'recommend-rank' },
      entryOf('z', [[5, 5]], { rankInUnit: 1 }),
      entryOf('a', [[5, 5]], { rankInUnit: 2 }),
      {},
    ],
  ])('%s (%o) decides a tie', (by, step, winner, loser, change) => {
    const result = ranking([loser, winner], { ...change, tieChain: [step] });
    expect(ranks(result)).toBe('z1 a2');
    expect(result.entries.map(({ decidedBy }) => decidedBy)).toEqual([
      { step: 0, by },
      { step: 0, by },
    ]);
    expect(result.cut).toEqual({
      margin: { exact: { n: '0', d: '1' }, rounded: '0.00' },
      tied: ['z', 'a'],
      resolvedBy: { step: 0, by },
    });
    expect(selected(result)).toEqual(['z']);
    expect(ranks(ranking([loser, winner], change))).toBe('a1 z1');
  });

  it('lot gives every entry a place by the recorded seed, and none without a seed', () => {
    const entries = [...'abcdefgh'].map((key) => plain(key, 50));
    const drawn = (lotSeed: string | null) =>
      ranks(ranking(entries, { tieChain: [{ by: 'lot' }], lotSeed }));
    // The drawn order may change only with the version of the rule.
    expect(drawn('seed of 2026')).toBe('h1 a2 g3 f4 d5 b6 c7 e8');
    expect(new Set(['1', '2', '3', '4', '5'].map(drawn)).size).toBe(5);
    expect(drawn('seed of 2026').replace(/[a-h]/g, '')).toBe('1 2 3 4 5 6 7 8');
    expect(drawn(null)).toBe('a1 b1 c1 d1 e1 f1 g1 h1');
  });

  it('that was needed is the deeper one of an entry’s two neighbours', () => {
    const tieChain: TieStep[] = [{ by: 'criterion', key: 'fusion' }, { by: 'recommend-rank' }];
    const result = ranking(
      [
        entryOf('a', [[9, 0]]),
        entryOf('b', [[5, 3]]),
        entryOf('c', [[4, 4]], { rankInUnit: 1 }),
        entryOf('d', [[4, 4]], { rankInUnit: 2 }),
        entryOf('e', [[4, 4]], { rankInUnit: 2 }),
        entryOf('f', [[1, 0]]),
      ],
      { tieChain, places: 3 },
    );
    expect(ranks(result)).toBe('a1 b2 c3 d4 e4 f6');
    expect(result.entries.map(({ decidedBy }) => decidedBy?.by ?? null)).toEqual([
      ...[null, 'criterion:fusion', 'recommend-rank', 'recommend-rank', null, null],
    ]);
    expect(result.cut).toMatchObject({
      tied: ['b', 'c', 'd', 'e'],
      resolvedBy: { step: 1, by: 'recommend-rank' },
    });
  });
});
