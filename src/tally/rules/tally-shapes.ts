import type { Method, Settled } from './aggregate.js';

/** What a judge says beside the figures. */
export type Recommendation = 'strong' | 'yes' | 'reserve' | 'no';

/** One judge's valid sheet for an entry. */
export type Sheet = {
  readonly judge: string;
  /** For each criterion, whole hundredths of a point. */
  readonly scores: Readonly<Record<string, number>>;
  readonly recommendation?: Recommendation | null;
};

export type TallyEntry = {
  /** A key that never changes: it orders what nothing else orders. */
  readonly entry: string;
  /** Where its unit placed it when recommending it; 1 is best. */
  readonly rankInUnit: number;
  readonly sheets: readonly Sheet[];
  /** Where its judges stayed far apart: what was settled stands in place of the method's value. */
  readonly settled?: Settled;
};

/** A question asked, in turn, of entries whose value is equal. */
export type TieStep =
  /** The higher mean of one criterion over all sheets. */
  | { readonly by: 'criterion'; readonly key: string }
  /** The higher mean of all totals, dropped ones included. */
  | { readonly by: 'untrimmed-mean' }
  /** The smaller variance of all totals. */
  | { readonly by: 'lower-spread' }
  /** More sheets that recommend strongly. */
  | { readonly by: 'strong-recommendations' }
  /** The better rank in its unit. */
  | { readonly by: 'recommend-rank' }
  /** The lot drawn from `lotSeed`; decides nothing until there is a seed. */
  | { readonly by: 'lot' };

export type TallyConfig = {
  readonly method: Method;
  /** `max` in hundredths. */
  readonly criteria: readonly { readonly key: string; readonly max: number }[];
  readonly tieChain: readonly TieStep[];
  /** How many entries of the category are selected at most. */
  readonly places: number;
  /** Entries of a lower value are not selected, even if places stay empty (宁缺毋滥); hundredths. */
  readonly minimum?: number | null;
  readonly lotSeed?: string | null;
};

/** By UTF-16 code unit: the same order on every machine, whatever its language. */
export const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Entries by key and their sheets by judge: the order in which everything is computed. */
export const sortEntries = (entries: readonly TallyEntry[]): TallyEntry[] =>
  [...entries]
    .sort((a, b) => byText(a.entry, b.entry))
    .map((entry) => ({
      ...entry,
      sheets: [...entry.sheets].sort((a, b) => byText(a.judge, b.judge)),
    }));
