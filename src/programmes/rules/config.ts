import type { RecusalRules } from './recusal-rules.js';
import type { SpreadLimits } from './spread-level.js';

export const nouns = ['案例', '作品', '学校', '支部', '单位'] as const;
export const activityNouns = ['征集', '遴选', '推选', '评选', '评议', '认定'] as const;

/**
 * The rules of one selection: everything a template fills in and an administrator may change before the
 * opening. Stored as JSON, validated by `validateConfig`, versioned by `version`, fingerprinted at opening.
 * Every figure is a whole number, so that the fingerprint has one text.
 * Points are whole hundredths (100 points = 10000); durations and sizes say their unit.
 */
export type SelectionConfig = {
  readonly version: 1;
  readonly templateKey: string;
  /** What is selected, as the pages call it. */
  readonly noun: (typeof nouns)[number];
  readonly activityNoun: (typeof activityNouns)[number];
  readonly subjectType: 'case' | 'org' | 'branch' | 'lecture' | 'person';
  readonly chain: readonly ('school' | 'county' | 'prefecture')[];
  readonly direct: readonly 'province-direct'[];
  readonly categories: readonly {
    readonly code: string;
    readonly name: string;
    readonly rubricKey: string;
  }[];
  readonly fields: readonly FieldDef[];
  /** The limit in words of all `section` fields together; `bodyTolerance` in per cent over it still submits. */
  readonly bodyMaxWords: number | null;
  readonly bodyTolerance: number;
  readonly attachments: readonly AttachmentRule[];
  readonly quota: {
    readonly mode: 'table' | 'formula' | 'none';
    readonly perCategory: boolean;
    readonly unusedAllowed: boolean;
  };
  readonly stages: readonly StageDef[];
  readonly rubrics: Readonly<Record<string, Rubric>>;
  readonly aggregation: Aggregation;
  readonly anonymity: 'none' | 'title' | 'full';
  readonly recusal: {
    readonly samePrefecture: boolean;
    readonly sameUnit: boolean;
    /** By kind of conflict, where it differs from the flags: forbid, warn (may be dismissed with a reason), allow. */
    readonly strictness?: Partial<RecusalRules>;
    /** How many years back a relationship counts. */
    readonly years: number;
  };
  /** How many judges read an entry, and how many stand in reserve for every hundred of them. */
  readonly panel: { readonly perEntry: number; readonly reservePercent: number };
  readonly sampling: {
    readonly percent: number;
    readonly min: number;
    readonly collectiveFail: boolean;
  } | null;
  readonly awards: readonly AwardTier[];
  readonly orgAward: { readonly formula: string } | null;
  readonly publicity: {
    readonly amount: number;
    readonly unit: 'workday' | 'calendar-day';
    readonly countFirstDay: boolean;
    readonly preReview: boolean;
  };
  readonly title: { readonly validYears: number; readonly midterm: boolean } | null;
  readonly compare: { readonly yearOverYear: boolean };
  readonly documents: readonly string[];
  readonly retention: readonly { readonly what: string; readonly years: number | 'permanent' }[];
};

export type FieldDef = {
  readonly key: string;
  readonly label: string;
  /** What to write here; for an attestation the text that is attested. */
  readonly note?: string;
  readonly kind:
    | 'text'
    | 'long-text'
    | 'section'
    | 'choice'
    | 'number'
    | 'date'
    | 'people'
    | 'keywords'
    | 'attestation';
  readonly required: boolean;
  /** Limits in words as Word counts them (字数); `tolerance` in per cent over `maxWords` still submits. */
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly tolerance?: number;
  readonly choices?: readonly string[];
  /** How many keywords or people; absent means no limit on that side. */
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Names the unit or its people: never shown to a judge in a blind selection. */
  readonly identifying: boolean;
};

export type AttachmentRule = {
  readonly key: string;
  readonly label: string;
  readonly accept: readonly ('docx' | 'pdf' | 'jpg' | 'png')[];
  readonly min: number;
  readonly max: number;
  /** Bytes a file. */
  readonly maxBytes: number;
  readonly judgesSee: boolean;
};

export type StageDef = {
  readonly key: string;
  readonly kind:
    | 'collect'
    | 'formal'
    | 'self_score'
    | 'superior_score'
    | 'expert_online'
    | 'expert_meeting'
    | 'site_visit'
    | 'survey'
    | 'peer'
    | 'spot_check'
    | 'deliberation'
    | 'publicity'
    | 'publish'
    | 'certify'
    | 'compile'
    | 'renewal';
  readonly name: string;
};

export type Criterion = {
  readonly key: string;
  readonly name: string;
  /** Hundredths. */
  readonly max: number;
  /** What each band looks like, best first. */
  readonly anchors: readonly { readonly band: string; readonly text: string }[];
};

export type Indicator = {
  readonly code: string;
  readonly name: string;
  readonly points: number;
  readonly parentCode: string | null;
  readonly method: '材料' | '实地' | '问卷' | '数据';
  readonly evidenceRequired: boolean;
  readonly scale: 'ABCD' | 'number' | 'bool';
  readonly veto: boolean;
};

export type Rubric =
  | {
      readonly kind: 'weighted';
      /** The smallest step of a score, in hundredths (50 = half a point). */
      readonly step: number;
      readonly criteria: readonly Criterion[];
      readonly vetoes: readonly { readonly code: string; readonly text: string }[];
      /** A comment of at least `minWords` is required at or above / below these totals (hundredths). */
      readonly comment: {
        readonly minWords: number;
        readonly fromTotal: number;
        readonly belowTotal: number;
      };
    }
  | {
      readonly kind: 'letter' | 'checklist' | 'points_plus_minus';
      readonly indicators: readonly Indicator[];
      readonly bonusCap: number;
    };

export type TieStep =
  | { readonly by: 'criterion'; readonly key: string }
  | {
      readonly by:
        'untrimmed-mean' | 'lower-spread' | 'strong-recommendations' | 'recommend-rank' | 'lot';
    };

export type Aggregation = {
  readonly method:
    | { readonly kind: 'mean' | 'median' }
    | { readonly kind: 'trim'; readonly high: 1; readonly low: 1 };
  readonly decimals: 2;
  readonly carryOver: 'none' | { readonly weightPercent: number };
  readonly tieChain: readonly TieStep[];
  /** Hundredths between the highest and the lowest total of an entry. */
  readonly spread: SpreadLimits & {
    /** How judges who are far apart are heard again before the round closes (n + 1 + chair); absent: only shown. */
    readonly flow?: SpreadFlow;
  };
};

/** Hundredths. */
export type SpreadFlow = {
  /** A standard deviation from which all look again. */
  readonly deviation: number;
  /** A distance of one judge from the median from which all look again. */
  readonly fromMedian: number;
  /** The extra judge's total and one this near agree; the mean of those that agree is final. */
  readonly tolerance: number;
};

export type AwardTier = {
  readonly code: string;
  readonly name: string;
  readonly perCategory:
    | { readonly kind: 'count'; readonly value: number }
    | { readonly kind: 'ratio'; readonly perCent: number };
  readonly rounding: 'floor' | 'ceil' | 'half-up' | 'hamilton';
  /** Hundredths; nothing below it is selected (宁缺毋滥). */
  readonly minScore: number | null;
};
