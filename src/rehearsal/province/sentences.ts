import { seededRandom } from '../../platform/pure/seeded-random.js';
import { deck, type Deck } from './draws.js';
import type { CategoryCode } from './shapes.js';
import { aims } from './tables/sentence-forms.js';
import { categoryPieces } from './tables/text-categories.js';
import { commonPieces } from './tables/text-common.js';
import { resultPieces } from './tables/text-results.js';

/** What the sentences of one entry are about. */
export type Subject = {
  readonly key: string;
  readonly categoryCode: CategoryCode;
  readonly slogan: string;
  /** How the text calls the learners and the place, e.g. 幼儿 and 幼儿园. */
  readonly pupils: string;
  readonly school: string;
};

/** Whole numbers the text may name, as [least, number of them]. */
const figures: Readonly<Record<string, readonly [number, number]>> = {
  few: [2, 2],
  n1: [2, 8],
  n2: [12, 86],
  n3: [105, 880],
  pct: [86, 13],
  low: [31, 38],
};

export type Sentences = { readonly say: (form: string) => string };

/** Fills forms with pieces dealt from decks, so that an entry repeats itself as little as it can. */
export function sentences(seed: string, subject: Subject): Sentences {
  const pools: Readonly<Record<string, readonly string[]>> = {
    ...commonPieces,
    ...resultPieces,
    ...categoryPieces[subject.categoryCode],
    aim: aims,
    slogan: [subject.slogan],
    pupils: [subject.pupils],
    school: [subject.school],
  };
  const decks = new Map<string, Deck<string>>();
  const random = seededRandom(`${seed}/figures/${subject.key}`);
  const deal = (name: string): string => {
    const figure = figures[name];
    if (figure) return String(figure[0] + random.below(figure[1]));
    const dealt =
      decks.get(name) ?? deck(`${seed}/pieces/${subject.key}/${name}`, pools[name] ?? []);
    decks.set(name, dealt);
    return say(dealt());
  };
  const say = (form: string): string =>
    form.replace(/\{(\w+)\}/g, (_all, name: string) => deal(name));
  return { say };
}
