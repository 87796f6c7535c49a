import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';

/** One item, each as likely as the others. */
export const pick = <Item>(random: SeededRandom, items: readonly Item[]): Item =>
  items[random.below(items.length)] as Item;

/** One item by weight; weights are whole numbers. */
export function pickWeighted<Item>(
  random: SeededRandom,
  items: readonly (readonly [Item, number])[],
): Item {
  let lot = random.below(items.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [item, weight] of items) {
    if (lot < weight) return item;
    lot -= weight;
  }
  throw new RangeError('nothing to pick from');
}

/**
 * A standard normal number as the sum of twelve uniforms (Irwin–Hall): only additions,
 * so it is the same on every machine, which Math.log and Math.cos do not promise.
 */
export function normal(random: SeededRandom): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += random.next();
  return sum;
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Rounded to hundredths, so that stored figures stay short. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

export type Deck<Item> = () => Item;

/** Deals every item once in random order before any comes again. */
export function deck<Item>(seed: string, items: readonly Item[]): Deck<Item> {
  const random = seededRandom(seed);
  let left: Item[] = [];
  return () => {
    if (left.length === 0) left = random.shuffle(items);
    return left.pop() as Item;
  };
}

/** Shares out `total` in proportion to the weights by the largest remainder. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const whole = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - whole.reduce((all, share) => all + share, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, rest)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
