import { noiseOf, type Weights, weightsOf } from './assignment-objective.js';
import {
  type Assignment,
  type AssignmentProblem,
  countBy,
  type Pair,
  pairSet,
} from './assignment-shapes.js';

type Proven = Pick<Assignment, 'pairs' | 'prices'>;
type Option = { readonly judge: string; readonly group: string; readonly cost: number };

/**
 * By how much an assignment could at most be better, whatever made it. Each judge has a price. At
 * these prices every entry takes its cheapest panel and every judge the cheapest load; no assignment
 * costs less than that sum (weak duality), so 0 proves that none is better. It reads the problem anew
 * and shares with the solver only what "better" means; whether rules are kept, `checkAssignment` says.
 */
export function dualityGap(problem: AssignmentProblem, made: Proven): bigint {
  const categories = new Set(problem.entries.map(({ categoryKey }) => categoryKey));
  return [...categories].reduce((gap, key) => gap + gapIn(problem, key, made), 0n);
}

function gapIn(problem: AssignmentProblem, category: string, made: Proven): bigint {
  const isOwn = (row: { readonly categoryKey: string }): boolean => row.categoryKey === category;
  const entries = problem.entries.filter(isOwn);
  const weights = weightsOf(entries.map(({ wanted }) => wanted ?? problem.perEntry));
  const own = { ...problem, entries, judges: problem.judges.filter(isOwn) };
  const offered = new Map<string, number>();
  return gapOfPanels(own, made, weights, offered) + gapOfLoads(own, made, weights, offered);
}

/** What panels cost more than the cheapest would; counts in `offered` how many entries a judge might get. */
function gapOfPanels(
  { entries, judges, seed, perEntry, perGroup = Infinity, ...pairsOf }: AssignmentProblem,
  { pairs, prices }: Proven,
  weights: Weights,
  offered: Map<string, number>,
): bigint {
  const [isKept, isBarred] = [pairSet(pairsOf.kept), pairSet(pairsOf.forbidden)];
  const isMade = pairSet(pairs);
  let gap = 0n;
  for (const { key: entry, wanted = perEntry } of entries) {
    const held = judges.filter(({ key: judge }) => isKept({ entry, judge }));
    if (held.length >= wanted) continue;
    const isFree = (pair: Pair): boolean => !isKept(pair) && !isBarred(pair);
    const isOpen = (group: string): boolean =>
      held.filter(({ groupKey }) => groupKey === group).length < perGroup;
    const options = judges
      .filter(({ key: judge, groupKey }) => isFree({ entry, judge }) && isOpen(groupKey))
      .map(({ key: judge, groupKey: group }): Option => {
        offered.set(judge, (offered.get(judge) ?? 0) + 1);
        return { judge, group, cost: noiseOf(seed, { entry, judge }) + (prices[judge] ?? 0) };
      });
    const chosen = options.filter(({ judge }) => isMade({ entry, judge }));
    const costsOf = (panel: readonly Option[]): number[] =>
      panelCosts(panel, { held, perGroup }, weights);
    const cheapest = costsOf(options).slice(0, wanted - held.length);
    gap += total(costsOf(chosen)) - total(cheapest);
  }
  return gap;
}

/** What loads cost more than the cheapest would, each entry bringing its judge the price. */
function gapOfLoads(
  { judges, kept }: AssignmentProblem,
  { pairs, prices }: Proven,
  weights: Weights,
  offered: ReadonlyMap<string, number>,
): bigint {
  const [before, after] = [countBy(kept, 'judge'), countBy(pairs, 'judge')];
  let gap = 0n;
  for (const { key, maxLoad = Infinity } of judges) {
    const [from, to] = [before.get(key) ?? 0, after.get(key) ?? 0];
    const most = Math.max(from, Math.min(maxLoad, from + (offered.get(key) ?? 0)));
    const steps = Array.from(
      { length: most - from },
      (_, next) => (2 * (from + next) + 1) * weights.load - (prices[key] ?? 0),
    );
    gap += total(steps.slice(0, to - from)) - total(steps.filter((cost) => cost < 0));
  }
  return gap;
}

/**
 * What judges cost an entry, cheapest first, each with the company it finds there of its own group; of a
 * group no more than there may be.
 */
function panelCosts(
  options: readonly Option[],
  { held, perGroup }: { held: readonly { readonly groupKey: string }[]; perGroup: number },
  weights: Weights,
): number[] {
  const there = new Map<string, number>();
  const meet = (group: string): number => {
    const company = there.get(group) ?? 0;
    there.set(group, company + 1);
    return company;
  };
  for (const { groupKey } of held) meet(groupKey);
  const costs = [...options]
    .sort((a, b) => a.cost - b.cost)
    .map(({ group, cost }) => ({ cost, company: meet(group) }))
    .filter(({ company }) => company < perGroup)
    .map(({ cost, company }) => cost + company * weights.group);
  return costs.sort((a, b) => a - b);
}

const total = (costs: readonly number[]): bigint =>
  costs.reduce((sum, cost) => sum + BigInt(cost), 0n);
