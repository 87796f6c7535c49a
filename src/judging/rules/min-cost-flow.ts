import { promiseKept } from '../../platform/pure/promise-kept.js';
import { type Network, NetworkSimplex } from './network-simplex.js';

/** One direction in which units may move, at a cost each. Several arcs may join the same nodes. */
export type Arc = {
  readonly from: number;
  readonly to: number;
  /** A whole number, 0 or more. */
  readonly capacity: number;
  /** A whole number, negative allowed. */
  readonly cost: number;
};

export type FlowProblem = {
  /** Nodes are the numbers from 0 to `nodeCount` - 1. */
  readonly nodeCount: number;
  readonly arcs: readonly Arc[];
  readonly source: number;
  readonly sink: number;
  /** How many units to bring from source to sink; as many as possible when absent. */
  readonly wanted?: number;
};

export type Flow = {
  /** The units that arrive: `wanted`, or fewer when no more can pass. */
  readonly amount: number;
  /** A bigint, because the sum may exceed exact numbers where no single path does. */
  readonly cost: bigint;
  /** The units on each arc, in the order of the arcs. */
  readonly onArc: readonly number[];
  /** A whole number for each node: with them `optimalityGap` proves that no flow is better. */
  readonly price: readonly number[];
};

/** Of all flows that bring the most units (at most `wanted`), one of least cost: exact. */
export function minCostFlow(problem: FlowProblem): Flow {
  const { arcs, source, sink } = problem;
  arcs.forEach((arc) => checkArc(arc, problem.nodeCount));
  const network = networkOf(problem);
  const { flow, price } = new NetworkSimplex(network).solve();
  const onArc = [...flow.subarray(0, arcs.length)];
  const offered = source === sink ? 0 : (network.supply[source] as number);
  const amount = offered - (flow[network.lastResorts] as number);
  return { amount, cost: costOf(arcs, onArc), onArc, price: [...price] };
}

const costOf = (arcs: readonly Arc[], onArc: readonly number[]): bigint =>
  arcs.reduce((sum, { cost }, index) => sum + BigInt(cost) * BigInt(onArc[index] as number), 0n);

/** The arcs as columns, and last one from source to sink for what cannot pass. */
function networkOf({ nodeCount, arcs, source, sink, wanted = Infinity }: FlowProblem): Network {
  const leaving = arcs.filter(({ from }) => from === source);
  const passable = leaving.reduce((sum, { capacity }) => sum + capacity, 0);
  const offered = source === sink ? 0 : Math.min(wanted, passable);
  const all = [...arcs, { from: source, to: sink, capacity: offered, cost: 0 }];
  const supply = new Float64Array(nodeCount);
  if (offered > 0) supply.set([offered], source);
  if (offered > 0) supply.set([-offered], sink);
  return {
    nodeCount,
    from: Int32Array.from(all, ({ from }) => from),
    to: Int32Array.from(all, ({ to }) => to),
    capacity: Float64Array.from(all, ({ capacity }) => capacity),
    cost: Float64Array.from(all, ({ cost }) => cost),
    supply,
    lastResorts: arcs.length,
  };
}

function checkArc({ from, to, capacity, cost }: Arc, nodeCount: number): void {
  const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < nodeCount;
  promiseKept(isNode(from) && isNode(to), 'an arc joins two nodes of the network');
  promiseKept(
    Number.isSafeInteger(capacity) && capacity >= 0,
    'a capacity is whole and not below 0',
  );
  promiseKept(Number.isSafeInteger(cost), 'a cost is a whole number');
}
