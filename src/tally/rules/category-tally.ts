import { createHash } from 'node:crypto';
import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { type AwardTier, lowestMinimum, placesOf } from './award-places.js';
import { type Awarded, giveAwards, tiedAcrossAwards } from './award-tiers.js';
import { rank, type RankedEntry, type Ranking } from './rank.js';
import type { TallyConfig, TallyEntry } from './tally-shapes.js';
import { tallyInputText, tallyOutputText } from './tally-text.js';

/** The rules of one category's tally. */
export type CategoryRules = Pick<TallyConfig, 'method' | 'criteria' | 'tieChain'> & {
  readonly awards: readonly AwardTier[];
};

/** What a ranking means for the awards. */
export type Awards = {
  /** The award's code by case number. */
  readonly tiers: ReadonlyMap<string, string>;
  /** Case numbers whose order is still open where it decides an award. */
  readonly unresolved: readonly string[];
};

/** A category computed to the end. Texts are canonical; hashes are SHA-256 (hex) of their UTF-8. */
export type CategoryTally = Awards & {
  readonly ranking: Ranking;
  readonly inputText: string;
  readonly inputHash: string;
  readonly outputText: string;
  readonly outputHash: string;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Computes one category. The same entries, sheets and rules give the same bytes everywhere. */
export function tallyCategory(
  entries: readonly TallyEntry[],
  rules: CategoryRules,
): Decision<CategoryTally, 'sheets-at-fault'> {
  const offered = placesOf(rules.awards, entries.length).reduce((sum, one) => sum + one, 0);
  const first = rankWith(entries, configOf(entries, rules, offered));
  if (!first.ok) return first;
  const { lapsed } = give(first.value.ranking, rules.awards);
  const final =
    lapsed === 0 ? first : rankWith(entries, configOf(entries, rules, offered - lapsed));
  if (!final.ok) return final;
  const { ranking, config } = final.value;
  const [inputText, outputText] = [tallyInputText(entries, config), tallyOutputText(ranking)];
  return allow({
    ranking,
    ...awardsOf(ranking, rules.awards),
    inputText,
    inputHash: sha256(inputText),
    outputText,
    outputHash: sha256(outputText),
  });
}

/** The awards of a ranking that was computed earlier, with the same rules. */
export function awardsOf(ranking: Ranking, awards: readonly AwardTier[]): Awards {
  const { tiers } = give(ranking, awards);
  const inner = tiedAcrossAwards(selectedOf(ranking), tiers);
  return { tiers, unresolved: [...new Set([...ranking.unresolved, ...inner])] };
}

/** The ranking in an output text of ours. */
export const rankingIn = (outputText: string): Ranking => JSON.parse(outputText) as Ranking;

const selectedOf = ({ entries }: Ranking): RankedEntry[] =>
  entries.filter(({ selected }) => selected);

const give = (ranking: Ranking, awards: readonly AwardTier[]): Awarded =>
  giveAwards(selectedOf(ranking), awards, placesOf(awards, ranking.entries.length));

type Ranked = { readonly ranking: Ranking; readonly config: TallyConfig };

function rankWith(
  entries: readonly TallyEntry[],
  config: TallyConfig,
): Decision<Ranked, 'sheets-at-fault'> {
  const decision = rank(entries, config);
  return decision.ok ? allow({ ranking: decision.value, config }) : refuse(decision.code);
}

/**
 * The lot is drawn from what everything else fixed: its seed is the hash of the input text in which
 * no seed stands yet, so nobody can choose it.
 */
function configOf(
  entries: readonly TallyEntry[],
  { method, criteria, tieChain, awards }: CategoryRules,
  places: number,
): TallyConfig {
  const config = { method, criteria, tieChain, places, minimum: lowestMinimum(awards) };
  return { ...config, lotSeed: sha256(tallyInputText(entries, config)) };
}
