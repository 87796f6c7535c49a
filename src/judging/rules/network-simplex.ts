import { promiseKept } from '../../platform/pure/promise-kept.js';
import { at, down, SpanningTree, up } from './spanning-tree.js';

/** A network as columns: arc i leads from `from[i]` to `to[i]`. Nodes are the numbers from 0. */
export type Network = {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Whole numbers, 0 or more. */
  readonly capacity: Float64Array;
  /** Whole numbers, negative allowed. */
  readonly cost: Float64Array;
  /** How many units a node offers; below 0, asks for. The sum is 0. */
  readonly supply: Float64Array;
  /** The arcs from this one on carry what nothing else can: dearer than any path of the others. */
  readonly lastResorts: number;
};

export type Solution = {
  readonly flow: Float64Array;
  /** A price for each node; with them no arc could change its flow and save anything. */
  readonly price: Float64Array;
};

const atLower = 1;
const inTree = 0;
const atUpper = -1;

/** Where the flow round a cycle is stopped first: below which node, after how many units. */
type Stop = { readonly out: number; readonly units: number; readonly isFirst: boolean };

/**
 * The network simplex method with strongly feasible trees (Cunningham, 1976), block search and mixed
 * arcs (Kovács, 2015). Costs are pairs: how often the last resort or worse, then the cost proper; so
 * that "dearer than anything" needs no number large enough to be rounded.
 */
export class NetworkSimplex {
  readonly #count: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #capacity: Float64Array;
  readonly #cost: Float64Array;
  /** 1 for the last resorts and for the arcs of the first tree. */
  readonly #last: Int8Array;
  readonly #flow: Float64Array;
  readonly #state: Int8Array;
  readonly #tree: SpanningTree;
  readonly #price: Float64Array;
  readonly #lastPrice: Int32Array;
  /** Which arc of the network stands at each place of the columns. */
  readonly #order: Int32Array;
  #cursor = 0;
  /** The arc that saves most of those just looked at, and what it saves, below 0. */
  #best = -1;
  #bestLast = 0;
  #bestCost = 0;

