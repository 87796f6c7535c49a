/** A stream of pseudo-random numbers that is the same on every machine for the same seed. */
export type SeededRandom = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [0, bound). */
  readonly below: (bound: number) => number;
  /** A new array in random order (Fisher–Yates). */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
};

/** Hashes text to 32 bits (FNV-1a over UTF-16 code units, then an avalanche). */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** mulberry32, seeded by text. Not for secrets: for lots, generated data and tie-breaking noise. */
export function seededRandom(seed: string): SeededRandom {
  let state = hash32(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const pick = below(last + 1);
      [shuffled[last], shuffled[pick]] = [shuffled[pick] as Item, shuffled[last] as Item];
    }
    return shuffled;
  };
  return { next, below, shuffle };
}
