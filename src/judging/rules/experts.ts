import type { StateTable } from '../../platform/pure/decision.js';

export const expertKinds = [
  'front-line',
  'university',
  'research',
  'office',
  'retired',
  'other',
] as const;
/** Where an expert works: a school, a university, a research body, an authority. */
export type ExpertKind = (typeof expertKinds)[number];

/** The words for kinds in sheets that people fill in. */
export const kindWords: Readonly<Record<ExpertKind, string>> = {
  'front-line': '中小学一线',
  university: '高校',
  research: '教科研机构',
  office: '机关',
  retired: '退休',
  other: '其他',
};

export const expertStates = ['active', 'paused', 'removed'] as const;
export type ExpertState = (typeof expertStates)[number];
export type ExpertAction = 'pause' | 'resume' | 'remove';

/** Whoever was removed comes back by resuming, with a reason. */
export const expertStateTable: StateTable<ExpertState, ExpertAction> = {
  active: { pause: 'paused', remove: 'removed' },
  paused: { resume: 'active', remove: 'removed' },
  removed: { resume: 'active' },
};

export const stateWords: Readonly<Record<ExpertState, string>> = {
  active: '在库',
  paused: '暂停',
  removed: '已出库',
};
