import { canonicalJson } from '../../platform/pure/canonical-json.js';
import type { Ranking } from './rank.js';
import { byText, sortEntries, type TallyConfig, type TallyEntry } from './tally-shapes.js';

/** Changes whenever the same input could give another output. */
export const ruleVersion = 'tally/1';

/**
 * All that a category's ranking depends on, as one text: the same data gives the same bytes in
 * whatever order its rows come, so that anybody can compute its SHA-256 again.
 */
export function tallyInputText(entries: readonly TallyEntry[], config: TallyConfig): string {
  return canonicalJson({
    rule: ruleVersion,
    config: {
      method: { ...config.method },
      criteria: config.criteria
        .map(({ key, max }) => ({ key, max }))
        .sort((a, b) => byText(a.key, b.key)),
      tieChain: config.tieChain.map((step) => ({ ...step })),
      places: config.places,
      minimum: config.minimum ?? null,
      lotSeed: config.lotSeed ?? null,
    },
    entries: sortEntries(entries).map(({ entry, rankInUnit, sheets, settled }) => ({
      entry,
      rankInUnit,
      ...(settled && { settled: { ...settled } }),
      sheets: sheets.map(({ judge, scores, recommendation }) => ({
        judge,
        scores: { ...scores },
        recommendation: recommendation ?? null,
      })),
    })),
  });
}

/** A ranking as one text, entries in rank order; fractions are text, so nothing is rounded. */
export function tallyOutputText({ entries, cut, unresolved }: Ranking): string {
  return canonicalJson({ rule: ruleVersion, entries, cut, unresolved });
}
