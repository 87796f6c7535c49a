import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { rank, type Ranking } from './rank.js';
import type { Recommendation, TallyConfig, TallyEntry, TieStep } from './tally-shapes.js';

/** A naive rational: never reduced, compared crosswise. It shares nothing with the rules. */
type Naive = readonly [top: bigint, bottom: bigint];

const chain: readonly TieStep[] = [
  { by: 'criterion', key: 'fusion' },
  { by: 'criterion', key: 'effect' },
  { by: 'untrimmed-mean' },
  { by: 'lower-spread' },
  { by: 'strong-recommendations' },
  { by: 'recommend-rank' },
];
const criteria = ['fusion', 'effect', 'writing'].map((key) => ({ key, max: 1000 }));
const method = fc.constantFrom<TallyConfig['method']>(
  { kind: 'mean' },
  { kind: 'median' },
  { kind: 'trim', high: 1, low: 1 },
);

/** Random sheets in half points from a narrow range, so that ties of every depth are common. */
function randomEntries(seed: string, count: number): TallyEntry[] {
  const { below } = seededRandom(seed);
  const says = ['strong', 'yes', 'reserve', 'no'] satisfies Recommendation[];
  return Array.from({ length: count }, (_, entry) => ({
    entry: `entry ${entry}`,
    rankInUnit: 1 + below(3),
    sheets: Array.from({ length: 1 + below(7) }, (__, judge) => ({
      judge: `judge ${judge}`,
      scores: { fusion: 800 + 50 * below(3), effect: 800 + 50 * below(2), writing: 900 },
      recommendation: says[below(4)],
    })),
  }));
}

const sum = (list: readonly number[]): bigint => BigInt(list.reduce((a, b) => a + b, 0));
const naiveMean = (list: readonly number[]): Naive => [sum(list), BigInt(list.length)];

function naiveValue(kind: TallyConfig['method']['kind'], totals: readonly number[]): Naive {
  const sorted = [...totals].sort((a, b) => a - b);
  if (kind === 'trim' && totals.length >= 4) return naiveMean(sorted.slice(1, -1));
  if (kind !== 'median') return naiveMean(totals);
  while (sorted.length > 2) {
    sorted.pop();
    sorted.shift();
  }
  return naiveMean(sorted);
}

/** The mean of all squared differences, pair by pair: twice the variance. */
function naiveSpread(totals: readonly number[]): Naive {
  const squares = totals.flatMap((a) => totals.map((b) => (a - b) ** 2));
  return [-sum(squares), BigInt(squares.length)];
}

function naiveFigures(
  { rankInUnit, sheets }: TallyEntry,
  kind: TallyConfig['method']['kind'],
): Naive[] {
  const totals = sheets.map(({ scores }) => Object.values(scores).reduce((a, b) => a + b, 0));
  return [
    naiveValue(kind, totals),
    naiveMean(sheets.map(({ scores }) => scores['fusion'] as number)),
    naiveMean(sheets.map(({ scores }) => scores['effect'] as number)),
    naiveMean(totals),
    naiveSpread(totals),
    [BigInt(sheets.filter(({ recommendation }) => recommendation === 'strong').length), 1n],
    [BigInt(-rankInUnit), 1n],
  ];
}

function isBetter(a: readonly Naive[], b: readonly Naive[]): boolean {
  for (const [at, [top, bottom]] of a.entries()) {
    const [otherTop, otherBottom] = b[at] as Naive;
    if (top * otherBottom !== otherTop * bottom) return top * otherBottom > otherTop * bottom;
  }
  return false;
}

/** By long division: the third decimal of the points alone says whether to round up. */
function naiveRounded([top, bottom]: Naive): string {
  const thousandths = (top * 10n) / bottom;
  const hundredths = String(thousandths / 10n + (thousandths % 10n >= 5n ? 1n : 0n)).padStart(
    3,
    '0',
  );
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}

/** What a ranking must say of each entry: its rank and value, found by comparing all with all. */
function naiveRanking(entries: readonly TallyEntry[], config: TallyConfig): string[] {
  const rows = entries.map((entry) => ({
    entry,
    figures: naiveFigures(entry, config.method.kind),
  }));
  return rows
    .map(({ entry, figures }) => {
      const place = 1 + rows.filter((other) => isBetter(other.figures, figures)).length;
      return `${entry.entry}: ${place}, ${naiveRounded(figures[0] as Naive)}`;
    })
    .sort();
}

function ranking(entries: readonly TallyEntry[], config: TallyConfig): Ranking {
  const decision = rank(entries, config);
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

const configOf = (by: TallyConfig['method'], places: number): TallyConfig => ({
  method: by,
  criteria,
  tieChain: chain,
  places,
});

describe('a ranking of random sheets', () => {
  it('equals that of a naive rational oracle over ten thousand sheets and more', () => {
    let sheets = 0;
    fc.assert(
      fc.property(method, fc.string(), (by, seed) => {
        const entries = randomEntries(seed, 25);
        sheets += entries.reduce((count, entry) => count + entry.sheets.length, 0);
        const config = configOf(by, 10);
        const ranked = ranking(entries, config).entries;
        expect(ranked.map((row) => `${row.entry}: ${row.rank}, ${row.rounded}`).sort()).toEqual(
          naiveRanking(entries, config),
        );
      }),
      { numRuns: 150 },
    );
    expect(sheets).toBeGreaterThan(10_000);
  });

  it('does not depend on the order of entries or sheets', () => {
    fc.assert(
      fc.property(method, fc.string(), fc.nat(12), (by, seed, places) => {
        const entries = randomEntries(seed, 12);
        const { shuffle } = seededRandom(`order ${seed}`);
        const shuffled = shuffle(entries).map((entry) => ({
          ...entry,
          sheets: shuffle(entry.sheets),
        }));
        const config = { ...configOf(by, places), lotSeed: seed };
        const withLot = { ...config, tieChain: [...chain.slice(0, 2), { by: 'lot' as const }] };
        expect(ranking(shuffled, config)).toEqual(ranking(entries, config));
        expect(ranking(shuffled, withLot)).toEqual(ranking(entries, withLot));
      }),
    );
  });

  it('selects as many as there are places, less those a tie leaves open', () => {
    fc.assert(
      fc.property(method, fc.string(), fc.nat(14), (by, seed, places) => {
        const entries = randomEntries(seed, 12);
        const {
          entries: rows,
          unresolved,
          cut,
        } = ranking(entries, { ...configOf(by, places), tieChain: chain.slice(0, 1) });
        const selected = rows.filter((row) => row.selected);
        const open = rows.filter(({ entry }) => unresolved.includes(entry));
        const settled =
          unresolved.length > 0 ? (open[0]?.rank as number) - 1 : Math.min(places, 12);
        expect(selected.length).toBe(settled);
        expect(rows.slice(0, settled)).toEqual(selected);
        expect(unresolved.length === 0 || settled + unresolved.length > places).toBe(true);
        expect(unresolved.every((entry) => cut.tied.includes(entry))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
