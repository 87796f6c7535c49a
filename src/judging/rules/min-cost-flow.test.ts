import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimalityGap } from './optimality-gap.js';
import { minCostFlow, type Arc, type Flow, type FlowProblem } from './min-cost-flow.js';

const arc = (from: number, to: number, capacity: number, cost: number): Arc => ({
  from,
  to,
  capacity,
  cost,
});

/** What arrives at each node beyond what leaves it. */
function balances({ nodeCount, arcs }: FlowProblem, onArc: readonly number[]): number[] {
  const balance = Array.from({ length: nodeCount }, () => 0);
  arcs.forEach(({ from, to }, index) => {
    (balance[to] as number) += onArc[index] as number;
    (balance[from] as number) -= onArc[index] as number;
  });
  return balance;
}

/** Every way to put whole units on the arcs. */
function* allLoads([next, ...rest]: readonly Arc[]): Generator<number[]> {
  if (!next) return yield [];
  for (const loads of allLoads(rest))
    for (let units = 0; units <= next.capacity; units++) yield [units, ...loads];
}

const conserves = ({ source, sink }: FlowProblem, balance: readonly number[]): boolean =>
  balance.every((units, node) => units === 0 || node === source || node === sink);

const costOf = ({ arcs }: FlowProblem, onArc: readonly number[]): bigint =>
  BigInt(arcs.reduce((sum, each, index) => sum + each.cost * (onArc[index] as number), 0));

/** Tries every flow there is: the most units first, then the least cost. */
function exhaustive(problem: FlowProblem): { amount: number; cost: bigint } {
  let best = { amount: -1, cost: 0n };
  for (const onArc of allLoads(problem.arcs)) {
    const balance = balances(problem, onArc);
    const amount = balance[problem.sink] as number;
    if (!conserves(problem, balance) || amount > (problem.wanted ?? Infinity)) continue;
    const found = { amount, cost: costOf(problem, onArc) };
    if (amount > best.amount) best = found;
    if (amount === best.amount && found.cost < best.cost) best = found;
  }
  return best;
}

type Step = { readonly from: number; readonly to: number; readonly cost: number };

/** The arcs that have room, and backward those that carry something. */
const stepsLeft = ({ arcs }: FlowProblem, { onArc }: Flow): Step[] =>
  arcs.flatMap(({ from, to, capacity, cost }, index) => [
    ...((onArc[index] as number) < capacity ? [{ from, to, cost }] : []),
    ...((onArc[index] as number) > 0 ? [{ from: to, to: from, cost: -cost }] : []),
  ]);

/** Bellman–Ford: whether distances still fall after as many rounds as there are nodes. */
function hasPayingCycle(nodeCount: number, steps: readonly Step[]): boolean {
  const distance = Array.from({ length: nodeCount }, () => 0);
  let changes = 0;
  for (let round = 0; round <= nodeCount; round++) {
    changes = 0;
    for (const { from, to, cost } of steps) {
      const through = (distance[from] as number) + cost;
      if (through < (distance[to] as number)) changes++;
      distance[to] = Math.min(through, distance[to] as number);
    }
  }
  return changes > 0;
}

function reachable(start: number, steps: readonly Step[]): Set<number> {
  const reached = new Set([start]);
  for (const node of reached) for (const { from, to } of steps) if (from === node) reached.add(to);
  return reached;
}

/** What speaks against a flow: nothing when it is a flow, of most units and of least cost. */
function faultsOf(problem: FlowProblem, flow: Flow): string[] {
  const { nodeCount, arcs, source, sink, wanted = Infinity } = problem;
  const steps = stepsLeft(problem, flow);
  const balance = balances(problem, flow.onArc);
  const faults: [boolean, string][] = [
    [hasPayingCycle(nodeCount, steps), 'a cheaper flow exists'],
    [flow.amount < wanted && reachable(source, steps).has(sink), 'more can pass'],
    [balance[sink] !== flow.amount || !conserves(problem, balance), 'units appear or vanish'],
    [arcs.some(({ capacity }, index) => (flow.onArc[index] as number) > capacity), 'overfull'],
    [costOf(problem, flow.onArc) !== flow.cost, 'the cost is wrong'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, name]) => name);
}

