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
  'run-under-way': {
    status: 409,
    title: '正在分配',
    detail: '本轮已有一次分配正在计算。请等它完成，或先取消它，再重新发起。',
  },
  'run-outdated': {
    status: 409,
    title: '情况已有变化',
    detail: '计算之后，材料、评委或回避情形有了变化，这次结果不能启用。请重新分配。',
  },
  'run-not-newest': {
    status: 409,
    title: '不是最近一次分配',
    detail: '只能撤销最近一次启用的分配。请先撤销在它之后启用的分配。',
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
  'conflict-binds': {
    status: 409,
    title: '不能排除',
    detail: '这是评委本人申报的情形，或规则规定必须回避的情形，不能排除。请为材料另选评委。',
  },
  'conflicts-with-all': {
    status: 409,
    title: '该评委须回避全部材料',
    detail:
      '所列人选与该类别的全部材料都存在回避情形，邀请后也无法分配，请从名单中删去或更换人选。',
  },
  'conflicts-proposed': {
    status: 409,
    title: '有待认定的回避',
    detail: '已分配的评委中有待认定的回避情形。请先在“回避”中逐项认定或排除，再开始评分。',
  },
  'signed-before-recusal': {
    status: 409,
    title: '评委已签名',
    detail:
      '该评委已对所列材料签名，签名后不能直接收回。请先在“进度监控”的“解除签名”中解除签名，再办理回避。',
  },
  'unknown-case-nos': {
    status: 422,
    title: '编号有误',
    detail: '所列编号不是该评委所评类别中通过形式审查的材料，请核对后重新填写。',
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
  'sheet-not-signed': {
    status: 409,
    title: '没有已签名的评分表',
    detail: '该评委对这份材料没有已签名的评分表，请核对材料编号和评委后重试。',
  },
  'too-many-problems': {
    status: 409,
    title: '已有多个问题等待处理',
    detail: '您对这份材料反映的问题还在处理中，请等待答复后再反映新的问题。',
  },
  'unlock-pending': {
    status: 409,
    title: '已有待批准的申请',
    detail: '这份评分表已有一份解除签名的申请，请由另一位管理员批准，或先撤下原申请。',
  },
  'same-person': {
    status: 409,
    title: '须由另一人批准',
    detail: '申请人不能批准自己的申请，请由另一位管理员输入密码批准。',
  },
  'spreads-open': {
    status: 409,
    title: '还有评分分歧未了结',
    detail: '有材料的评委评分相差较大，正在复看、加评或等待组长裁定。了结之后即可结束本轮。',
  },
  'value-out-of-range': {
    status: 422,
    title: '分数超出评委评分范围',
    detail: '裁定分数应在各位评委的最低分与最高分之间，请重新填写。',
  },
  'unlock-expired': {
    status: 409,
    title: '申请已过期',
    detail: '申请须在 24 小时内批准。请撤下这份申请，如仍需要，请重新提出。',
  },
  'experts-wrong': {
    status: 422,
    title: '专家名单有误',
    detail: '名单中有需要修改的单元格，没有导入任何一行。请按所列各处修改后重新上传。',
  },
  'file-missing': {
    status: 422,
    title: '没有收到文件',
    detail: '请选择一个 .xlsx 文件后再上传。',
  },
} as const satisfies Record<JudgingRefusal, Problem>;
