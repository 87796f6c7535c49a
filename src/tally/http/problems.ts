import type { Problem } from '../../platform/http/problems.js';
import type { TallyRefusal } from '../rules/refusals.js';

export const tallyProblems = {
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'not-verified': {
    status: 409,
    title: '结果尚未复核',
    detail: '计分结果须经两人复核后才能使用，请先完成复核。',
  },
  'wrong-state': {
    status: 409,
    title: '当前不能进行此操作',
    detail: '该计分记录或活动已进入其他阶段，请刷新页面查看最新状态。',
  },
  'no-closed-round': {
    status: 409,
    title: '评审尚未结束',
    detail: '评审轮次关闭后才能计分，请先关闭轮次。',
  },
  superseded: {
    status: 409,
    title: '已有更新的计分记录',
    detail: '该活动已重新计分，请查看并复核最新一次的结果。',
  },
  'tie-open': {
    status: 409,
    title: '并列未决',
    detail: '入选线两侧仍有并列，同分规则未能区分，不能复核通过。请按规则集体研究决定后重新计分。',
  },
  'second-person-needed': {
    status: 409,
    title: '须由另一人复核',
    detail: '您已确认过该结果，复核须由两名不同的管理员完成，请另一人登录确认。',
  },
  'recompute-differs': {
    status: 409,
    title: '重新计算的结果不一致',
    detail:
      '系统用当前评分表重新计算，与记录的结果不一致，已停止复核。请退回并重新计分，同时报告审计管理员。',
  },
  'sheets-at-fault': {
    status: 409,
    title: '评分表不完整',
    detail: '有参评项缺少有效评分表，或评分表缺项、超出分值，不能计分。请检查评审轮次。',
  },
} as const satisfies Record<TallyRefusal, Problem>;
