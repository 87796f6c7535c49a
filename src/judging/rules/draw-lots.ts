import { createHash } from 'node:crypto';

/** The name of the published algorithm; it stands in every hash, so that another version gives other lots. */
export const drawRule = 'linxuan-draw-1';

/** One expert as they stand on the frozen list. */
export type ListedExpert = {
  readonly id: string;
  readonly name: string;
  readonly workplace: string;
  readonly kind: string;
  /** The code of the 市州 or 省直, or `province` for someone from a provincial body. */
  readonly prefecture: string;
  /** Codes of the categories they may judge; none: all. */
  readonly categories: readonly string[];
};

/** Who is wanted, and how many of them. */
export type StratumPlan = {
  /** A category's code. */
  readonly category: string;
  /** Kinds of place of work; none: any. */
  readonly kinds: readonly string[];
  /** Codes of 市州 and 省直, `province` for provincial bodies; none: any. */
  readonly prefectures: readonly string[];
  readonly draw: number;
  readonly reserves: number;
};

export type Stratum = StratumPlan & {
  readonly key: string;
  /** Who may be drawn, in the order of their ids. */
  readonly experts: readonly ListedExpert[];
};

export type DrawnStratum = {
  readonly stratum: string;
  /** Ids in the order of the lots. */
  readonly drawn: readonly string[];
  readonly reserves: readonly string[];
};

/** SHA-256 of lines of text, joined by a line feed, in UTF-8: 64 hexadecimal digits. */
export const hashOf = (...lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

/** What is shown before the supervisor's number is known: it binds the server to its nonce and the list. */
export const commitmentOf = (nonce: string, listHash: string): string =>
  hashOf(drawRule, 'commitment', nonce, listHash);

export const seedOf = (nonce: string, supervisorNumber: string, listHash: string): string =>
  hashOf(drawRule, 'seed', nonce, supervisorNumber, listHash);

/** The same strata have the same key, whatever the order in which they were put together. */
export const stratumKey = ({ category, kinds, prefectures }: StratumPlan): string =>
  [category, joined(kinds), joined(prefectures)].join('/');

const joined = (codes: readonly string[]): string =>
  codes.length === 0 ? '*' : [...new Set(codes)].sort().join('+');

/** Whether an expert is of a stratum. */
export const belongs = (
  { kind, prefecture, categories }: Omit<ListedExpert, 'name' | 'workplace'>,
  stratum: StratumPlan,
): boolean =>
  (categories.length === 0 || categories.includes(stratum.category)) &&
  (stratum.kinds.length === 0 || stratum.kinds.includes(kind)) &&
  (stratum.prefectures.length === 0 || stratum.prefectures.includes(prefecture));

/**
 * The published algorithm. An expert's lot is SHA-256(seed, stratum, id); the lowest lots of a stratum are
 * drawn, the next are its reserves in that order. Strata are drawn in their order; whoever was drawn or is
 * a reserve takes no part in those that follow. No number is reduced to a smaller range, so nothing is biased.
 */
export function drawLots(
  seed: string,
  strata: readonly Pick<Stratum, 'key' | 'draw' | 'reserves' | 'experts'>[],
): DrawnStratum[] {
  const taken = new Set<string>();
  return strata.map(({ key, draw, reserves, experts }) => {
    const order = experts
      .filter(({ id }) => !taken.has(id))
      .map(({ id }) => ({ id, lot: hashOf(seed, key, id) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, draw + reserves)
      .map(({ id }) => id);
    for (const id of order) taken.add(id);
    return { stratum: key, drawn: order.slice(0, draw), reserves: order.slice(draw) };
  });
}
