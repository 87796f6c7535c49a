import { promiseKept } from '../../platform/pure/promise-kept.js';

type ProvenArc = {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
};

/** What a proof is about: arcs with what they carry, and a price for each node. */
export type Priced = {
  readonly arcs: readonly ProvenArc[];
  readonly onArc: readonly number[];
  readonly price: readonly number[];
};

/**
 * By how much a flow could at most be cheaper, whatever made it: with prices p, an arc whose reduced
 * cost c + p(from) − p(to) is above 0 should carry nothing, one below 0 all it can; what they carry
 * otherwise, times that cost, sums to the duality gap. 0 proves that no flow between the same ends is
 * cheaper. It shares no line with the solver. @throws RangeError when units appear, vanish or overflow
 */
export function optimalityGap({ arcs, onArc, price }: Priced, ends: ReadonlySet<number>): bigint {
  const balance = price.map(() => 0);
  let gap = 0n;
  arcs.forEach(({ from, to, capacity, cost }, index) => {
    const units = onArc[index] as number;
    promiseKept(units >= 0 && units <= capacity, 'an arc carries no more than it can');
    balance[from] = (balance[from] as number) - units;
    balance[to] = (balance[to] as number) + units;
    const reduced = BigInt(cost) + BigInt(price[from] as number) - BigInt(price[to] as number);
    gap += reduced > 0n ? reduced * BigInt(units) : -reduced * BigInt(capacity - units);
  });
  const isKept = balance.every((units, node) => units === 0 || ends.has(node));
  promiseKept(isKept, 'what reaches a node leaves it');
  return gap;
}
