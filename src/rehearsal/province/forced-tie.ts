import { refit, scoreStep, totalOf, maxima, type Scores } from './criteria.js';
import { recommend, scoreSheet, type ScoreSheet } from './score-sheet.js';
import type { Province } from './shapes.js';

/** Who judges an entry: exactly five judges. */
export type AssignedEntry = { readonly entryKey: string; readonly judgeKeys: readonly string[] };
export type SheetOverride = {
  readonly entryKey: string;
  readonly judgeKey: string;
  readonly sheet: ScoreSheet;
};

export type ForcedTie = {
  /** The two entries that tie, the one with the higher fusion sum first. */
  readonly tied: readonly [string, string];
  readonly overrides: readonly SheetOverride[];
};

type Judged = {
  readonly entryKey: string;
  /** From the highest total to the lowest. */
  readonly sheets: readonly { readonly judgeKey: string; readonly sheet: ScoreSheet }[];
  /** The three middle totals together: the trimmed mean times three. */
  readonly middle: number;
};

const panel = 5;

function judged(province: Province, { entryKey, judgeKeys }: AssignedEntry): Judged {
  if (judgeKeys.length !== panel) throw new RangeError(`${entryKey} needs ${panel} judges`);
  const sheets = judgeKeys
    .map((judgeKey) => ({ judgeKey, sheet: scoreSheet(province, entryKey, judgeKey) }))
    .sort((a, b) => totalOf(b.sheet.scores) - totalOf(a.sheet.scores));
  const middle = sheets.slice(1, -1).reduce((sum, { sheet }) => sum + totalOf(sheet.scores), 0);
  return { entryKey, sheets, middle };
}

/** Five totals with this middle sum, near enough together that no spread rule asks for a sixth judge. */
function totalsFor(middle: number): number[] {
  const centre = Math.floor(middle / 3 / scoreStep) * scoreStep;
  const upper = centre + 3 * scoreStep;
  const lower = middle - centre - upper;
  return [upper + 4 * scoreStep, upper, centre, lower, lower - 4 * scoreStep];
}

/** Half a point from innovation to fusion (or back), or null where there is no room for it. */
function shift(scores: Scores, by: number): Scores | null {
  const fusion = scores.fusion + by;
  const innovation = scores.innovation - by;
  const fits =
    Math.min(fusion, innovation) >= 0 && fusion <= maxima.fusion && innovation <= maxima.innovation;
  return fits ? { ...scores, fusion, innovation } : null;
}

/** Two sheets of the same total, of which the first has the higher fusion score. */
function favourFusion(first: Scores, second: Scores): [Scores, Scores] {
  const raised = shift(first, scoreStep);
  const lowered = shift(second, -scoreStep);
  if (first.fusion > second.fusion || (!raised && !lowered)) return [first, second];
  return favourFusion(raised ?? first, raised ? second : (lowered ?? second));
}

const override = (entry: Judged, place: number, scores: Scores): SheetOverride => {
  const { judgeKey, sheet } = entry.sheets[place] as Judged['sheets'][number];
  const recommendation = recommend(totalOf(scores));
  return { entryKey: entry.entryKey, judgeKey, sheet: { ...sheet, scores, recommendation } };
};

const overridesFor = (entry: Judged, scores: readonly Scores[]): SheetOverride[] =>
  scores.map((score, place) => override(entry, place, score));

/** The entry's own sheets brought to the totals that give it this middle sum. */
const scoresAt = (entry: Judged, middle: number): Scores[] =>
  totalsFor(middle).map((total, place) =>
    refit((entry.sheets[place] as Judged['sheets'][number]).sheet.scores, total),
  );

/** A middle sum strictly between the neighbours of the tied pair, or the higher one's own if there is none. */
function middleBetween(first: Judged, above: number, below: number): number {
  if (first.middle < above && first.middle > below) return first.middle;
  return above - scoreStep > below ? above - scoreStep : first.middle;
}

/** Half a point up for those who must stand above the tie, and down for those below, where they touch it. */
function partFromTie(
  above: readonly Judged[],
  below: readonly Judged[],
  tie: number,
): SheetOverride[] {
  const nudge = (entry: Judged, middle: number): SheetOverride[] =>
    overridesFor(entry, scoresAt(entry, middle));
  return [
    ...above
      .filter(({ middle }) => middle <= tie)
      .flatMap((entry) => nudge(entry, tie + scoreStep)),
    ...below
      .filter(({ middle }) => middle >= tie)
      .flatMap((entry) => nudge(entry, tie - scoreStep)),
  ];
}

/**
 * Score sheets to use instead of `scoreSheet`'s so that a category has a tie at its cut: under the
 * trimmed mean (highest and lowest of five dropped) the last in and the first out are equal, nobody
 * else equals them, and the sum of the fusion criterion parts them. Five overrides for each of the
 * two; neighbours get some only when the field is so dense that no half point is free between them.
 * Ask with the judges who really score, after every replacement.
 */
export function forceTie(
  province: Province,
  assigned: readonly AssignedEntry[],
  places = 10,
): ForcedTie {
  const ranked = assigned
    .map((entry) => judged(province, entry))
    .sort((a, b) => b.middle - a.middle || (a.entryKey < b.entryKey ? -1 : 1));
  const above = ranked.slice(0, places - 1);
  const [first, second, ...below] = ranked.slice(places - 1);
  if (!first || !second) throw new RangeError(`a tie at rank ${places} needs more entries`);
  const tie = middleBetween(first, above.at(-1)?.middle ?? Infinity, below[0]?.middle ?? -Infinity);
  const losing = scoresAt(second, tie);
  const pairs = scoresAt(first, tie).map((scores, place) =>
    favourFusion(scores, losing[place] as Scores),
  );
  return {
    tied: [first.entryKey, second.entryKey],
    overrides: [
      ...overridesFor(
        first,
        pairs.map(([scores]) => scores),
      ),
      ...overridesFor(
        second,
        pairs.map(([, scores]) => scores),
      ),
      ...partFromTie(above, below, tie),
    ],
  };
}
