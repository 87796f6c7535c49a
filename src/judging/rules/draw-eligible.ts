import {
  belongs,
  type ListedExpert,
  type Stratum,
  type StratumPlan,
  stratumKey,
} from './draw-lots.js';
import type { SkipReason } from './draw-seats.js';
import type { ExpertState } from './experts.js';

/** An expert of the pool with what speaks against drawing them. */
export type PoolExpert = ListedExpert & {
  readonly state: ExpertState;
  /** Whether they were asked to judge in this programme before, whatever they answered. */
  readonly invited: boolean;
  /** Codes of the categories with all of whose entries something known makes them conflict. */
  readonly conflicted: ReadonlySet<string>;
};

/** Why somebody who is of a stratum is not on its list, or null. */
export function keptOff(expert: PoolExpert, category: string): SkipReason | null {
  if (expert.state !== 'active') return expert.state;
  if (expert.invited) return 'already-invited';
  return expert.conflicted.has(category) ? 'conflicts-with-all' : null;
}

export type KeptOff = { readonly expert: ListedExpert; readonly reason: SkipReason };
export type StratumOfPool = {
  readonly stratum: Stratum;
  /** Who is of the stratum but not on its list. */
  readonly keptOff: readonly KeptOff[];
};

/** The canonical list: who may be drawn in each stratum, in the order of their ids; and who may not, and why. */
export const strataOf = (
  plans: readonly StratumPlan[],
  pool: readonly PoolExpert[],
): StratumOfPool[] =>
  plans.map((plan) => {
    const own = pool
      .filter((expert) => belongs(expert, plan))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const off = own.flatMap((expert) => {
      const reason = keptOff(expert, plan.category);
      return reason === null ? [] : [{ expert: listed(expert), reason }];
    });
    const experts = own.filter((expert) => keptOff(expert, plan.category) === null).map(listed);
    return { stratum: { ...normal(plan), key: stratumKey(plan), experts }, keptOff: off };
  });

/** A plan with its codes sorted and once each, so that equal plans are equal texts. */
export const normal = ({
  category,
  kinds,
  prefectures,
  draw,
  reserves,
}: StratumPlan): StratumPlan => ({
  ...{ category, draw, reserves },
  kinds: [...new Set(kinds)].sort(),
  prefectures: [...new Set(prefectures)].sort(),
});

const listed = ({
  id,
  name,
  workplace,
  kind,
  prefecture,
  categories,
}: ListedExpert): ListedExpert => ({
  ...{ id, name, workplace, kind, prefecture },
  categories: [...categories].sort(),
});

/** How many of a stratum are left for certain, however the lots of the strata before it fall. */
export function certain(strata: readonly Stratum[], at: number): number {
  const own = new Set(strata[at]?.experts.map(({ id }) => id));
  const taken = strata.slice(0, at).map(({ experts, draw, reserves }) => {
    const shared = experts.filter(({ id }) => own.has(id)).length;
    return Math.min(shared, draw + reserves);
  });
  return own.size - taken.reduce((sum, count) => sum + count, 0);
}

export type StrataFault = 'draw-same-stratum' | 'draw-too-few';

/** What keeps strata from being drawn, with the key of the first that it is true of. */
export function strataFault(
  strata: readonly Stratum[],
): { readonly code: StrataFault; readonly stratum: string } | null {
  const keys = strata.map(({ key }) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return { code: 'draw-same-stratum', stratum: twice };
  const short = strata.find(({ draw }, at) => certain(strata, at) < draw);
  return short === undefined ? null : { code: 'draw-too-few', stratum: short.key };
}
