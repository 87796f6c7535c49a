import type { CategoryCode } from '../shapes.js';

/** Contributors' posts: the first contributor leads, the others work. */
export const leadingPosts = [
  '党总支书记、校长',
  '党支部书记',
  '党总支副书记',
  '副校长',
  '德育副校长',
];
export const workingPosts = [
  '教务主任',
  '德育主任',
  '办公室主任',
  '年级组长',
  '教研组长',
  '班主任',
  '教师',
];

export const schoolTitles = ['正高级教师', '高级教师', '特级教师'];
export const academicTitles = ['教授', '副教授', '研究员', '副研究员'];

/** The severities of a category's fifteen judges in points: quantiles of N(0, 3), so that their mean is nought. */
export const severities = [
  -5.5, -3.84, -2.9, -2.18, -1.57, -1.02, -0.5, 0, 0.5, 1.02, 1.57, 2.18, 2.9, 3.84, 5.5,
];

export const expertise: Readonly<Record<CategoryCode, readonly string[]>> = {
  DY: ['德育', '思想政治教育', '心理健康', '少先队工作', '劳动教育', '家庭教育'],
  SD: ['师德师风', '教师发展', '教育评价', '教育法治', '班主任工作', '组织建设'],
  JX: ['课程教学', '学科教研', '教育信息化', '学前教育', '职业教育', '质量监测'],
};

/** Fictional employers of judges who belong to no prefecture. */
export const provincialUnits = [
  '湘桐师范学院',
  '潇岚教育学院',
  '省教育科学研究中心',
  '楚麓大学教育学院',
];
