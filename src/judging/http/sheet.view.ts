import type { ShownSheet } from '../use-cases/show-sheet.js';

export class SheetAnchorView {
  band: string;
  text: string;
}

/** One thing to score, with what each band looks like and the judge's own score. */
export class SheetCriterionView {
  key: string;
  name: string;
  /** Hundredths. */
  max: number;
  /** Best first. */
  anchors: SheetAnchorView[];
  /** Hundredths; null is no score, never zero. */
  value: number | null;
  /** For `If-Match`; 0 before the first score. */
  version: number;
}

/** When a comment is required: at or above `fromTotal`, or below `belowTotal` (hundredths). */
export class SheetCommentRuleView {
  minWords: number;
  fromTotal: number;
  belowTotal: number;
}

export class BlindSectionView {
  key: string;
  heading: string;
  /** Sanitised HTML. */
  html: string;
}

export class BlindFileView {
  id: string;
  /** A made-up name. */
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** One of the judge's own sheets: what they read, what they wrote. No word of the unit or of other judges. */
export class SheetView {
  id: string;
  roundId: string;
  blindCode: string;
  title: string;
  abstract: string;
  sections: BlindSectionView[];
  files: BlindFileView[];
  /** The smallest step of a score, in hundredths. */
  step: number;
  criteria: SheetCriterionView[];
  commentRule: SheetCommentRuleView;
  comment: string;
  commentVersion: number;
  /** strong, yes, reserve, no. */
  recommendation: string | null;
  recommendationVersion: number;
  /** The judge's private note, and whether they put the sheet aside: known to them alone. */
  note: string;
  noteVersion: number;
  flagged: boolean;
  /** Hundredths; null until every criterion has a score. */
  total: number | null;
  /** `criterion:<key>`, `recommendation`, `comment`. */
  missing: string[];
  /** assigned, draft or signed. */
  state: string;
  /** ISO instants. */
  signedAt: string | null;
  closesAt: string | null;
  /** Until when the judge is asked to look again; ISO instant, null when nobody asks. */
  lookUntil: string | null;
  /** mark, score, recuse. */
  actions: string[];
}

const criterionViews = ({ rubric, content }: ShownSheet): SheetCriterionView[] =>
  rubric.criteria.map(({ key, name, max, anchors }) => {
    const own = content.scores.find(({ criterionKey }) => criterionKey === key);
    return {
      ...{ key, name, max },
      anchors: anchors.map(({ band, text }) => ({ band, text })),
      value: own?.value ?? null,
      version: own?.version ?? 0,
    };
  });

export const sheetView = (shown: ShownSheet): SheetView => {
  const { sheet, round, copy, rubric, content, mark } = shown;
  const { minWords, fromTotal, belowTotal } = rubric.comment;
  return {
    id: sheet.id,
    roundId: round.id,
    blindCode: copy.blindCode,
    title: copy.title,
    abstract: copy.abstract,
    sections: copy.sections.map(({ key, heading, html }) => ({ key, heading, html })),
    files: copy.files.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size })),
    step: rubric.step,
    criteria: criterionViews(shown),
    commentRule: { minWords, fromTotal, belowTotal },
    comment: content.opinion.comment,
    commentVersion: content.opinion.commentVersion,
    recommendation: content.opinion.recommendation,
    recommendationVersion: content.opinion.recommendationVersion,
    note: mark.note,
    noteVersion: mark.noteVersion,
    flagged: mark.flagged,
    total: shown.total,
    missing: [...shown.missing],
    state: sheet.state,
    signedAt: sheet.signedAt?.toISOString() ?? null,
    closesAt: round.closesAt?.toISOString() ?? null,
    lookUntil: shown.lookUntil?.toISOString() ?? null,
    actions: [...shown.actions],
  };
};
