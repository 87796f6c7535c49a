import type { Problem } from '../../platform/http/problems.js';
import type { JudgingRefusal } from '../rules/refusals.js';

export const judgingProblems = {
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'wrong-state': {
    status: 409,
    title: '当前阶段不能进行',
    detail: '目前所处的阶段不允许此操作，请刷新页面查看最新状态。',
  },
  'code-taken': {
    status: 409,
    title: '评委编号已被使用',
    detail: '该编号已属于另一位评委，请换一个编号。',
  },
  'judge-in-other-category': {
    status: 409,
    title: '评委已在其他类别',
    detail: '一位评委在同一活动中只评一个类别，请从名单中删去该行。',
  },
  'unknown-category': {
    status: 422,
    title: '类别不存在',
    detail: '该活动没有这一类别，请核对类别代码。',
  },
  'rubric-not-weighted': {
    status: 409,
    title: '评分表不适用',
    detail: '该类别没有分项评分表，不能进行专家评分，请核对活动规则。',
  },
  'entries-undecided': {
    status: 409,
    title: '形式审查未完成',
    detail: '还有推荐材料没有作出形式审查决定，请先逐项处理，再准备评审。',
  },
  'no-entries': {
    status: 409,
    title: '没有可评的材料',
    detail: '还没有通过形式审查的材料，请先完成形式审查。',
  },
  'round-exists': {
    status: 409,
    title: '已有进行中的轮次',
    detail: '同一时间只能有一个评审轮次，请在现有轮次中操作。',
  },
  'not-enough-judges': {
    status: 409,
    title: '评委不足',
    detail: '扣除回避后，部分材料的评委不够，请按所列材料增补评委后重试。',
  },
  'assignment-unsound': {
    status: 409,
    title: '分配未通过校验',
    detail: '分配结果与回避或数量要求不符，没有保存，请联系管理员核对所列各项。',
  },
  'assignment-incomplete': {
    status: 409,
    title: '分配不完整',
    detail: '有材料缺少评委，或评委已退出、需要回避。请先“补齐缺口”或重新分配，再开始评分。',
  },
  'window-not-open': {
    status: 409,
    title: '评审时间未到',
    detail: '还没有到活动规定的评审开始时间，请届时再开始评分。',
  },
  'window-closed': {
    status: 409,
    title: '评审时间已过',
    detail: '活动规定的评审时间已经结束，不能再开始评分。',
  },
  'extension-not-later': {
    status: 422,
    title: '延长时间有误',
    detail: '新的截止时间应晚于现在，也晚于原截止时间，请重新填写。',
  },
  'judge-not-available': {
    status: 409,
    title: '评委未接受邀请',
    detail: '该评委尚未接受邀请或已经退出，请选择其他评委。',
  },
  'other-category': {
    status: 409,
    title: '类别不符',
    detail: '该评委评审的是其他类别，请选择本类别的评委。',
  },
  conflict: {
    status: 409,
    title: '应当回避',
    detail: '该评委与这份材料存在回避情形，不能分配，请选择其他评委。',
  },
  'had-before': {
    status: 409,
    title: '曾经分配过',
    detail: '该评委已有或曾有这份材料，同一材料不再分给同一人，请选择其他评委。',
  },
  'panel-full': {
    status: 409,
    title: '评委已满',
    detail: '这份材料的评委人数已满，不需要再增加。',
  },
  'round-not-open': {
    status: 409,
    title: '评分尚未开始',
    detail: '本轮评分尚未开始，请等待管理员通知。',
  },
  'round-closed': {
    status: 409,
    title: '评分已结束',
    detail: '本轮评分已经结束，不能再修改。您未保存的内容可先复制留存。',
  },
  late: {
    status: 409,
    title: '已过截止时间',
    detail: '本轮评分的截止时间已过，不能再保存。请复制留存未保存的内容并联系管理员。',
  },
  'sheet-signed': {
    status: 409,
    title: '已签名',
    detail: '该评分表已签名确认，不能再修改或回避。如有特殊情况请联系管理员。',
  },
  'sheet-closed': {
    status: 409,
    title: '评分表已收回',
    detail: '这份材料已不由您评审，请继续评审队列中的其他材料。',
  },
  'unknown-criterion': {
    status: 422,
    title: '评分项不存在',
    detail: '评分表中没有这一项，请刷新页面后重试。',
  },
  'score-off-step': {
    status: 422,
    title: '分值有误',
    detail: '分值应为规定步长的整数倍，请重新填写。',
  },
  'score-out-of-range': {
    status: 422,
    title: '分值超出范围',
    detail: '分值不能小于 0，也不能超过该项满分，请重新填写。',
  },
  'entries-lack-sheets': {
    status: 409,
    title: '有效评分不足',
    detail: '部分材料的已签评分表不够，请等待评委签名，或补齐评委后再结束本轮。',
  },
} as const satisfies Record<JudgingRefusal, Problem>;
