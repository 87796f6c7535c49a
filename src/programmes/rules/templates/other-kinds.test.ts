import { describe, expect, it } from 'vitest';
import type { Indicator, SelectionConfig } from '../config.js';
import { validateConfig } from '../validate-config.js';
import { fusionCase } from './fusion-case.js';

const indicator = (
  code: string,
  name: string,
  points: number,
  parentCode: string | null = null,
): Indicator => ({
  code,
  name,
  points,
  parentCode,
  method: '材料',
  evidenceRequired: parentCode !== null,
  scale: 'ABCD',
  veto: false,
});

/** 党支部“五化”建设: branches against a standard, with spot checks; one failing sample fails the unit. */
const wuhuaStar: SelectionConfig = {
  ...fusionCase.config,
  templateKey: 'wuhua-star',
  noun: '支部',
  activityNoun: '认定',
  subjectType: 'branch',
  categories: [
    { code: 'JZG', name: '教职工党支部', rubricKey: 'five-modules' },
    { code: 'ZXX', name: '中小学校（幼儿园）党支部', rubricKey: 'five-modules' },
  ],
  fields: [
    { key: 'branchName', label: '党支部全称', kind: 'text', required: true, identifying: true },
    { key: 'members', label: '党员人数', kind: 'number', required: true, identifying: false },
  ],
  bodyMaxWords: null,
  bodyTolerance: 0,
  attachments: [],
  quota: { mode: 'none', perCategory: false, unusedAllowed: true },
  stages: [
    { key: 'self', kind: 'self_score', name: '自评' },
    { key: 'superior', kind: 'superior_score', name: '上级复核' },
    { key: 'spot', kind: 'spot_check', name: '随机抽查' },
    { key: 'publish', kind: 'publish', name: '公布' },
  ],
  rubrics: {
    'five-modules': {
      kind: 'points_plus_minus',
      bonusCap: 1000,
      indicators: [
        indicator('M1', '支部设置标准化', 10_000),
        indicator('M1.1', '按期换届', 5000, 'M1'),
        indicator('M2', '组织生活正常化', 10_000),
        indicator('M3', '管理服务精细化', 10_000),
        indicator('M4', '工作制度体系化', 10_000),
        indicator('M5', '阵地建设规范化', 10_000),
      ],
    },
  },
  aggregation: {
    ...fusionCase.config.aggregation,
    method: { kind: 'mean' },
    tieChain: [{ by: 'recommend-rank' }],
  },
  anonymity: 'none',
  panel: { perEntry: 2, reservePercent: 0 },
  sampling: { percent: 10, min: 5, collectiveFail: true },
  awards: [
    {
      code: 'model',
      name: '样板支部',
      perCategory: { kind: 'ratio', perCent: 10 },
      rounding: 'floor',
      minScore: 9000,
    },
    {
      code: 'excellent',
      name: '优秀支部',
      perCategory: { kind: 'ratio', perCent: 30 },
      rounding: 'half-up',
      minScore: 9000,
    },
  ],
  title: { validYears: 2, midterm: true },
  compare: { yearOverYear: true },
};

/** 优秀党课: talks scored live, lots for the order, the highest and the lowest dropped. */
const partyLecture: SelectionConfig = {
  ...fusionCase.config,
  templateKey: 'party-lecture',
  noun: '作品',
  activityNoun: '评选',
  subjectType: 'lecture',
  categories: [{ code: 'DK', name: '优秀党课', rubricKey: 'lecture' }],
  fields: [
    { key: 'videoLink', label: '视频链接', kind: 'text', required: true, identifying: false },
    {
      key: 'speaker',
      label: '主讲人',
      kind: 'people',
      required: true,
      maxItems: 1,
      identifying: true,
    },
  ],
  bodyMaxWords: null,
  stages: [
    { key: 'preliminary', kind: 'expert_online', name: '初赛' },
    { key: 'final', kind: 'expert_meeting', name: '决赛' },
    { key: 'publicity', kind: 'publicity', name: '公示' },
  ],
  rubrics: {
    lecture: {
      kind: 'weighted',
      step: 10,
      criteria: [
        { key: 'content', name: '讲课内容', max: 6000, anchors: [] },
        { key: 'expression', name: '语言表达', max: 3000, anchors: [] },
        { key: 'bearing', name: '仪表形象', max: 1000, anchors: [] },
      ],
      vetoes: [],
      comment: { minWords: 0, fromTotal: 10_000, belowTotal: 0 },
    },
  },
  aggregation: {
    ...fusionCase.config.aggregation,
    carryOver: { weightPercent: 40 },
    tieChain: [{ by: 'criterion', key: 'content' }, { by: 'untrimmed-mean' }, { by: 'lot' }],
  },
  anonymity: 'title',
  panel: { perEntry: 7, reservePercent: 20 },
};

describe('the shape of the rules', () => {
  it.each([
    ['a case written and read blind', fusionCase.config],
    ['a branch measured against a standard', wuhuaStar],
    ['a lecture scored as it is given', partyLecture],
  ])('holds %s', (_what, config) => {
    expect(validateConfig(structuredClone(config))).toEqual({ ok: true, config });
  });

  it('has no parent that stands after its child, so that trees have roots', () => {
    const config = structuredClone(wuhuaStar) as unknown as {
      rubrics: { 'five-modules': { indicators: Indicator[] } };
    };
    config.rubrics['five-modules'].indicators.reverse();
    expect(validateConfig(config)).toEqual({
      ok: false,
      problems: [{ path: '/rubrics/five-modules/indicators/4/parentCode', code: 'unknown-parent' }],
    });
  });
});
