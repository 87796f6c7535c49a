import type { Problem } from '../../platform/http/problems.js';
import type { AnnouncementRefusal } from '../rules/refusals.js';

export const announcementProblems = {
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'wrong-state': {
    status: 409,
    title: '当前不能发布',
    detail: '结果经两人复核后才能公示，公示期满后才能公布。请先完成上一步。',
  },
  'starts-in-past': {
    status: 422,
    title: '起始日期已过',
    detail: '公示起始日期不能早于今天（北京时间），请重新选择。',
  },
  'calendar-not-covered': {
    status: 409,
    title: '放假安排尚未公布',
    detail:
      '公示期涉及的年份还没有国务院放假安排，无法推算工作日。请自行核定截止日期并勾选确认后再发布。',
  },
  'end-needed': {
    status: 422,
    title: '缺少截止日期',
    detail: '该年份没有放假安排，请填写由您核定的公示截止日期。',
  },
  'end-too-early': {
    status: 422,
    title: '截止日期过早',
    detail: '公示截止日期不能早于按自然日计算的最短公示期，请重新填写。',
  },
  'notice-running': {
    status: 409,
    title: '公示期未满',
    detail: '公示截止日当天 24:00（北京时间）之后才能公布结果。',
  },
} as const satisfies Record<AnnouncementRefusal, Problem>;
