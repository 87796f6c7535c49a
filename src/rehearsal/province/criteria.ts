export type Criterion =
  'political' | 'fusion' | 'innovation' | 'effect' | 'replicability' | 'writing';
export type Scores = Readonly<Record<Criterion, number>>;

/** The rubric: each criterion's maximum in hundredths of a point (domain §3.7). */
export const maxima: Scores = {
  political: 1500,
  fusion: 2500,
  innovation: 2000,
  effect: 2000,
  replicability: 1500,
  writing: 500,
};
export const criteria = Object.keys(maxima) as readonly Criterion[];

/** Scores go in steps of half a point. */
export const scoreStep = 50;

export const totalOf = (scores: Scores): number =>
  criteria.reduce((sum, criterion) => sum + scores[criterion], 0);

/** The same scores brought to `total` by half points, always where the most (or least) room is left. */
export function refit(scores: Scores, total: number): Scores {
  const fitted = { ...scores };
  let missing = total - totalOf(fitted);
  while (missing !== 0) {
    const up = missing > 0;
    const criterion = roomiest(fitted, up);
    fitted[criterion] += up ? scoreStep : -scoreStep;
    missing += up ? -scoreStep : scoreStep;
  }
  return fitted;
}

/** Fills to the mark what is furthest below it, or takes from what is fullest. */
function roomiest(scores: Scores, up: boolean): Criterion {
  const fullness = (criterion: Criterion): number => scores[criterion] / maxima[criterion];
  return [...criteria].sort((a, b) => (fullness(a) - fullness(b)) * (up ? 1 : -1))[0] as Criterion;
}
