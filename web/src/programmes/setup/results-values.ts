import type { AwardTier, SelectionConfig } from '../../../../src/programmes/rules/config';
import { hundredths, points } from './judging-values';

type Amount = number | null;

/** An award as the form shows it: points in place of hundredths, one number for both ways to count. */
export type AwardValues = {
  code: string;
  name: string;
  kind: string;
  amount: Amount;
  rounding: string;
  minScore: Amount;
};
/** Everything after the scores; named like the parts of the rules, so that a fault finds its field. */
export type ResultsValues = {
  awards: AwardValues[];
  publicity: { amount: Amount; unit: string; countFirstDay: boolean; preReview: boolean };
  hasTitle: boolean;
  title: { validYears: Amount; midterm: boolean };
  retention: { what: string; isPermanent: boolean; years: Amount }[];
  documents: { name: string }[];
};

export const roundings = ['floor', 'ceil', 'half-up', 'hamilton'] as const;
const usualYears = 3;

export const resultsValues = (config: SelectionConfig): ResultsValues => ({
  awards: config.awards.map(({ code, name, perCategory, rounding, minScore }) => ({
    ...{ code, name, rounding, kind: perCategory.kind },
    amount: perCategory.kind === 'count' ? perCategory.value : perCategory.perCent,
    minScore: minScore === null ? null : points(minScore),
  })),
  publicity: { ...config.publicity },
  hasTitle: config.title !== null,
  title: config.title ? { ...config.title } : { validYears: usualYears, midterm: false },
  retention: config.retention.map(({ what, years }) => ({
    what,
    isPermanent: years === 'permanent',
    years: years === 'permanent' ? null : years,
  })),
  documents: config.documents.map((name) => ({ name })),
});

const awardOf = ({ code, name, kind, amount, rounding, minScore }: AwardValues): AwardTier => ({
  code,
  name: name.trim(),
  perCategory:
    kind === 'count'
      ? { kind: 'count', value: amount as number }
      : { kind: 'ratio', perCent: amount as number },
  rounding: rounding as AwardTier['rounding'],
  minScore: minScore === null ? null : hundredths(minScore),
});

export const resultsParts = (values: ResultsValues) => ({
  awards: values.awards.map(awardOf),
  publicity: values.publicity as SelectionConfig['publicity'],
  title: values.hasTitle ? (values.title as SelectionConfig['title']) : null,
  retention: values.retention.map(({ what, isPermanent, years }) => ({
    what: what.trim(),
    years: isPermanent ? ('permanent' as const) : (years as number),
  })),
  documents: values.documents.map(({ name }) => name.trim()),
});
