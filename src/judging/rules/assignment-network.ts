import { promiseKept } from '../../platform/pure/promise-kept.js';
import { noiseOf, type Weights, weightsOf } from './assignment-objective.js';
import { byPair, countBy, pairSet, type Pair } from './assignment-shapes.js';
import { minCostFlow, type Arc } from './min-cost-flow.js';
import { optimalityGap } from './optimality-gap.js';

/** One category, everything sorted by key. */
export type CategoryTask = {
  readonly entries: readonly { readonly key: string; readonly wanted: number }[];
  readonly judges: readonly {
    readonly key: string;
    readonly groupKey: string;
    readonly maxLoad?: number;
  }[];
  readonly kept: readonly Pair[];
  readonly mayJudge: (pair: Pair) => boolean;
  readonly perGroup?: number;
  readonly seed: string;
};

type Candidate = Pair & { readonly arc: number };

/** The pairs to add, and what one more entry costs at each judge: with these prices they are the best. */
export type AddedPairs = {
  readonly pairs: readonly Pair[];
  readonly prices: readonly (readonly [judge: string, price: number])[];
};

/**
 * The pairs to add to the kept ones, sorted: as many as can be, then loads as even as can be (least
 * sum of squares), then the judges of an entry from as many groups as can be, then by seeded noise.
 * Proved to be the best by the prices of the network, which code of its own checks.
 */
export function addPairs(task: CategoryTask): AddedPairs {
  const network = new CategoryNetwork(task);
  const flow = minCostFlow(network);
  const gap = optimalityGap(
    { ...flow, arcs: network.arcs },
    new Set([network.source, network.sink]),
  );
  promiseKept(gap === 0n, 'an assignment is the best there is, as its prices prove');
  const pairs = network.candidates
    .filter(({ arc }) => flow.onArc[arc] === 1)
    .map(({ entry, judge }) => ({ entry, judge }))
    .sort(byPair);
  return { pairs, prices: network.pricesOf(flow.price) };
}

/** source → entry → (entry, group of judges) → judge → sink, one unit for each pair to add. */
class CategoryNetwork {
  readonly arcs: Arc[] = [];
  readonly candidates: Candidate[] = [];
  readonly source = 0;
  readonly sink = 1;
  nodeCount = 2;

  private readonly judgeNodes: ReadonlyMap<string, number>;
  private readonly isKept: (pair: Pair) => boolean;
  private readonly weights: Weights;

  constructor(private readonly task: CategoryTask) {
    this.isKept = pairSet(task.kept);
    this.judgeNodes = new Map(task.judges.map(({ key }) => [key, this.nodeCount++]));
    this.weights = weightsOf(task.entries.map(({ wanted }) => wanted));
    this.addEntries();
    this.addLoads();
  }

  /** Each judge's price: how far their node lies below the sink. */
  pricesOf(price: readonly number[]): [judge: string, price: number][] {
    const far = price[this.sink] as number;
    return [...this.judgeNodes].map(([judge, node]) => [judge, far - (price[node] as number)]);
  }

  private addEntries(): void {
    const taken = countBy(this.task.kept, 'entry');
    for (const { key, wanted } of this.task.entries) {
      const missing = wanted - (taken.get(key) ?? 0);
      if (missing > 0) this.addEntry(key, missing);
    }
  }

  private addEntry(entry: string, missing: number): void {
    const node = this.nodeCount++;
    this.addArc(this.source, node, missing, 0);
    for (const [group, judges] of this.groupsFor(entry)) {
      const already = this.keptInGroup(entry, group);
      const room = (this.task.perGroup ?? Infinity) - already;
      if (room <= 0) continue;
      const groupNode = this.nodeCount++;
      for (let next = 0; next < Math.min(missing, judges.length, room); next++)
        this.addArc(node, groupNode, 1, (already + next) * this.weights.group);
      for (const judge of judges) this.addCandidate(groupNode, { entry, judge });
    }
  }

  /** The judges who may be added to an entry, by group. */
  private groupsFor(entry: string): Map<string, string[]> {
    const groups = new Map<string, string[]>();
    for (const { key: judge, groupKey } of this.task.judges) {
      const pair = { entry, judge };
      if (this.isKept(pair) || !this.task.mayJudge(pair)) continue;
      groups.set(groupKey, [...(groups.get(groupKey) ?? []), judge]);
    }
    return groups;
  }

  private keptInGroup(entry: string, group: string): number {
    return this.task.judges.filter(
      ({ key: judge, groupKey }) => groupKey === group && this.isKept({ entry, judge }),
    ).length;
  }

  private addCandidate(groupNode: number, pair: Pair): void {
    this.candidates.push({ ...pair, arc: this.arcs.length });
    const noise = noiseOf(this.task.seed, pair);
    this.addArc(groupNode, this.judgeNodes.get(pair.judge) as number, 1, noise);
  }

  /** Loads cost their square: each further entry costs 2 × load + 1 more. */
  private addLoads(): void {
    const taken = countBy(this.task.kept, 'judge');
    const offered = countBy(this.candidates, 'judge');
    for (const { key, maxLoad = Infinity } of this.task.judges) {
      const load = taken.get(key) ?? 0;
      const most = Math.min(maxLoad, load + (offered.get(key) ?? 0));
      for (let next = load; next < most; next++)
        this.addArc(
          this.judgeNodes.get(key) as number,
          this.sink,
          1,
          (2 * next + 1) * this.weights.load,
        );
    }
  }

  private addArc(from: number, to: number, capacity: number, cost: number): void {
    this.arcs.push({ from, to, capacity, cost });
  }
}
