import { countWords } from '../../platform/pure/count-words.js';
import { describe, expect, it } from 'vitest';
import { province } from './province.js';
import type { Entry } from './shapes.js';

const made = province();
const bodyOf = (entry: Entry): string => entry.sections.map(({ text }) => text).join('');
const leaking = 'DY-4306-03';

/** The part of one text's runs of ten characters that the other has too. */
function shared(a: string, b: string): number {
  const runs = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 9 }, (_, at) => text.slice(at, at + 10)));
  const [first, second] = [runs(a), runs(b)];
  return [...first].filter((run) => second.has(run)).length / Math.min(first.size, second.size);
}

describe.each(['20200901', 'second', 'third'])('the texts of the province of seed %s', (seed) => {
  const { entries } = province(seed);

  it('keep to their lengths', () => {
    const outside = (length: number, low: number, high: number): boolean =>
      length < low || length > high;
    expect(entries.filter(({ title }) => outside(title.length, 6, 40))).toEqual([]);
    expect(entries.filter((e) => outside(countWords(e.fields.abstract), 180, 320))).toEqual([]);
    expect(entries.filter((entry) => outside(bodyOf(entry).length, 1900, 3000))).toEqual([]);
    expect(entries.filter((e) => outside(e.fields.keywords.length, 3, 5))).toEqual([]);
    expect(entries.filter((e) => outside(e.fields.contributors.length, 1, 3))).toEqual([]);
  });

  it('have titles of their own and no piece left unfilled', () => {
    expect(new Set(entries.map(({ title }) => title)).size).toBe(124);
    const all = entries.map((e) => e.title + e.fields.abstract + bodyOf(e)).join('');
    expect(all).not.toMatch(/[{}]|undefined/);
  });
});

describe('the bodies', () => {
  it('are alike only where one is copied on purpose', () => {
    const copy = made.entries.find(({ copiedFrom }) => copiedFrom) as Entry;
    const source = made.entries.find(({ key }) => key === copy.copiedFrom) as Entry;
    expect(copy.prefectureCode).not.toBe(source.prefectureCode);
    expect(shared(bodyOf(copy), bodyOf(source))).toBeGreaterThan(0.55);
    const ofCategory = made.entries.filter((e) => e.categoryCode === 'SD' && e !== copy);
    const others = ofCategory.filter((entry) => entry !== source).map(bodyOf);
    expect(Math.max(...others.map((body) => shared(body, bodyOf(source))))).toBeLessThan(0.12);
  });

  it('name no school and no place but in the one entry that leaks', () => {
    const names = made.organisations
      .filter(({ kind }) => kind !== 'province' && kind !== 'province-direct')
      .flatMap(({ name, shortName }) => (shortName ? [name, shortName] : [name]));
    const leaks = made.entries.filter((entry) => {
      const text = entry.title + entry.fields.abstract + bodyOf(entry);
      return names.some((name) => text.includes(name));
    });
    expect(leaks.map(({ key }) => key)).toEqual([leaking]);
  });
});