const network = (nodes: number, arcs: number, capacity: number, cost: number) =>
  fc.integer({ min: 2, max: nodes }).chain((nodeCount) => {
    const node = fc.nat(nodeCount - 1);
    return fc.record({
      nodeCount: fc.constant(nodeCount),
      arcs: fc.array(
        fc.record({
          from: node,
          to: node,
          capacity: fc.nat(capacity),
          cost: fc.integer({ min: -cost, max: cost }),
        }),
        { maxLength: arcs },
      ),
      source: fc.constant(0),
      sink: fc.constant(nodeCount - 1),
      wanted: fc.option(fc.nat(capacity * 2), { nil: undefined }),
    });
  });

describe('minCostFlow', () => {
  it.each<[string, FlowProblem, Omit<Flow, 'price'>]>([
    [
      'sends nothing where no arc leads',
      { nodeCount: 2, arcs: [arc(1, 0, 5, 1)], source: 0, sink: 1 },
      { amount: 0, cost: 0n, onArc: [0] },
    ],
    [
      'takes the cheaper of two parallel arcs first',
      { nodeCount: 2, arcs: [arc(0, 1, 2, 5), arc(0, 1, 2, 3)], source: 0, sink: 1, wanted: 3 },
      { amount: 3, cost: 11n, onArc: [1, 2] },
    ],
    [
      'takes units back from an arc when the whole becomes cheaper',
      {
        nodeCount: 4,
        arcs: [arc(0, 1, 1, 1), arc(0, 2, 1, 5), arc(1, 2, 1, 0), arc(1, 3, 1, 6), arc(2, 3, 1, 1)],
        source: 0,
        sink: 3,
      },
      { amount: 2, cost: 13n, onArc: [1, 1, 0, 1, 1] },
    ],
    [
      'goes round a cycle that pays, even with nothing to bring',
      { nodeCount: 3, arcs: [arc(1, 2, 4, -3), arc(2, 1, 3, 1)], source: 0, sink: 2, wanted: 0 },
      { amount: 0, cost: -6n, onArc: [3, 3] },
    ],
    [
      'fills a loop of negative cost',
      { nodeCount: 2, arcs: [arc(0, 0, 7, -2)], source: 0, sink: 1 },
      { amount: 0, cost: -14n, onArc: [7] },
    ],
  ])('%s', (_what, problem, flow) => {
    expect(minCostFlow(problem)).toMatchObject(flow);
  });

  it.each([
    ['a fractional capacity', arc(0, 1, 0.5, 1)],
    ['a negative capacity', arc(0, 1, -1, 1)],
    ['an infinite cost', arc(0, 1, 1, Infinity)],
    ['a node that is not there', arc(0, 2, 1, 1)],
  ])('throws for %s', (_what, wrong) => {
    expect(() => minCostFlow({ nodeCount: 2, arcs: [wrong], source: 0, sink: 1 })).toThrow(
      RangeError,
    );
  });

  it('throws rather than round when the cost of a path exceeds exact integers', () => {
    const arcs = [arc(0, 1, 1, Number.MAX_SAFE_INTEGER), arc(1, 2, 1, 1)];
    expect(() => minCostFlow({ nodeCount: 3, arcs, source: 0, sink: 2 })).toThrow(RangeError);
  });

  it('equals the best of all flows on small networks, negative costs and cycles included', () => {
    fc.assert(
      fc.property(network(4, 7, 2, 4), (problem) => {
        const { amount, cost } = minCostFlow(problem);
        expect({ amount, cost }).toEqual(exhaustive(problem));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no cheaper cycle and no further path on larger networks', () => {
    fc.assert(
      fc.property(network(14, 80, 9, 50), (problem) => {
        const flow = minCostFlow(problem);
        expect(faultsOf(problem, flow)).toEqual([]);
        expect(
          optimalityGap({ ...flow, arcs: problem.arcs }, new Set([problem.source, problem.sink])),
        ).toBe(0n);
      }),
      { numRuns: 300 },
    );
  });
});
