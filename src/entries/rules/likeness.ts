import { fold, type Folded } from './folded-text.js';

/**
 * Near-duplicate search over Chinese texts: k-grams of characters, chosen by winnowing
 * (Schleimer, Wilkerson and Aiken, 2003), then exact comparison of the candidates.
 */

/** Characters of a gram. */
const gram = 8;
/** Of so many neighbouring grams one is chosen, so that any run of `shortestRun` characters has one. */
const window = 6;
/** Characters; what is alike for less is a phrase that everybody uses. */
export const shortestRun = gram + window - 1;

const isCompared = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Letters, digits and Han alone: punctuation, spaces, width and case make no text another one. */
export const foldText = (original: string): Folded => fold(original, isCompared);

/** FNV-1a over the code units of each gram, as signed 32-bit numbers, which PostgreSQL keeps as `integer`. */
function gramHashes(text: string): Int32Array {
  const hashes = new Int32Array(Math.max(0, text.length - gram + 1));
  for (let start = 0; start < hashes.length; start++) {
    let hash = 0x811c9dc5;
    for (let index = start; index < start + gram; index++)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hashes[start] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
  }
  return hashes;
}

/** The distinct hashes by which a folded text is found: the rightmost least one of each window. */
export function fingerprintsOf(folded: string): number[] {
  const hashes = gramHashes(folded);
  const chosen = new Set<number>();
  for (let start = 0; start + window <= hashes.length; start++) {
    let least = start;
    for (let index = start + 1; index < start + window; index++)
      if ((hashes[index] ?? 0) <= (hashes[least] ?? 0)) least = index;
    chosen.add(hashes[least] ?? 0);
  }
  return [...chosen];
}

/** A stretch of a text, from `start` to before `end`. */
export type Run = { readonly start: number; readonly end: number };

/** The stretches of at least `shortestRun` characters of `own` whose every gram stands in `other` too. */
export function commonRuns(own: string, other: string): Run[] {
  const grams = new Set<string>();
  for (let at = 0; at + gram <= other.length; at++) grams.add(other.slice(at, at + gram));
  const runs: Run[] = [];
  let start = 0;
  for (let at = 0; at + gram <= own.length + 1; at++) {
    if (grams.has(own.slice(at, at + gram)) && at + gram <= own.length) continue;
    if (at - start + gram - 1 >= shortestRun) runs.push({ start, end: at + gram - 1 });
    start = at + 1;
  }
  return runs;
}

/** How much of `own` stands in `other` as well, in thousandths. */
export function shareFound(own: string, other: string): number {
  if (own.length === 0) return 0;
  const found = commonRuns(own, other).reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.round((found * 1000) / own.length);
}

export type LikenessLevel = 'none' | 'amber' | 'red';

/** From 15 % a person should look, from 30 % one must decide. Nothing is ever refused by itself. */
export const likenessLevel = (thousandths: number): LikenessLevel =>
  thousandths >= 300 ? 'red' : thousandths >= 150 ? 'amber' : 'none';
