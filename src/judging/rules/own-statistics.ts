/** A judge's own sheet; times in milliseconds, points in hundredths. */
export type OwnSheet = { readonly total: number | null; readonly scoredAt: number | null };

export type Band = {
  readonly name: BandName;
  readonly count: number;
};

export type OwnStatistics = {
  /** Sheets with a total. */
  readonly count: number;
  /** Hundredths, rounded; null without a total. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Best first. */
  readonly bands: readonly Band[];
  /** The middle of the times from one sheet to the next, in minutes; null while there are fewer than three. */
  readonly minutes: number | null;
};

const bandNames = ['excellent', 'good', 'fair', 'pass', 'below'] as const;
export type BandName = (typeof bandNames)[number];

/** From what share of the full marks a band begins, in percent. */
const begins: Readonly<Record<BandName, number>> = {
  excellent: 90,
  good: 80,
  fair: 70,
  pass: 60,
  below: 0,
};

const aMinute = 60_000;
/** Whoever stays away longer than this has not been reading. */
const aBreak = 60 * aMinute;
const fewest = 3;

/** The band a total falls into. @param most full marks, in hundredths */
export const bandOf = (total: number, most: number): BandName =>
  bandNames.find((name) => total * 100 >= begins[name] * most) ?? 'below';

/** How a judge has scored so far: of their own sheets and of nothing else. @param most full marks, in hundredths */
export function ownStatistics(sheets: readonly OwnSheet[], most: number): OwnStatistics {
  const totals = sheets.flatMap(({ total }) => (total === null ? [] : [total]));
  const bands = totals.map((total) => bandOf(total, most));
  const sum = totals.reduce((all, total) => all + total, 0);
  const isEmpty = totals.length === 0;
  return {
    count: totals.length,
    mean: isEmpty ? null : Math.round(sum / totals.length),
    lowest: isEmpty ? null : Math.min(...totals),
    highest: isEmpty ? null : Math.max(...totals),
    bands: bandNames.map((name) => ({ name, count: bands.filter((band) => band === name).length })),
    minutes: minutesEach(sheets),
  };
}

function minutesEach(sheets: readonly OwnSheet[]): number | null {
  const times = sheets
    .flatMap(({ scoredAt }) => (scoredAt === null ? [] : [scoredAt]))
    .sort((one, other) => one - other);
  const gaps = times
    .slice(1)
    .map((time, place) => time - (times[place] ?? time))
    .filter((gap) => gap <= aBreak)
    .sort((one, other) => one - other);
  if (gaps.length < fewest) return null;
  return Math.round((gaps[Math.floor((gaps.length - 1) / 2)] ?? 0) / aMinute);
}

/** The totals that several of the sheets have: whoever ranks their own will want to look at these again. */
export function tiedTotals(sheets: readonly Pick<OwnSheet, 'total'>[]): Set<number> {
  const seen = new Set<number>();
  const tied = new Set<number>();
  for (const { total } of sheets) {
    if (total === null) continue;
    (seen.has(total) ? tied : seen).add(total);
  }
  return tied;
}
