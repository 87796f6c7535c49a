import { groupBy } from '../../platform/pure/group-by.js';

export type Oddity = 'fast' | 'flat' | 'far';

/** Fewer tell nothing. */
const fewest = 5;
const fastest = 120_000;
/** Hundredths. */
const flattest = 150;
const farthest = 1_000;

/** Whether entries are usually done within two minutes of one another: too fast to have been read. */
export function isFast(scoredAt: readonly Date[]): boolean {
  const times = scoredAt.map((at) => at.getTime()).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, at) => time - (times[at] as number));
  return gaps.length >= fewest && median(gaps) < fastest;
}

/** Whether the totals hardly differ: a standard deviation under a point and a half. */
export function isFlat(totals: readonly number[]): boolean {
  if (totals.length < fewest) return false;
  const mean = meanOf(totals);
  return meanOf(totals.map((total) => (total - mean) ** 2)) < flattest ** 2;
}

/** @param distances from each own total to the mean of the others on the panel */
export const isFar = (distances: readonly number[]): boolean =>
  distances.length >= fewest && median(distances.map(Math.abs)) >= farthest;

export type SignedTotal = {
  readonly judgeId: string;
  readonly entryId: string;
  /** Hundredths. */
  readonly total: number;
};

/** What the signed totals of a round say about each judge. */
export function oddScores(signed: readonly SignedTotal[]): Map<string, Oddity[]> {
  const byJudge = groupBy(signed, ({ judgeId }) => judgeId);
  const byEntry = groupBy(signed, ({ entryId }) => entryId);
  const distances = (own: readonly SignedTotal[]): number[] =>
    own.flatMap(({ judgeId, entryId, total }) => {
      const others = (byEntry.get(entryId) ?? []).filter((other) => other.judgeId !== judgeId);
      return others.length === 0 ? [] : [total - meanOf(others.map((other) => other.total))];
    });
  return new Map(
    [...byJudge].map(([judgeId, own]) => [
      judgeId,
      [
        ...(isFlat(own.map(({ total }) => total)) ? (['flat'] as const) : []),
        ...(isFar(distances(own)) ? (['far'] as const) : []),
      ],
    ]),
  );
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
