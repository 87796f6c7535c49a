import {
  activityNouns,
  nouns,
  type Aggregation,
  type AttachmentRule,
  type AwardTier,
  type Criterion,
  type FieldDef,
  type Indicator,
  type Rubric,
  type SelectionConfig,
  type SpreadFlow,
  type StageDef,
  type TieStep,
} from './config.js';
import { recusalKinds, type RecusalRules, strictnesses } from './recusal-rules.js';
import {
  byTag,
  dictionary,
  flag,
  list,
  oneOf,
  orNull,
  orWord,
  record,
  type Shape,
  text,
  whole,
} from './shape.js';

type Weighted = Extract<Rubric, { kind: 'weighted' }>;
type Checklist = Exclude<Rubric, Weighted>;
type Member<Key extends keyof SelectionConfig> = NonNullable<SelectionConfig[Key]>;

const points = whole(0, 100_000);
const percent = whole(0, 100);
const strict = oneOf(...strictnesses);
const words = whole(0, 100_000);
const key = text(40, /^[a-zA-Z][a-zA-Z0-9-]*$/);
const code = text(12, /^[A-Z][A-Z0-9-]*$/);
const label = text(80);
const prose = text(2000);

const field = record<FieldDef>(
  {
    key,
    label,
    note: prose,
    kind: oneOf(
      ...['text', 'long-text', 'section', 'choice', 'number', 'date'],
      ...['people', 'keywords', 'attestation'],
    ),
    required: flag,
    minWords: words,
    maxWords: words,
    tolerance: percent,
    choices: list(label, 2, 100),
    minItems: whole(0, 50),
    maxItems: whole(1, 50),
    identifying: flag,
  },
  ['note', 'minWords', 'maxWords', 'tolerance', 'choices', 'minItems', 'maxItems'],
);

const attachment = record<AttachmentRule>({
  key,
  label,
  accept: list(oneOf('docx', 'pdf', 'jpg', 'png'), 1, 4),
  min: whole(0, 50),
  max: whole(1, 50),
  maxBytes: whole(1, 1024 ** 3),
  judgesSee: flag,
});

const stage = record<StageDef>({
  key,
  name: label,
  kind: oneOf(
    ...['collect', 'formal', 'self_score', 'superior_score', 'expert_online', 'expert_meeting'],
    ...['site_visit', 'survey', 'peer', 'spot_check', 'deliberation', 'publicity', 'publish'],
    ...['certify', 'compile', 'renewal'],
  ),
});

const criterion = record<Criterion>({
  key,
  name: label,
  max: whole(1, 100_000),
  anchors: list(record<Criterion['anchors'][number]>({ band: label, text: prose }), 0, 10),
});

const indicator = record<Indicator>({
  code: text(20),
  name: text(400),
  points,
  parentCode: orNull(text(20)),
  method: oneOf('材料', '实地', '问卷', '数据'),
  evidenceRequired: flag,
  scale: oneOf('ABCD', 'number', 'bool'),
  veto: flag,
});

const checklist = record<Checklist>({
  kind: oneOf('letter', 'checklist', 'points_plus_minus'),
  indicators: list(indicator, 1, 400),
  bonusCap: points,
});

const rubric = byTag('kind', {
  weighted: record<Weighted>({
    kind: oneOf('weighted'),
    step: whole(1, 10_000),
    criteria: list(criterion, 1, 20),
    vetoes: list(record<Weighted['vetoes'][number]>({ code, text: prose }), 0, 20),
    comment: record<Weighted['comment']>({
      minWords: words,
      fromTotal: points,
      belowTotal: points,
    }),
  }),
  letter: checklist,
  checklist,
  points_plus_minus: checklist,
});

type Trim = Extract<Aggregation['method'], { kind: 'trim' }>;
type Plain = Exclude<Aggregation['method'], Trim>;
const plain = record<Plain>({ kind: oneOf('mean', 'median') });
const tieBreaks = [
  'untrimmed-mean',
  'lower-spread',
  'strong-recommendations',
  'recommend-rank',
  'lot',
] as const;
const tieStep = byTag('by', {
  criterion: record<Extract<TieStep, { by: 'criterion' }>>({ by: oneOf('criterion'), key }),
  ...Object.fromEntries(
    tieBreaks.map((by): [string, Shape] => [by, record<{ by: string }>({ by: oneOf(by) })]),
  ),
});

