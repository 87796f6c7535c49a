import { fold, type Folded } from './folded-text.js';
import type { IdentityWord, WordKind } from './identity-words.js';

/** Where a text stands: a part of the form, or a file's text, name or a property of it. */
export type LeakPlace = {
  /** A field's key, `title`, or an attachment rule's key. */
  readonly key: string;
  readonly attachmentId?: string;
  readonly in: 'form' | 'text' | 'name' | 'property';
  /** The name of the property, such as `author`. */
  readonly property?: string;
};

export type LeakText = { readonly place: LeakPlace; readonly text: string };

/** A place at which somebody could tell whose entry it is. */
export type Leak = {
  readonly place: LeakPlace;
  readonly kind: WordKind;
  /** As it stands in the text. */
  readonly found: string;
  /** What stands around it, with it. */
  readonly excerpt: string;
  /** Of the first such place in the text, in characters. */
  readonly at: number;
  /** How often it stands there. */
  readonly times: number;
};

/** Names and properties of files are taken out of what judges see; texts are not. */
export const tellsJudges = (place: Pick<LeakPlace, 'in'>): boolean =>
  place.in === 'form' || place.in === 'text';

/** Spaces do not matter: names are spread over a line as in 张 三. */
const noSpace = (character: string): boolean => !/[\s\u200b-\u200f\u2060\ufeff]/u.test(character);
const noDash = (character: string): boolean =>
  noSpace(character) && !/[-—–－()（）·.]/u.test(character);

const around = 12;

/** Everything in the texts that gives the entry away, in the order of the texts. */
export const scanForLeaks = (texts: readonly LeakText[], words: readonly IdentityWord[]): Leak[] =>
  texts.flatMap((text) => leaksOf(text, words));

function leaksOf({ place, text }: LeakText, words: readonly IdentityWord[]): Leak[] {
  const plain = fold(text, noSpace);
  const numbers = fold(text, noDash);
  const taken: [number, number][] = [];
  const leaks: Leak[] = [];
  for (const { kind, spelling, isPinyin } of words) {
    const folded = kind === 'phone' ? numbers : plain;
    const wanted = fold(spelling, kind === 'phone' ? noDash : noSpace).text;
    const hits = placesOf(folded, wanted)
      .filter((hit) => !isPinyin || isWholeWord(text, hit))
      .filter((hit) => !taken.some((other) => within(hit, other)));
    const [first] = hits;
    if (first === undefined) continue;
    taken.push(...hits);
    const [start, end] = first;
    leaks.push({
      place,
      kind,
      found: text.slice(start, end),
      excerpt: text.slice(Math.max(0, start - around), end + around).replace(/\s+/gu, ' '),
      at: start,
      times: hits.length,
    });
  }
  return leaks.sort((a, b) => a.at - b.at);
}

/** A shorter spelling inside a longer one that was found is not reported again. */
const within = ([start, end]: readonly [number, number], [from, to]: readonly [number, number]) =>
  start >= from && end <= to;

const isLatin = (character: string): boolean => /\p{Script=Latin}/u.test(character);

const isWholeWord = (text: string, [start, end]: readonly [number, number]): boolean =>
  !isLatin(text.charAt(start - 1)) && !isLatin(text.charAt(end));

/** Start and end in the original text of each place of a folded word. */
function placesOf({ text, from }: Folded, wanted: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length - 1;
    places.push([from[at] ?? 0, (from[last] ?? 0) + 1]);
  }
  return places;
}
