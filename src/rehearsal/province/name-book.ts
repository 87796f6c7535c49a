import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';
import { pick, pickWeighted } from './draws.js';
import {
  compoundSurnames,
  dottedGivenNames,
  givenCharacters,
  reservedNames,
  surnames,
  westernSurnames,
} from './tables/names.js';
import { westernPrefectures } from './tables/prefectures.js';

export type NameBook = {
  /** The name of the person with this key; no two people share one. */
  readonly nameOf: (key: string, prefectureCode?: string) => string;
};

type NameShape = 'two' | 'one' | 'compound' | 'dotted';

function invent(random: SeededRandom, western: boolean): string {
  const surname = pickWeighted(random, western ? [...surnames, ...westernSurnames] : surnames);
  const given = (): string => pick(random, givenCharacters);
  const shape = pickWeighted<NameShape>(random, [
    ['two', 82],
    ['one', 14],
    ['compound', 3],
    ['dotted', western ? 3 : 0],
  ]);
  if (shape === 'one') return surname + given();
  if (shape === 'compound') return pick(random, compoundSurnames) + given() + given();
  if (shape === 'dotted') return `${surname}·${pick(random, dottedGivenNames)}`;
  return surname + given() + given();
}

export function nameBook(seed: string): NameBook {
  const taken = new Set(Object.values(reservedNames));
  const nameOf = (key: string, prefectureCode = ''): string => {
    const reserved = reservedNames[key];
    if (reserved !== undefined) return reserved;
    const random = seededRandom(`${seed}/name/${key}`);
    let name = invent(random, westernPrefectures.includes(prefectureCode));
    while (taken.has(name)) name = invent(random, westernPrefectures.includes(prefectureCode));
    taken.add(name);
    return name;
  };
  return { nameOf };
}