const aggregation = record<Aggregation>({
  method: byTag('kind', {
    mean: plain,
    median: plain,
    trim: record<Trim>({ kind: oneOf('trim'), high: oneOf(1), low: oneOf(1) }),
  }),
  decimals: oneOf(2),
  carryOver: orWord(
    'none',
    record<Exclude<Aggregation['carryOver'], 'none'>>({ weightPercent: percent }),
  ),
  tieChain: list(tieStep, 1, 20),
  spread: record<Aggregation['spread']>(
    {
      warn: points,
      recheck: points,
      arbitrate: points,
      flow: record<SpreadFlow>({ deviation: points, fromMedian: points, tolerance: points }),
    },
    ['flow'],
  ),
});

const award = record<AwardTier>({
  code: key,
  name: label,
  perCategory: byTag('kind', {
    count: record<Extract<AwardTier['perCategory'], { kind: 'count' }>>({
      kind: oneOf('count'),
      value: whole(0, 10_000),
    }),
    ratio: record<Extract<AwardTier['perCategory'], { kind: 'ratio' }>>({
      kind: oneOf('ratio'),
      perCent: percent,
    }),
  }),
  rounding: oneOf('floor', 'ceil', 'half-up', 'hamilton'),
  minScore: orNull(points),
});

/** The whole shape of version 1. */
export const configShape = record<SelectionConfig>({
  version: oneOf(1),
  templateKey: key,
  noun: oneOf(...nouns),
  activityNoun: oneOf(...activityNouns),
  subjectType: oneOf('case', 'org', 'branch', 'lecture', 'person'),
  chain: list(oneOf('school', 'county', 'prefecture'), 1, 3),
  direct: list(oneOf('province-direct'), 0, 1),
  categories: list(
    record<Member<'categories'>[number]>({ code, name: label, rubricKey: key }),
    1,
    20,
  ),
  fields: list(field, 0, 60),
  bodyMaxWords: orNull(whole(1, 100_000)),
  bodyTolerance: percent,
  attachments: list(attachment, 0, 20),
  quota: record<Member<'quota'>>({
    mode: oneOf('table', 'formula', 'none'),
    perCategory: flag,
    unusedAllowed: flag,
  }),
  stages: list(stage, 1, 20),
  rubrics: dictionary(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, rubric),
  aggregation,
  anonymity: oneOf('none', 'title', 'full'),
  recusal: record<Member<'recusal'>>(
    {
      samePrefecture: flag,
      sameUnit: flag,
      strictness: record<RecusalRules>(
        {
          'same-unit': strict,
          'same-prefecture': strict,
          'own-unit-in-category': strict,
          'took-part': strict,
        },
        [...recusalKinds],
      ),
      years: whole(0, 50),
    },
    ['strictness'],
  ),
  panel: record<Member<'panel'>>({ perEntry: whole(1, 15), reservePercent: percent }),
  sampling: orNull(
    record<Member<'sampling'>>({ percent, min: whole(0, 10_000), collectiveFail: flag }),
  ),
  awards: list(award, 1, 10),
  orgAward: orNull(record<Member<'orgAward'>>({ formula: prose })),
  publicity: record<Member<'publicity'>>({
    amount: whole(1, 90),
    unit: oneOf('workday', 'calendar-day'),
    countFirstDay: flag,
    preReview: flag,
  }),
  title: orNull(record<Member<'title'>>({ validYears: whole(1, 50), midterm: flag })),
  compare: record<Member<'compare'>>({ yearOverYear: flag }),
  documents: list(label, 0, 50),
  retention: list(
    record<Member<'retention'>[number]>({
      what: label,
      years: orWord('permanent', whole(1, 100)),
    }),
    0,
    20,
  ),
});
