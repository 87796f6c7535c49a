import { seededRandom } from '../../platform/pure/seeded-random.js';
import type { Body } from './body.js';

/** The part of the sentences a copy takes over, in percent: enough for 62% of the text (domain §7.3, E3). */
const copiedPercent = 67;

/** A body most of which is another's: the same sentences at the same places, the rest its own. */
export const copyMostOf = (seed: string, own: Body, other: Body): Body =>
  own.map(({ key, sentences }, section) => {
    const source = other[section]?.sentences ?? [];
    const length = Math.min(source.length, sentences.length);
    const places = seededRandom(`${seed}/copy/${key}`).shuffle([...Array(length).keys()]);
    const copied = new Set(places.slice(0, Math.round((length * copiedPercent) / 100)));
    return {
      key,
      sentences: sentences
        .slice(0, length)
        .map((sentence, place) => (copied.has(place) ? (source[place] as string) : sentence)),
    };
  });

/** A body that names its school and county in the middle of the practice section (E4). */
export const nameTheSchool = (body: Body, shortName: string, countyName: string): Body =>
  body.map(({ key, sentences }) =>
    key === 'practice'
      ? { key, sentences: sentences.with(3, leak(shortName, countyName)) }
      : { key, sentences },
  );

const leak = (shortName: string, countyName: string): string =>
  `${shortName}地处${countyName}，党总支结合本地实际，把活动办到了群众家门口。`;
