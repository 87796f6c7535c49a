import * as highsModule from 'highs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { type Arc, minCostFlow } from './min-cost-flow.js';
import { optimalityGap } from './optimality-gap.js';

const instances = 320;

/** A panel: who may judge what at which cost, how many each entry needs, how many each judge takes. */
type Panel = {
  readonly wanted: readonly number[];
  readonly most: readonly number[];
  /** The judge's group; at most `perGroup` of a group for one entry. */
  readonly group: readonly number[];
  readonly perGroup: number;
  readonly pairs: readonly {
    readonly entry: number;
    readonly judge: number;
    readonly cost: number;
  }[];
};

function panelOf(seed: number): Panel {
  const random = seededRandom(`panel/${seed}`);
  const [entries, judges, groups] = [1 + random.below(9), 1 + random.below(8), 1 + random.below(4)];
  // Some panels have far too few judges, so that not every entry gets what it needs.
  const scarce = random.below(4) === 0;
  const density = 20 + random.below(80);
  const pairs = [];
  for (let entry = 0; entry < entries; entry++)
    for (let judge = 0; judge < judges; judge++)
      if (random.below(100) < density)
        pairs.push({ entry, judge, cost: random.below(1_000) - 200 });
  return {
    wanted: Array.from({ length: entries }, () => 1 + random.below(3)),
    most: Array.from({ length: judges }, () => random.below(scarce ? 2 : 6)),
    group: Array.from({ length: judges }, () => random.below(groups)),
    perGroup: 1 + random.below(2),
    pairs,
  };
}

const groupsOf = (panel: Panel): string[] => [
  ...new Set(panel.pairs.map(({ entry, judge }) => `${entry}/${panel.group[judge]}`)),
];

/** source 0, sink 1, entries, judges, and a node for each entry and group of judges. */
function flowOf(panel: Panel) {
  const { wanted, most, pairs, perGroup } = panel;
  const groups = groupsOf(panel);
  const entryNode = (entry: number): number => 2 + entry;
  const judgeNode = (judge: number): number => 2 + wanted.length + judge;
  const groupNode = (key: string): number => 2 + wanted.length + most.length + groups.indexOf(key);
  const arcs: Arc[] = [
    ...pairs.map(({ entry, judge, cost }) => ({
      from: groupNode(`${entry}/${panel.group[judge]}`),
      to: judgeNode(judge),
      capacity: 1,
      cost,
    })),
    ...wanted.map((capacity, entry) => ({ from: 0, to: entryNode(entry), capacity, cost: 0 })),
    ...most.map((capacity, judge) => ({ from: judgeNode(judge), to: 1, capacity, cost: 0 })),
    ...groups.map((key) => ({
      from: entryNode(Number(key.split('/')[0])),
      to: groupNode(key),
      capacity: perGroup,
      cost: 0,
    })),
  ];
  return { nodeCount: 2 + wanted.length + most.length + groups.length, arcs, source: 0, sink: 1 };
}

/** The same panel as a linear programme, each missing judge dearer than all costs together. */
function programmeOf(panel: Panel, missingCost: number): string {
  const { wanted, most, pairs, group, perGroup } = panel;
  const name = (index: number): string => `x${index}`;
  const sum = (kept: (pair: Panel['pairs'][number]) => boolean): string =>
    pairs.flatMap((pair, index) => (kept(pair) ? [name(index)] : [])).join(' + ');
  const objective = [
    ...pairs.map(({ cost }, index) => `${cost} ${name(index)}`),
    ...wanted.map((_, entry) => `${missingCost} m${entry}`),
  ].join(' + ');
  const row = (left: string, right: string): string[] => (left === '' ? [] : [`${left} ${right}`]);
  const rows = [
    ...wanted.map(
      (units, entry) =>
        [sum((pair) => pair.entry === entry), `m${entry}`].filter(Boolean).join(' + ') +
        ` = ${units}`,
    ),
    ...most.flatMap((units, judge) =>
      row(
        sum((pair) => pair.judge === judge),
        `<= ${units}`,
      ),
    ),
    ...groupsOf(panel).flatMap((key) =>
      row(
        sum(({ entry, judge }) => `${entry}/${group[judge]}` === key),
        `<= ${perGroup}`,
      ),
    ),
  ];
  const bounds = pairs.map((_, index) => `0 <= ${name(index)} <= 1`);
  return [
    'Minimize',
    `obj: ${objective.replaceAll('+ -', '- ')}`,
    'Subject To',
    ...rows.map((text, at) => `r${at}: ${text}`),
    'Bounds',
    ...bounds,
    'End',
  ].join('\n');
}

/** Seen from a module of Node, the loader is the default of the default that its types describe. */
const createHighs = highsModule.default as unknown as typeof highsModule.default.default;

describe('the network simplex method', () => {
  it(`equals an independent solver on ${instances} panels, and its prices prove it`, async () => {
    const highs = await createHighs();
    const missingCost = 1_000_000;
    let lacking = 0;
    for (let seed = 0; seed < instances; seed++) {
      const panel = panelOf(seed);
      const problem = flowOf(panel);
      const flow = minCostFlow(problem);
      const wanted = panel.wanted.reduce((sum, units) => sum + units, 0);
      const missing = wanted - flow.amount;
      if (missing > 0) lacking++;
      const solution = highs.solve(programmeOf(panel, missingCost));
      expect([seed, solution.Status]).toEqual([seed, 'Optimal']);
      expect([seed, Number(flow.cost) + missing * missingCost]).toEqual([
        seed,
        Math.round(solution.ObjectiveValue),
      ]);
      expect(optimalityGap({ ...flow, arcs: problem.arcs }, new Set([0, 1]))).toBe(0n);
    }
    expect(lacking).toBeGreaterThan(instances / 10);
  }, 120_000);

  it('is refused as an optimum when one pair is changed for a dearer one', () => {
    const arcs: Arc[] = [
      { from: 0, to: 1, capacity: 1, cost: 1 },
      { from: 0, to: 1, capacity: 1, cost: 3 },
    ];
    const { price } = minCostFlow({ nodeCount: 2, arcs, source: 0, sink: 1, wanted: 1 });
    expect(optimalityGap({ arcs, onArc: [1, 0], price }, new Set([0, 1]))).toBe(0n);
    expect(optimalityGap({ arcs, onArc: [0, 1], price }, new Set([0, 1]))).toBe(2n);
    expect(() => optimalityGap({ arcs, onArc: [2, 0], price }, new Set([0, 1]))).toThrow(
      RangeError,
    );
  });
});
