import { pinyin } from 'pinyin-pro';

/** Fewer letters than this are a word of another language as often as a name. */
const leastLetters = 4;

const isHan = (name: string): boolean => /^\p{Script=Han}+$/u.test(name);

const syllablesOf = (name: string, surname: 'off' | 'head'): string[] =>
  isHan(name) ? pinyin(name, { toneType: 'none', type: 'array', v: true, surname }) : [];

const initialsOf = (syllables: readonly string[]): string =>
  syllables.map((syllable) => syllable.slice(0, 1)).join('');

const longEnough = (spelling: string): boolean => spelling.length >= leastLetters;

/** How a person's name is typed without Chinese letters: zhangjianguo, jianguozhang, zhangjg. */
export function pinyinOfPerson(name: string): string[] {
  const [surname, ...given] = syllablesOf(name, 'head');
  if (surname === undefined || given.length === 0) return [];
  const rest = given.join('');
  return [surname + rest, rest + surname, surname + initialsOf(given)].filter(longEnough);
}

/** The same of a region or a school in full: liuyang, liuyangyizhong. */
export const pinyinOfPlace = (name: string): string[] =>
  [syllablesOf(name, 'off').join('')].filter(longEnough);

/** The first letters, by which schools name their files: lyyz. */
export const initialsOfSchool = (name: string): string[] =>
  [initialsOf(syllablesOf(name, 'off'))].filter(longEnough);
