import { promiseKept } from '../../platform/pure/promise-kept.js';
import type { Aggregate } from './aggregate.js';
import { compare, ratio, roundHalfUp, subtract, type Ratio } from './exact.js';
import { sheetFaults, type SheetFault } from './sheet-faults.js';
import { byStanding, firstDifference, standings, type Standing } from './standing.js';
import { sortEntries, type TallyConfig, type TallyEntry, type TieStep } from './tally-shapes.js';

/** A figure in hundredths of a point as a fraction, and in points to two decimals for people. */
export type ExactFigure = {
  readonly exact: { readonly n: string; readonly d: string };
  readonly rounded: string;
};

/** A step of the tie chain: its place in the chain, from 0, and its name (`criterion:fusion`). */
export type TieDecision = { readonly step: number; readonly by: string };

export type RankedEntry = ExactFigure & {
  readonly entry: string;
  /** From 1; entries that nothing separates share the best of their ranks (1, 2, 2, 4). */
  readonly rank: number;
  /** For each sheet, by judge: its total in hundredths. */
  readonly totals: readonly { readonly judge: string; readonly total: number }[];
  /** The judges whose sheet the method left out. */
  readonly dropped: readonly string[];
  readonly used: Aggregate['used'];
  readonly notice: Aggregate['notice'];
  /** The deepest step that was needed to separate it from the entry next above or below it. */
  readonly decidedBy: TieDecision | null;
  readonly isBelowMinimum: boolean;
  readonly selected: boolean;
};

export type Cut = {
  /** The last value inside less the first outside; null when nobody able is left outside. */
  readonly margin: ExactFigure | null;
  /** When the margin is 0: all entries of that value, best first. */
  readonly tied: readonly string[];
  /** The step that separated the last inside from the first outside. */
  readonly resolvedBy: TieDecision | null;
};

export type Ranking = {
  /** Best first. */
  readonly entries: readonly RankedEntry[];
  readonly cut: Cut;
  /** Entries the chain leaves tied across the cut: none of them is selected until people decide. */
  readonly unresolved: readonly string[];
};

export type RankDecision =
  | { readonly ok: true; readonly value: Ranking }
  | {
      readonly ok: false;
      readonly code: 'sheets-at-fault';
      readonly faults: readonly SheetFault[];
    };

/** Ranks the entries of one category and selects the best of them, exactly and reproducibly. */
export function rank(input: readonly TallyEntry[], config: TallyConfig): RankDecision {
  checkConfig(config);
  const entries = sortEntries(input);
  const faults = sheetFaults(entries, config.criteria);
  if (faults.length > 0) return { ok: false, code: 'sheets-at-fault', faults };
  const ranked = standings(entries, config).sort(byStanding);
  const able = ranked.filter((standing) => !isBelow(standing, config.minimum ?? null));
  const unresolved = tiedAcross(able, config.places);
  const selected = new Set(
    able.slice(0, config.places).filter((standing) => !unresolved.includes(standing)),
  );
  const rows = ranked.map((standing, at) => ({
    ...rowOf(ranked, at, config.tieChain),
    isBelowMinimum: !able.includes(standing),
    selected: selected.has(standing),
  }));
  const cut = cutOf(able, config);
  return { ok: true, value: { entries: rows, cut, unresolved: unresolved.map(keyOf) } };
}

function checkConfig({ places, criteria, tieChain }: TallyConfig): void {
  const keys = new Set(criteria.map(({ key }) => key));
  const isKnown = (step: TieStep): boolean => step.by !== 'criterion' || keys.has(step.key);
  promiseKept(Number.isSafeInteger(places) && places >= 0, 'places are a whole number');
  promiseKept(keys.size === criteria.length, 'no criterion occurs twice');
  promiseKept(tieChain.every(isKnown), 'a tie step names a criterion');
}

const keyOf = ({ entry }: Standing): string => entry;
const valueOf = ({ aggregate }: Standing): Ratio => aggregate.value;

const isBelow = (standing: Standing, minimum: number | null): boolean =>
  minimum !== null && compare(valueOf(standing), ratio(minimum)) < 0;

/** The last entry inside the cut and the first outside; null when there are places for all, or none. */
function pairAtCut(able: readonly Standing[], places: number): [Standing, Standing] | null {
  const [last, next] = [able[places - 1], able[places]];
  return last && next ? [last, next] : null;
}

function tiedAcross(able: readonly Standing[], places: number): Standing[] {
  const pair = pairAtCut(able, places);
  if (!pair || firstDifference(...pair) >= 0) return [];
  return able.filter((standing) => firstDifference(standing, pair[0]) < 0);
}

function cutOf(able: readonly Standing[], { places, tieChain }: TallyConfig): Cut {
  const pair = pairAtCut(able, places);
  if (!pair) return { margin: null, tied: [], resolvedBy: null };
  const margin = subtract(valueOf(pair[0]), valueOf(pair[1]));
  const isTied = (standing: Standing): boolean =>
    margin.n === 0n && compare(valueOf(standing), valueOf(pair[0])) === 0;
  return {
    margin: figureOf(margin),
    tied: able.filter(isTied).map(keyOf),
    resolvedBy: decisionAt(firstDifference(...pair), tieChain),
  };
}

function rowOf(ranked: readonly Standing[], at: number, chain: readonly TieStep[]) {
  const standing = ranked[at] as Standing;
  const { entry, judges, totals, aggregate } = standing;
  const neighbours = [ranked[at - 1], ranked[at + 1]].filter((other) => other !== undefined);
  const deepest = Math.max(0, ...neighbours.map((other) => firstDifference(standing, other)));
  return {
    entry,
    rank: 1 + ranked.findIndex((other) => firstDifference(standing, other) < 0),
    ...figureOf(aggregate.value),
    totals: judges.map((judge, index) => ({ judge, total: totals[index] as number })),
    dropped: aggregate.dropped.map((index) => judges[index] as string),
    used: aggregate.used,
    notice: aggregate.notice,
    decidedBy: decisionAt(deepest, chain),
  };
}

/** The tie step at a place among the figures, of which the first is the value. */
function decisionAt(figure: number, chain: readonly TieStep[]): TieDecision | null {
  const step = chain[figure - 1];
  if (!step) return null;
  return { step: figure - 1, by: step.by === 'criterion' ? `criterion:${step.key}` : step.by };
}

/** The places are given in points: two decimals of a point are whole hundredths. */
function figureOf(value: Ratio): ExactFigure {
  const points = ratio(value.n, value.d * 100n);
  return {
    exact: { n: String(value.n), d: String(value.d) },
    rounded: roundHalfUp(points, 2),
  };
}
