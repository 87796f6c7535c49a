import type { Rubric, SelectionConfig, TieStep } from '../../../../src/programmes/rules/config';
import { recusalRules, type RecusalRules } from '../../../../src/programmes/rules/recusal-rules';
import { withRules } from '../../../../src/programmes/rules/settings';

type Weighted = Extract<Rubric, { kind: 'weighted' }>;
type Amount = number | null;

export type CriterionValues = {
  key: string;
  name: string;
  /** Points. */
  max: Amount;
  anchors: { band: string; text: string }[];
};
/** A rubric as the form shows it: points in place of hundredths. */
export type RubricValues = {
  step: Amount;
  criteria: CriterionValues[];
  vetoes: { code: string; text: string }[];
  comment: { minWords: Amount; fromTotal: Amount; belowTotal: Amount };
};
/** Everything about judging; named like the parts of the rules, so that a fault finds its field. */
export type JudgingValues = {
  panel: { perEntry: Amount; reservePercent: Amount };
  anonymity: string;
  recusal: Record<keyof RecusalRules, string>;
  recusalYears: Amount;
  aggregation: {
    method: string;
    /** `criterion <key>` or the name of the step. */
    tieChain: { step: string }[];
    spread: { warn: Amount; recheck: Amount; arbitrate: Amount };
    /** Whether judges far apart are heard again before the round closes. */
    hearsAgain: boolean;
  };
  rubrics: Record<string, RubricValues>;
};

/** Six points of deviation, twelve from the median; the extra judge agrees within ten. */
const usualFlow = { deviation: 600, fromMedian: 1200, tolerance: 1000 } as const;

export const points = (hundredths: number): number => hundredths / 100;
/** What is no number is sent as it is, so that the shape of the rules refuses it at its field. */
export const hundredths = (amount: Amount): number =>
  amount === null ? (null as never) : Math.round(amount * 100);

const rubricValues = ({ step, criteria, vetoes, comment }: Weighted): RubricValues => ({
  step: points(step),
  criteria: criteria.map((one) => ({
    ...one,
    max: points(one.max),
    anchors: one.anchors.map((anchor) => ({ ...anchor })),
  })),
  vetoes: vetoes.map((veto) => ({ ...veto })),
  comment: {
    minWords: comment.minWords,
    fromTotal: points(comment.fromTotal),
    belowTotal: points(comment.belowTotal),
  },
});

const rubricOf = ({ step, criteria, vetoes, comment }: RubricValues): Weighted => ({
  kind: 'weighted',
  step: hundredths(step),
  criteria: criteria.map((one) => ({ ...one, name: one.name.trim(), max: hundredths(one.max) })),
  vetoes: vetoes.map(({ code, text }) => ({ code: code.trim().toUpperCase(), text })),
  comment: {
    minWords: comment.minWords as number,
    fromTotal: hundredths(comment.fromTotal),
    belowTotal: hundredths(comment.belowTotal),
  },
});

const stepText = (step: TieStep): string =>
  step.by === 'criterion' ? `criterion ${step.key}` : step.by;
const stepOf = (text: string): TieStep =>
  text.startsWith('criterion ')
    ? { by: 'criterion', key: text.slice('criterion '.length) }
    : ({ by: text } as TieStep);

export const judgingValues = (config: SelectionConfig): JudgingValues => {
  const { panel, anonymity, recusal, aggregation, rubrics } = config;
  const { warn, recheck, arbitrate } = aggregation.spread;
  return {
    panel: { ...panel },
    anonymity,
    recusal: { ...recusalRules(recusal) },
    recusalYears: recusal.years,
    aggregation: {
      method: aggregation.method.kind,
      tieChain: aggregation.tieChain.map((step) => ({ step: stepText(step) })),
      spread: { warn: points(warn), recheck: points(recheck), arbitrate: points(arbitrate) },
      hearsAgain: aggregation.spread.flow !== undefined,
    },
    rubrics: Object.fromEntries(
      Object.entries(rubrics).flatMap(([key, rubric]) =>
        rubric.kind === 'weighted' ? [[key, rubricValues(rubric)]] : [],
      ),
    ),
  };
};

/** The parts of the rules that the form says; rubrics of other kinds stay as they are. */
export function judgingParts(values: JudgingValues, config: SelectionConfig) {
  const { panel, anonymity, aggregation, rubrics } = values;
  const { warn, recheck, arbitrate } = aggregation.spread;
  const recusal = withRules(config.recusal, values.recusal as RecusalRules);
  const others = Object.entries(config.rubrics).filter(([, { kind }]) => kind !== 'weighted');
  return {
    panel: panel as SelectionConfig['panel'],
    anonymity: anonymity as SelectionConfig['anonymity'],
    recusal: { ...recusal, years: values.recusalYears as number },
    aggregation: {
      ...config.aggregation,
      method: (aggregation.method === 'trim'
        ? { kind: 'trim', high: 1, low: 1 }
        : { kind: aggregation.method }) as SelectionConfig['aggregation']['method'],
      tieChain: aggregation.tieChain.map(({ step }) => stepOf(step)),
      spread: {
        warn: hundredths(warn),
        recheck: hundredths(recheck),
        arbitrate: hundredths(arbitrate),
        ...(aggregation.hearsAgain && { flow: config.aggregation.spread.flow ?? usualFlow }),
      },
    },
    rubrics: {
      ...Object.fromEntries(others),
      ...Object.fromEntries(Object.entries(rubrics).map(([key, one]) => [key, rubricOf(one)])),
    },
  };
}

/** A key that none of these has. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
