import { promiseKept } from '../../platform/pure/promise-kept.js';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { aggregate, type Aggregate, settledBy } from './aggregate.js';
import { compare, mean, ratio, variance, type Ratio } from './exact.js';
import {
  byText,
  type Sheet,
  type TallyConfig,
  type TallyEntry,
  type TieStep,
} from './tally-shapes.js';

/** An entry with every figure its rank can depend on. */
export type Standing = {
  readonly entry: string;
  readonly judges: readonly string[];
  readonly totals: readonly number[];
  readonly aggregate: Aggregate;
  /** The value, then one figure for each step of the tie chain; always the greater is the better. */
  readonly figures: readonly Ratio[];
};

/** The standing of every entry; entries and sheets come sorted and without fault. */
export function standings(entries: readonly TallyEntry[], config: TallyConfig): Standing[] {
  const lots = drawLots(entries, config.lotSeed ?? null);
  return entries.map(({ entry, rankInUnit, sheets, settled }) => {
    const totals = sheets.map((sheet) => totalOf(sheet, config.criteria));
    const aggregated = settled ? settledBy(settled) : byMethod(config, totals);
    const facts = { sheets, totals, rankInUnit, lot: lots.get(entry) ?? 0 };
    const figures = [
      aggregated.value,
      ...config.tieChain.map((step) => tieFigures[step.by](facts, step)),
    ];
    return {
      entry,
      judges: sheets.map(({ judge }) => judge),
      totals,
      aggregate: aggregated,
      figures,
    };
  });
}

function byMethod({ method }: TallyConfig, totals: readonly number[]): Aggregate {
  const aggregated = aggregate(method, totals);
  promiseKept(aggregated.ok, 'every entry has a sheet');
  return aggregated.value;
}

const totalOf = ({ scores }: Sheet, criteria: TallyConfig['criteria']): number =>
  criteria.reduce((sum, { key }) => sum + (scores[key] as number), 0);

/** Each entry's place in the drawing of lots, from 1; nobody has one before there is a seed. */
function drawLots(entries: readonly TallyEntry[], seed: string | null): Map<string, number> {
  if (seed === null) return new Map();
  const keys = entries.map(({ entry }) => entry);
  return new Map(
    seededRandom(seed)
      .shuffle(keys)
      .map((entry, place) => [entry, place + 1]),
  );
}

type Facts = {
  readonly sheets: readonly Sheet[];
  readonly totals: readonly number[];
  readonly rankInUnit: number;
  readonly lot: number;
};

/** What each tie step looks at, turned so that the greater figure is the better. */
const tieFigures: Record<TieStep['by'], (facts: Facts, step: TieStep) => Ratio> = {
  criterion: ({ sheets }, step) => {
    const key = step.by === 'criterion' ? step.key : '';
    return mean(sheets.map(({ scores }) => scores[key] as number));
  },
  'untrimmed-mean': ({ totals }) => mean(totals),
  'lower-spread': ({ totals }) => negative(variance(totals)),
  'strong-recommendations': ({ sheets }) =>
    ratio(sheets.filter(({ recommendation }) => recommendation === 'strong').length),
  'recommend-rank': ({ rankInUnit }) => ratio(-rankInUnit),
  lot: ({ lot }) => ratio(-lot),
};

const negative = ({ n, d }: Ratio): Ratio => ({ n: -n, d });

/** Where two standings first differ: 0 is the value, 1 the first tie step; -1 when nowhere. */
export const firstDifference = (a: Standing, b: Standing): number =>
  a.figures.findIndex((figure, at) => compare(figure, b.figures[at] as Ratio) !== 0);

/** Best first; those that nothing separates by key, which decides no rank. */
export function byStanding(a: Standing, b: Standing): number {
  const at = firstDifference(a, b);
  if (at < 0) return byText(a.entry, b.entry);
  return compare(b.figures[at] as Ratio, a.figures[at] as Ratio);
}
