import type { CategoryFacts, ProgrammeFacts } from '../../programmes/public-api.js';
import { awardsOf, rankingIn, sha256 } from '../rules/category-tally.js';
import { runInputText, runOutputText } from '../rules/run-text.js';
import type { OpenTie } from '../rules/verification.js';

/** A category's result as it is stored. */
type StoredCategory = {
  readonly categoryId: string;
  readonly inputHash: string;
  readonly outputText: string;
  readonly outputHash: string;
};

/** A whole run's canonical texts with their hashes, and the ties it leaves open. */
export type RunTexts = {
  readonly inputText: string;
  readonly inputHash: string;
  readonly outputText: string;
  readonly outputHash: string;
  readonly unresolved: OpenTie[];
};

/** Puts the categories of a run together, in the programme's own order. */
export function runTexts(
  { slug, config: { awards }, categories }: ProgrammeFacts,
  stored: readonly StoredCategory[],
): RunTexts {
  const computed = categories.flatMap((category) => tallyOf(category, stored, awards));
  const inputText = runInputText({ programme: slug, awards }, computed);
  const outputText = runOutputText(computed);
  return {
    inputText,
    inputHash: sha256(inputText),
    outputText,
    outputHash: sha256(outputText),
    unresolved: computed
      .filter(({ tally }) => tally.unresolved.length > 0)
      .map(({ code, tally }) => ({ category: code, entries: tally.unresolved })),
  };
}

function tallyOf(
  { id, code }: CategoryFacts,
  stored: readonly StoredCategory[],
  awards: ProgrammeFacts['config']['awards'],
) {
  const result = stored.find(({ categoryId }) => categoryId === id);
  if (result === undefined) return [];
  const ranking = rankingIn(result.outputText);
  const { inputHash, outputHash } = result;
  return [{ code, tally: { inputHash, outputHash, ranking, ...awardsOf(ranking, awards) } }];
}
