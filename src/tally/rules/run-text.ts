import { canonicalJson } from '../../platform/pure/canonical-json.js';
import type { AwardTier } from './award-places.js';
import type { CategoryTally } from './category-tally.js';
import { ruleVersion } from './tally-text.js';

/** One category of a run, by its code. */
export type RunCategory = {
  readonly code: string;
  readonly tally: Pick<
    CategoryTally,
    'inputHash' | 'outputHash' | 'ranking' | 'tiers' | 'unresolved'
  >;
};

export type RunHead = {
  /** The programme's slug: an id would differ from one machine to the next. */
  readonly programme: string;
  readonly awards: readonly AwardTier[];
};

/** What a whole run depends on: its rules and the hash of each category's input. */
export const runInputText = (
  { programme, awards }: RunHead,
  categories: readonly RunCategory[],
): string =>
  canonicalJson({
    rule: ruleVersion,
    programme,
    awards: awards.map(({ code, perCategory, rounding, minScore }) => ({
      code,
      perCategory: { ...perCategory },
      rounding,
      minScore,
    })),
    categories: categories.map(({ code, tally }) => ({ code, inputHash: tally.inputHash })),
  });

/** What a whole run gave: for each category the hash of its ranking, and who was selected for what. */
export const runOutputText = (categories: readonly RunCategory[]): string =>
  canonicalJson({
    rule: ruleVersion,
    categories: categories.map(({ code, tally }) => ({
      code,
      outputHash: tally.outputHash,
      selected: tally.ranking.entries.flatMap(({ entry, rank, rounded }) => {
        const tier = tally.tiers.get(entry);
        return tier === undefined ? [] : [{ entry, rank, score: rounded, tier }];
      }),
      unresolved: tally.unresolved,
    })),
  });
