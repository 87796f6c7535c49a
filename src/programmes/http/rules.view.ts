import type {
  Aggregation,
  AttachmentRule,
  AwardTier,
  FieldDef,
  SelectionConfig,
  TieStep,
} from '../rules/config.js';
import { recusalKinds, recusalRules } from '../rules/recusal-rules.js';

export class FieldView {
  key: string;
  label: string;
  note: string | null;
  /** text, long-text, section, choice, number, date, people, keywords or attestation. */
  kind: string;
  required: boolean;
  /** Words as Word counts them (字数). */
  minWords: number | null;
  maxWords: number | null;
  /** Per cent over `maxWords` that still submits. */
  tolerance: number;
  choices: string[];
  minItems: number | null;
  maxItems: number | null;
  /** Never shown to a judge in a blind selection. */
  identifying: boolean;
}

export class AttachmentRuleView {
  key: string;
  label: string;
  /** File name endings without the dot. */
  accept: string[];
  min: number;
  max: number;
  /** Bytes a file. */
  maxBytes: number;
  judgesSee: boolean;
}

export class StageView {
  key: string;
  kind: string;
  name: string;
}

export class TieStepView {
  /** criterion, untrimmed-mean, lower-spread, strong-recommendations, recommend-rank or lot. */
  by: string;
  /** The criterion's key when it is one. */
  key: string | null;
}

/** Hundredths between the highest and the lowest total of an entry. */
export class SpreadView {
  warn: number;
  recheck: number;
  arbitrate: number;
}

export class AggregationView {
  /** mean, median or trim. */
  method: string;
  decimals: number;
  tieChain: TieStepView[];
  spread: SpreadView;
}

export class AwardView {
  code: string;
  name: string;
  /** count or ratio. */
  kind: string;
  /** How many per category, or how many in a hundred. */
  amount: number;
  rounding: string;
  /** Hundredths; null selects without a least score. */
  minScore: number | null;
}

export class PublicityView {
  amount: number;
  /** workday or calendar-day. */
  unit: string;
  countFirstDay: boolean;
  preReview: boolean;
}

export class RecusalRuleView {
  /** same-unit, same-prefecture, own-unit-in-category or took-part. */
  kind: string;
  /** forbid, warn (may be dismissed with a reason) or allow. */
  strictness: string;
}

export class RecusalView {
  rules: RecusalRuleView[];
  years: number;
}

export const recusalView = (recusal: SelectionConfig['recusal']): RecusalView => {
  const rules = recusalRules(recusal);
  return {
    rules: recusalKinds.map((kind) => ({ kind, strictness: rules[kind] })),
    years: recusal.years,
  };
};

export const fieldView = (field: FieldDef): FieldView => ({
  key: field.key,
  label: field.label,
  note: field.note ?? null,
  kind: field.kind,
  required: field.required,
  minWords: field.minWords ?? null,
  maxWords: field.maxWords ?? null,
  tolerance: field.tolerance ?? 0,
  choices: [...(field.choices ?? [])],
  minItems: field.minItems ?? null,
  maxItems: field.maxItems ?? null,
  identifying: field.identifying,
});

export const attachmentRuleView = (rule: AttachmentRule): AttachmentRuleView => ({
  ...rule,
  accept: [...rule.accept],
});

const tieStepView = (step: TieStep): TieStepView => ({
  by: step.by,
  key: step.by === 'criterion' ? step.key : null,
});

export const aggregationView = (aggregation: Aggregation): AggregationView => ({
  method: aggregation.method.kind,
  decimals: aggregation.decimals,
  tieChain: aggregation.tieChain.map(tieStepView),
  spread: aggregation.spread,
});

export const awardView = ({
  code,
  name,
  perCategory,
  rounding,
  minScore,
}: AwardTier): AwardView => ({
  code,
  name,
  kind: perCategory.kind,
  amount: perCategory.kind === 'count' ? perCategory.value : perCategory.perCent,
  rounding,
  minScore,
});
