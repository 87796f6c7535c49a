import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwardTier } from './award-places.js';
import { type CategoryRules, sha256, tallyCategory } from './category-tally.js';
import { runInputText, runOutputText } from './run-text.js';
import type { TallyEntry } from './tally-shapes.js';

const tier = (code: string, value: number, minScore: number | null): AwardTier => ({
  code,
  perCategory: { kind: 'count', value },
  rounding: 'floor',
  minScore,
});
const rules = (awards: AwardTier[], hasLot = false): CategoryRules => ({
  method: { kind: 'mean' },
  criteria: [{ key: 'all', max: 10_000 }],
  tieChain: hasLot ? [{ by: 'lot' }] : [],
  awards,
});
/** Entries with one sheet each, of these values. */
const valued = (...values: number[]): TallyEntry[] =>
  values.map((all, at) => ({
    entry: `E${at}`,
    rankInUnit: 1,
    sheets: [{ judge: 'J1', scores: { all }, recommendation: 'yes' }],
  }));

function tally(entries: TallyEntry[], by: CategoryRules) {
  const decision = tallyCategory(entries, by);
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

describe('the tally of a category', () => {
  it.each([
    ['by rank, the better award first', [9000, 8000, 7000, 6000], ['first E0', 'second E1 E2']],
    [
      'only to who reaches the bound, and the places of the better award lapse',
      [8400, 8300, 8200, 8100],
      ['second E0 E1'],
    ],
    ['to nobody below every bound', [6500, 4000, 3000], ['second E0']],
  ])('gives awards %s', (_how, values, expected) => {
    const { tiers, ranking } = tally(
      valued(...values),
      rules([tier('first', 1, 8500), tier('second', 2, 6000)]),
    );
    const given = ['first', 'second'].map((code) =>
      [code, ...[...tiers].filter(([, one]) => one === code).map(([entry]) => entry)].join(' '),
    );
    expect(given.filter((line) => line.includes('E'))).toEqual(expected);
    expect(ranking.entries.filter(({ selected }) => selected).map(({ entry }) => entry)).toEqual([
      ...tiers.keys(),
    ]);
  });

  it.each([
    ['across the cut line', [tier('a', 2, null)], ['E1', 'E2']],
    ['across two awards', [tier('a', 2, null), tier('b', 2, null)], ['E1', 'E2']],
    ['nowhere that matters', [tier('a', 3, null)], []],
  ])('reports entries tied %s', (_where, awards, unresolved) => {
    expect(tally(valued(9000, 8000, 8000, 7000), rules(awards)).unresolved).toEqual(unresolved);
  });

  it('draws the lot from the hash of everything else', () => {
    const { inputText, unresolved } = tally(
      valued(8000, 8000, 8000),
      rules([tier('a', 1, null)], true),
    );
    const { lotSeed } = JSON.parse(inputText).config as { lotSeed: string };
    expect(lotSeed).toBe(sha256(inputText.replace(`"lotSeed":"${lotSeed}"`, '"lotSeed":null')));
    expect(unresolved).toEqual([]);
  });

  it('refuses sheets that are not whole', () => {
    const [entry] = valued(8000) as [TallyEntry];
    expect(tallyCategory([{ ...entry, sheets: [] }], rules([tier('a', 1, null)]))).toEqual({
      ok: false,
      code: 'sheets-at-fault',
    });
  });

  it('gives the same bytes in whatever order the rows come', () => {
    const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat(99)), (drawn, noise) => {
        const by = rules([tier('a', 2, 5000), tier('b', 3, null)], true);
        const entries = valued(...drawn);
        const shuffled = entries
          .map((entry) => ({ entry, at: noise.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        const texts = [entries, shuffled].map((rows) => {
          const categories = [{ code: 'DY', tally: tally(rows, by) }];
          const head = { programme: 'model-2026', awards: by.awards };
          return [runInputText(head, categories), runOutputText(categories)];
        });
        expect(texts[0]).toEqual(texts[1]);
      }),
    );
  });
});
