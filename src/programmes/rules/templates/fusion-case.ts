import type { SelectionConfig } from '../config.js';
import { fusionAttachments, fusionFields } from './fusion-fields.js';
import { fusionRubric } from './fusion-rubric.js';
import type { Template } from './template.js';

const config: SelectionConfig = {
  version: 1,
  templateKey: 'fusion-case',
  noun: '案例',
  activityNoun: '遴选',
  subjectType: 'case',
  chain: ['school', 'county', 'prefecture'],
  direct: ['province-direct'],
  categories: [
    { code: 'DY', name: '党建+德育工作', rubricKey: 'fusion-dy' },
    { code: 'SD', name: '党建+师德师风', rubricKey: 'fusion-sd' },
    { code: 'JX', name: '党建+教学实践', rubricKey: 'fusion-jx' },
  ],
  fields: fusionFields,
  bodyMaxWords: 3000,
  bodyTolerance: 10,
  attachments: fusionAttachments,
  quota: { mode: 'table', perCategory: true, unusedAllowed: true },
  stages: [
    { key: 'collect', kind: 'collect', name: '申报与推荐' },
    { key: 'formal', kind: 'formal', name: '形式审查' },
    { key: 'online', kind: 'expert_online', name: '专家匿名评审' },
    { key: 'deliberation', kind: 'deliberation', name: '集体审定' },
    { key: 'publicity', kind: 'publicity', name: '公示' },
    { key: 'publish', kind: 'publish', name: '公布结果' },
  ],
  rubrics: {
    'fusion-dy': fusionRubric('DY'),
    'fusion-sd': fusionRubric('SD'),
    'fusion-jx': fusionRubric('JX'),
  },
  aggregation: {
    method: { kind: 'trim', high: 1, low: 1 },
    decimals: 2,
    carryOver: 'none',
    tieChain: [
      { by: 'criterion', key: 'fusion' },
      { by: 'criterion', key: 'innovation' },
      { by: 'criterion', key: 'effect' },
      { by: 'untrimmed-mean' },
      { by: 'lower-spread' },
      { by: 'strong-recommendations' },
      { by: 'recommend-rank' },
      { by: 'lot' },
    ],
    spread: { warn: 1200, recheck: 1500, arbitrate: 2000 },
  },
  anonymity: 'full',
  recusal: { samePrefecture: true, sameUnit: true, years: 3 },
  panel: { perEntry: 5, reservePercent: 40 },
  sampling: null,
  awards: [
    {
      code: 'model',
      name: '精品案例',
      perCategory: { kind: 'count', value: 10 },
      rounding: 'floor',
      minScore: 7500,
    },
  ],
  orgAward: null,
  publicity: { amount: 5, unit: 'workday', countFirstDay: false, preReview: false },
  title: null,
  compare: { yearOverYear: false },
  documents: [],
  retention: [
    { what: '评审结果与公示材料', years: 'permanent' },
    { what: '评分表与分配记录', years: 10 },
    { what: '操作审计记录', years: 3 },
    { what: '未入选申报材料', years: 2 },
  ],
};

/** 党建+教育教学深度融合精品案例遴选: written cases, read blind by five judges, one round. */
export const fusionCase: Template = {
  key: 'fusion-case',
  name: '党建与教育教学深度融合精品案例遴选',
  description: '学校逐级申报，市州按名额推荐，五位专家匿名评审，去掉一个最高分和一个最低分。',
  config,
};
