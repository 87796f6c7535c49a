import type { Rubric } from '../rules/config.js';

export class AnchorView {
  band: string;
  text: string;
}

export class CriterionView {
  key: string;
  name: string;
  /** Hundredths. */
  max: number;
  /** What each band looks like, best first. */
  anchors: AnchorView[];
}

export class VetoView {
  code: string;
  text: string;
}

/** When a comment is required: at or above `fromTotal`, or below `belowTotal` (hundredths). */
export class CommentRuleView {
  minWords: number;
  fromTotal: number;
  belowTotal: number;
}

export class IndicatorView {
  code: string;
  name: string;
  points: number;
  parentCode: string | null;
  method: string;
  evidenceRequired: boolean;
  scale: string;
  veto: boolean;
}

/** One of two kinds: criteria with maxima (weighted), or a list of indicators. */
export class RubricView {
  key: string;
  /** weighted, letter, checklist or points_plus_minus. */
  kind: string;
  /** The smallest step of a score in hundredths; null without criteria. */
  step: number | null;
  criteria: CriterionView[];
  vetoes: VetoView[];
  comment: CommentRuleView | null;
  indicators: IndicatorView[];
  /** The most that plus points may add, in hundredths; null with criteria. */
  bonusCap: number | null;
}

export const rubricView = (key: string, rubric: Rubric): RubricView =>
  rubric.kind === 'weighted'
    ? {
        key,
        kind: rubric.kind,
        step: rubric.step,
        criteria: rubric.criteria.map((one) => ({ ...one, anchors: [...one.anchors] })),
        vetoes: [...rubric.vetoes],
        comment: rubric.comment,
        indicators: [],
        bonusCap: null,
      }
    : {
        key,
        kind: rubric.kind,
        step: null,
        criteria: [],
        vetoes: [],
        comment: null,
        indicators: [...rubric.indicators],
        bonusCap: rubric.bonusCap,
      };
