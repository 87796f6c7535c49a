import { promiseKept } from '../../platform/pure/promise-kept.js';
import { NodeHeap } from './node-heap.js';

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
};

/** Arc 2i goes forward along arc i of the problem, arc 2i + 1 takes its units back. */
type Residual = {
  readonly to: Int32Array;
  readonly room: Float64Array;
  readonly cost: Float64Array;
  /** The arcs that leave node n are `leaving` from `first[n]` up to `first[n + 1]`. */
  readonly first: Int32Array;
  readonly leaving: Int32Array;
  /** Johnson's potentials: with them no arc that has room costs less than nothing. */
  readonly price: Float64Array;
  readonly distance: Float64Array;
  /** The arc by which the shortest path reaches a node. */
  readonly via: Int32Array;
  readonly heap: NodeHeap;
};

const at = (array: Int32Array | Float64Array, index: number): number => array[index] as number;

function shift(array: Int32Array | Float64Array, index: number, by: number): void {
  array[index] = at(array, index) + by;
}

/** Of all flows that bring the most units (at most `wanted`), one of least cost: exact. */
export function minCostFlow(problem: FlowProblem): Flow {
  const { arcs, source, sink, wanted = Infinity } = problem;
  const residual = residualOf(problem);
  cancelNegativeArcs(arcs, residual);
  let amount = 0;
  while (amount < wanted && source !== sink) {
    if (cheapestGoal(residual, source, (node) => node === sink) < 0) break;
    amount += push(residual, source, sink, wanted - amount);
  }
  const onArc = arcs.map((_, index) => at(residual.room, 2 * index + 1));
  return { amount, cost: costOf(arcs, onArc), onArc };
}

const costOf = (arcs: readonly Arc[], onArc: readonly number[]): bigint =>
  arcs.reduce((sum, { cost }, index) => sum + BigInt(cost) * BigInt(onArc[index] as number), 0n);

function residualOf({ nodeCount, arcs }: FlowProblem): Residual {
  const count = 2 * arcs.length;
  const residual: Residual = {
    to: new Int32Array(count),
    room: new Float64Array(count),
    cost: new Float64Array(count),
    first: new Int32Array(nodeCount + 1),
    leaving: new Int32Array(count),
    price: new Float64Array(nodeCount),
    via: new Int32Array(nodeCount),
    ...distances(nodeCount),
  };
  arcs.forEach((arc, index) => {
    checkArc(arc, nodeCount);
    residual.to.set([arc.to, arc.from], 2 * index);
    residual.room[2 * index] = arc.capacity;
    residual.cost.set([arc.cost, -arc.cost], 2 * index);
  });
  listLeavingArcs(residual);
  return residual;
}

function distances(nodeCount: number): Pick<Residual, 'distance' | 'heap'> {
  const distance = new Float64Array(nodeCount);
  return { distance, heap: new NodeHeap(distance) };
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

/** Sorts the arcs by the node they leave, by counting. */
function listLeavingArcs({ to, first, leaving }: Residual): void {
  // Arc a leaves the node that its partner a ^ 1 reaches.
  for (let arc = 0; arc < to.length; arc++) shift(first, at(to, arc ^ 1) + 1, 1);
  for (let node = 1; node < first.length; node++) shift(first, node, at(first, node - 1));
  const next = first.slice();
  for (let arc = 0; arc < to.length; arc++) {
    const node = at(to, arc ^ 1);
    leaving[at(next, node)] = arc;
    shift(next, node, 1);
  }
}

/**
 * Fills every arc of negative cost, then leads the surplus this leaves at its ends back where it
 * is missing, at least cost. Afterwards no cycle of the residual costs less than nothing.
 */
function cancelNegativeArcs(arcs: readonly Arc[], residual: Residual): void {
  const surplus = new Float64Array(residual.price.length);
  arcs.forEach(({ from, to, capacity, cost }, index) => {
    if (cost >= 0) return;
    residual.room.set([0, capacity], 2 * index);
    shift(surplus, to, capacity);
    shift(surplus, from, -capacity);
  });
  surplus.forEach((_, node) => {
    while (at(surplus, node) > 0) {
      const goal = cheapestGoal(residual, node, (other) => at(surplus, other) < 0);
      const moved = push(residual, node, goal, Math.min(at(surplus, node), -at(surplus, goal)));
      shift(surplus, node, -moved);
      shift(surplus, goal, moved);
    }
  });
}

/** Dijkstra: the goal that is cheapest to reach from `start`, or -1; then brings prices up to date. */
function cheapestGoal(
  residual: Residual,
  start: number,
  isGoal: (node: number) => boolean,
): number {
  const { distance, heap, price } = residual;
  distance.fill(Infinity);
  heap.clear();
  distance[start] = 0;
  heap.hasComeNearer(start);
  while (!heap.isEmpty) {
    const node = heap.takeNearest();
    if (isGoal(node)) {
      const reach = at(distance, node);
      // Nodes farther than the goal were not settled; the goal's distance keeps them consistent.
      price.forEach((_, other) => shift(price, other, Math.min(at(distance, other), reach)));
      promiseKept(Number.isSafeInteger(at(price, node)), 'the cost of a path is an exact number');
      return node;
    }
    relax(residual, node);
  }
  return -1;
}

function relax(residual: Residual, node: number): void {
  const { to, room, cost, first, leaving, price, distance, via, heap } = residual;
  const start = at(distance, node) + at(price, node);
  for (let index = at(first, node); index < at(first, node + 1); index++) {
    const arc = at(leaving, index);
    const next = at(to, arc);
    const through = start + at(cost, arc) - at(price, next);
    if (at(room, arc) <= 0 || through >= at(distance, next)) continue;
    distance[next] = through;
    via[next] = arc;
    heap.hasComeNearer(next);
  }
}

/** Moves as many units as fit, at most `limit`, along the path just found; answers how many. */
function push({ to, room, via }: Residual, start: number, goal: number, limit: number): number {
  let units = limit;
  for (let node = goal; node !== start; node = at(to, at(via, node) ^ 1))
    units = Math.min(units, at(room, at(via, node)));
  for (let node = goal; node !== start; node = at(to, at(via, node) ^ 1)) {
    shift(room, at(via, node), -units);
    shift(room, at(via, node) ^ 1, units);
  }
  return units;
}
