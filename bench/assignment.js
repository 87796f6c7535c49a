import { NetworkSimplex } from '../dist/judging/rules/network-simplex.js';
import { optimalityGap } from '../dist/judging/rules/optimality-gap.js';
import { seededRandom } from '../dist/platform/pure/seeded-random.js';

/** `candidates`: how many judges may take an entry; all of other prefectures when absent. */
const sizes = [
  { entries: 120, judges: 40, perEntry: 3 },
  { entries: 1_500, judges: 300, perEntry: 5 },
  { entries: 10_000, judges: 1_500, perEntry: 3, candidates: 100 },
  { entries: 100_000, judges: 10_000, perEntry: 3, candidates: 50 },
];
const prefectures = 14;

/** entry → judge → goal; a judge's load beyond the even share costs more than any pair. */
function networkOf({ entries, judges, perEntry, candidates }) {
  const random = seededRandom(`bench/${entries}×${judges}`);
  const rows = [];
  const add = (...arc) => void rows.push(...arc);
  const goal = entries + judges;
  for (let entry = 0; entry < entries; entry++) {
    const start = random.below(judges);
    for (let next = 0; next < (candidates ?? judges); next++) {
      const judge = candidates ? (start + next * 37) % judges : next;
      if (judge % prefectures !== entry % prefectures)
        add(entry, entries + judge, 1, 1 + random.below(1_000));
    }
  }
  const even = Math.floor((entries * perEntry) / judges);
  for (let judge = 0; judge < judges; judge++) {
    add(entries + judge, goal, even, 0);
    add(entries + judge, goal, 1, 10_000);
    add(entries + judge, goal, 2, 30_000);
  }
  const lastResorts = rows.length / 4;
  for (let entry = 0; entry < entries; entry++) add(entry, goal, perEntry, 0);
  const supply = new Float64Array(goal + 1).fill(perEntry, 0, entries);
  supply[goal] = -entries * perEntry;
  return { ...columnsOf(rows), nodeCount: goal + 1, supply, lastResorts };
}

function columnsOf(rows) {
  const count = rows.length / 4;
  const column = (empty, place) => {
    for (let arc = 0; arc < count; arc++) empty[arc] = rows[arc * 4 + place];
    return empty;
  };
  return {
    from: column(new Int32Array(count), 0),
    to: column(new Int32Array(count), 1),
    capacity: column(new Float64Array(count), 2),
    cost: column(new Float64Array(count), 3),
  };
}

/** Checks a solution as the product does: nothing is left over and the gap is 0. */
function prove(network, { flow, price }) {
  const { from, to, capacity, cost, lastResorts, supply } = network;
  const arcs = Array.from({ length: lastResorts }, (_, arc) => ({
    from: from[arc],
    to: to[arc],
    capacity: capacity[arc],
    cost: cost[arc],
  }));
  const onArc = Array.from(flow.subarray(0, lastResorts));
  const missing = flow.subarray(lastResorts).reduce((sum, units) => sum + units, 0);
  const ends = new Set(Array.from(supply.keys()).filter((node) => supply[node] !== 0));
  const gap = optimalityGap({ arcs, onArc, price: Array.from(price) }, ends);
  return `missing ${missing}, gap ${gap}`;
}

for (const size of sizes) {
  const network = networkOf(size);
  const begun = performance.now();
  const solution = new NetworkSimplex(network).solve();
  const milliseconds = performance.now() - begun;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const name = `${size.entries}×${size.judges}×${size.perEntry}`;
  process.stdout.write(
    `${name.padEnd(18)} ${network.from.length.toLocaleString('en')} arcs   ${milliseconds.toFixed(0)} ms   peak ${peak} MB   ${prove(network, solution)}\n`,
  );
}
