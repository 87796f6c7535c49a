import { countWords } from '../../platform/pure/count-words.js';
import { allow, type Decision, refuse } from '../../platform/pure/decision.js';

/** The part of a weighted rubric that decides a score. Points are whole hundredths. */
export type ScoreRules = {
  readonly step: number;
  readonly criteria: readonly { readonly key: string; readonly max: number }[];
  readonly comment: {
    readonly minWords: number;
    readonly fromTotal: number;
    readonly belowTotal: number;
  };
};

export const recommendations = ['strong', 'yes', 'reserve', 'no'] as const;
export type Recommendation = (typeof recommendations)[number];

/** Hundredths by criterion key. A criterion that is absent or null has no score; that is never zero. */
export type Scores = Readonly<Record<string, number | null>>;

export type SheetContent = {
  readonly scores: Scores;
  readonly comment: string;
  readonly recommendation: Recommendation | null;
};

/** Whether a criterion may have this value; null takes the score away again. */
export function scoreValue(
  rules: ScoreRules,
  criterionKey: string,
  value: number | null,
): Decision<number | null, 'unknown-criterion' | 'score-off-step' | 'score-out-of-range'> {
  const criterion = rules.criteria.find(({ key }) => key === criterionKey);
  if (criterion === undefined) return refuse('unknown-criterion');
  if (value === null) return allow(null);
  if (!(value >= 0 && value <= criterion.max)) return refuse('score-out-of-range');
  if (value % rules.step !== 0) return refuse('score-off-step');
  return allow(value);
}

/** The sum of all criteria, or null while one of them has no score. */
export function totalOf(rules: ScoreRules, scores: Scores): number | null {
  const values = rules.criteria.map(({ key }) => scores[key] ?? null);
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

/** Whether a total is so high or so low that the judge must say why. */
export const needsComment = ({ comment }: ScoreRules, total: number): boolean =>
  total >= comment.fromTotal || total < comment.belowTotal;

/** What a sheet still lacks before it can be signed: `criterion:<key>`, `recommendation`, `comment`. */
export function missingIn(rules: ScoreRules, sheet: SheetContent): string[] {
  const total = totalOf(rules, sheet.scores);
  const lacksComment =
    total !== null &&
    needsComment(rules, total) &&
    countWords(sheet.comment) < rules.comment.minWords;
  return [
    ...rules.criteria
      .filter(({ key }) => (sheet.scores[key] ?? null) === null)
      .map(({ key }) => `criterion:${key}`),
    ...(sheet.recommendation === null ? ['recommendation'] : []),
    ...(lacksComment ? ['comment'] : []),
  ];
}

/** Whether every score and the recommendation are there. A comment may still be owed: that would tell of the total. */
export const isScored = (missing: readonly string[]): boolean =>
  missing.every((part) => part === 'comment');