  constructor(private readonly network: Network) {
    const { nodeCount, from, to, capacity, cost, supply, lastResorts } = network;
    this.#count = from.length;
    const arcs = this.#count + nodeCount;
    this.#from = new Int32Array(arcs);
    this.#to = new Int32Array(arcs);
    this.#capacity = new Float64Array(arcs).fill(Infinity);
    this.#cost = new Float64Array(arcs);
    this.#last = new Int8Array(arcs).fill(1, this.#count);
    this.#order = mixed(this.#count);
    this.#order.forEach((arc, place) => {
      this.#from[place] = at(from, arc);
      this.#to[place] = at(to, arc);
      this.#capacity[place] = at(capacity, arc);
      this.#cost[place] = at(cost, arc);
      this.#last[place] = arc < lastResorts ? 0 : 1;
    });
    this.#flow = new Float64Array(arcs);
    this.#state = new Int8Array(arcs).fill(atLower);
    this.#tree = new SpanningTree(nodeCount);
    this.#price = new Float64Array(nodeCount + 1);
    this.#lastPrice = new Int32Array(nodeCount + 1);
    supply.forEach((units, node) => this.#plant(node, units));
  }

  /** @throws RangeError when a price would leave the exact integers */
  solve(): Solution {
    for (let arc = this.#entering(); arc >= 0; arc = this.#entering()) this.#pivot(arc);
    promiseKept(
      this.#flow.subarray(this.#count).every((units) => units === 0),
      'what a network offers can go where it is asked for',
    );
    const flow = new Float64Array(this.#count);
    this.#order.forEach((arc, place) => (flow[arc] = at(this.#flow, place)));
    return { flow, price: this.#plainPrices() };
  }

  /** A node of the first tree: joined to the root by an arc that carries what it offers or asks for. */
  #plant(node: number, units: number): void {
    const [arc, root] = [this.#count + node, this.network.nodeCount];
    const direction = units >= 0 ? up : down;
    this.#from[arc] = direction === up ? node : root;
    this.#to[arc] = direction === up ? root : node;
    this.#flow[arc] = Math.abs(units);
    this.#state[arc] = inTree;
    this.#lastPrice[node] = -direction;
    this.#tree.hang(node, root, arc, direction);
  }

  /** The arc that saves most among the next block of arcs that has any, or -1 at the optimum. */
  #entering(): number {
    const block = Math.max(20, Math.ceil(Math.sqrt(this.#count)));
    this.#best = -1;
    this.#bestLast = 0;
    this.#bestCost = 0;
    for (let looked = 0; looked < this.#count; looked++) {
      if (looked % block === 0 && this.#best >= 0) break;
      this.#weigh(this.#cursor);
      if (++this.#cursor === this.#count) this.#cursor = 0;
    }
    return this.#best;
  }

  /** Remembers an arc when changing its flow saves more than the best so far. */
  #weigh(arc: number): void {
    const state = at(this.#state, arc);
    if (state === inTree) return;
    const tail = at(this.#from, arc);
    const head = at(this.#to, arc);
    const last =
      state * (at(this.#last, arc) + at(this.#lastPrice, tail) - at(this.#lastPrice, head));
    if (last > this.#bestLast) return;
    const cost = state * (at(this.#cost, arc) + at(this.#price, tail) - at(this.#price, head));
    if (last === this.#bestLast && cost >= this.#bestCost) return;
    this.#best = arc;
    this.#bestLast = last;
    this.#bestCost = cost;
  }

  #pivot(arc: number): void {
    const isLower = this.#state[arc] === atLower;
    const first = at(isLower ? this.#from : this.#to, arc);
    const second = at(isLower ? this.#to : this.#from, arc);
    const join = this.#tree.join(first, second);
    const { out, units, isFirst } = this.#stop(arc, [first, second], join);
    promiseKept(Number.isFinite(units), 'no cycle of the network is without end');
    this.#send(arc, units, join);
    if (out < 0) {
      this.#state[arc] = -at(this.#state, arc);
      return;
    }
    this.#state[arc] = inTree;
    const leaving = at(this.#tree.arc, out);
    this.#state[leaving] = this.#flow[leaving] === 0 ? atLower : atUpper;
    this.#regraft(arc, out, isFirst ? [first, second] : [second, first]);
  }

  /** The last arc of the cycle that is full first keeps the tree strongly feasible. */
  #stop(arc: number, [first, second]: readonly [number, number], join: number): Stop {
    let stop: Stop = { out: -1, units: at(this.#capacity, arc), isFirst: true };
    for (let node = first; node !== join; node = at(this.#tree.parent, node)) {
      const units = this.#room(node, down);
      if (units < stop.units) stop = { out: node, units, isFirst: true };
    }
    for (let node = second; node !== join; node = at(this.#tree.parent, node)) {
      const units = this.#room(node, up);
      if (units <= stop.units) stop = { out: node, units, isFirst: false };
    }
    return stop;
  }

  /** How much more a node's arc can carry in a direction. */
  #room(node: number, direction: number): number {
    const arc = at(this.#tree.arc, node);
    const carried = at(this.#flow, arc);
    return at(this.#tree.direction, node) === direction
      ? at(this.#capacity, arc) - carried
      : carried;
  }

  #send(arc: number, delta: number, join: number): void {
    const units = at(this.#state, arc) * delta;
    if (units === 0) return;
    this.#flow[arc] = at(this.#flow, arc) + units;
    this.#carry(at(this.#from, arc), join, -units);
    this.#carry(at(this.#to, arc), join, units);
  }

  /** Adds units to every arc from a node up to `join`. */
  #carry(start: number, join: number, units: number): void {
    const { parent, arc, direction } = this.#tree;
    for (let node = start; node !== join; node = at(parent, node))
      this.#flow[at(arc, node)] = at(this.#flow, at(arc, node)) + at(direction, node) * units;
  }

  /** Hangs the part of the tree below `out` to its new place, and prices it anew. */
  #regraft(arc: number, out: number, [top, anchor]: readonly [number, number]): void {
    const direction = this.#from[arc] === top ? up : down;
    this.#tree.regraft(out, top, { anchor, arc, direction });
    const shift = at(this.#price, anchor) - at(this.#price, top) - direction * at(this.#cost, arc);
    const lastShift =
      at(this.#lastPrice, anchor) - at(this.#lastPrice, top) - direction * at(this.#last, arc);
    this.#tree.walk(top, (node) => {
      const price = at(this.#price, node) + shift;
      if (!Number.isSafeInteger(price)) promiseKept(false, 'the cost of a path is an exact number');
      this.#price[node] = price;
      this.#lastPrice[node] = at(this.#lastPrice, node) + lastShift;
    });
  }

  /** One number a node: the pairs laid together, the first counting more than all of the second. */
  #plainPrices(): Float64Array {
    let most = 0;
    for (let arc = 0; arc < this.#count; arc++) {
      const paid = at(this.#price, at(this.#from, arc)) - at(this.#price, at(this.#to, arc));
      most = Math.max(most, Math.abs(at(this.#cost, arc) + paid));
    }
    const prices = this.#price.subarray(0, this.network.nodeCount);
    return prices.map((price, node) => price + at(this.#lastPrice, node) * (most + 1));
  }
}

/** Neighbouring arcs resemble each other; taken far apart, each block samples the whole network. */
function mixed(count: number): Int32Array {
  const order = new Int32Array(count);
  const stride = Math.max(10, Math.floor(Math.sqrt(count)));
  let place = 0;
  for (let start = 0; start < stride; start++)
    for (let arc = start; arc < count; arc += stride) order[place++] = arc;
  return order;
}
