import { seededRandom } from '../../platform/pure/seeded-random.js';
import { clamp, deck, normal } from './draws.js';
import { sentences, type Sentences, type Subject } from './sentences.js';
import type { Section, SectionKey } from './shapes.js';
import {
  abstractForms,
  abstractOpening,
  brandSentence,
  sentenceForms,
} from './tables/sentence-forms.js';

/** The sections in order, each with the part of the body at which it ends, in percent. */
const sectionEnds: readonly (readonly [SectionKey, number])[] = [
  ['background', 9],
  ['practice', 57],
  ['effect', 85],
  ['insight', 100],
];

/** A body as sentences, before it is set in paragraphs. */
export type Body = readonly { readonly key: SectionKey; readonly sentences: readonly string[] }[];

const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0);

/** Says sentences until the text is as long as wanted, give or take half a sentence. */
function tell(voice: Sentences, nextForm: () => string, wanted: number, first: string[]): string[] {
  const told = [...first];
  while (lengthOf(told) < wanted - 25) told.push(voice.say(nextForm()));
  return told;
}

/** The body of one entry: between 1,900 and 3,000 characters, around 2,700. */
export function writeBody(seed: string, subject: Subject): Body {
  const voice = sentences(seed, subject);
  const random = seededRandom(`${seed}/length/${subject.key}`);
  const wanted = clamp(2720 + 260 * normal(random), 1950, 2890);
  let written = 0;
  return sectionEnds.map(([key, percent]) => {
    const forms = deck(`${seed}/forms/${subject.key}/${key}`, sentenceForms[key]);
    const first = key === 'practice' ? [voice.say(brandSentence)] : [];
    const told = tell(voice, forms, (wanted * percent) / 100 - written, first);
    written += lengthOf(told);
    return { key, sentences: told };
  });
}

/** The abstract: 180 to 320 words as Word counts them, around 250. */
export function writeAbstract(seed: string, subject: Subject): string {
  const voice = sentences(`${seed}/abstract`, subject);
  const random = seededRandom(`${seed}/abstract-length/${subject.key}`);
  const wanted = clamp(250 + 25 * normal(random), 215, 275);
  const forms = deck(`${seed}/abstract-forms/${subject.key}`, abstractForms);
  return tell(voice, forms, wanted, abstractOpening.map(voice.say)).join('');
}

const sentencesToAParagraph = 6;

/** The sections as a person would paste them: paragraphs parted by line breaks. */
export const inParagraphs = (body: Body): Section[] =>
  body.map(({ key, sentences: told }) => ({
    key,
    text: told
      .map((sentence, index) =>
        index > 0 && index % sentencesToAParagraph === 0 ? `\n${sentence}` : sentence,
      )
      .join(''),
  }));
