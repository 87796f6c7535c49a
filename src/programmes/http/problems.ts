import type { Problem } from '../../platform/http/problems.js';
import type { ProgrammesRefusal } from '../rules/refusals.js';

export const programmesProblems = {
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'wrong-state': {
    status: 409,
    title: '当前阶段不能进行',
    detail: '该活动所处的阶段不允许此操作，请刷新页面查看当前阶段。',
  },
  'unknown-template': {
    status: 422,
    title: '模板不存在',
    detail: '未找到该模板，请从模板列表中选择。',
  },
  'slug-taken': {
    status: 409,
    title: '网址标识已被使用',
    detail: '该网址标识已用于另一项活动，请换一个。',
  },
  'windows-disordered': {
    status: 422,
    title: '时间安排有矛盾',
    detail: '申报应先于推荐截止，推荐截止应先于评审开始，每段开始应早于结束，请调整时间。',
  },
  'config-invalid': {
    status: 422,
    title: '评选规则有矛盾',
    detail: '规则中有缺漏或互相矛盾之处，请按提示修改后再试。',
  },
  'category-holds-places': {
    status: 409,
    title: '要去掉的类别已分配名额',
    detail: '去掉类别时，已分配给该类别的名额一并去掉。请确认后再保存，或保留该类别。',
  },
  'unknown-award': { status: 422, title: '奖项不存在', detail: '该活动没有这一奖项，请核对代码。' },
  'unknown-unit': {
    status: 422,
    title: '推荐单位不存在',
    detail: '名额只能分配给市州或省直推荐单位，请核对单位代码。',
  },
  'unknown-category': {
    status: 422,
    title: '类别不存在',
    detail: '该活动没有这一类别，请核对类别代码。',
  },
  'quota-twice': {
    status: 422,
    title: '名额重复',
    detail: '同一单位同一类别出现了两次，请只保留一行。',
  },
  'quota-empty': {
    status: 409,
    title: '尚未分配名额',
    detail: '名额表合计为零，请先分配名额，再开放申报。',
  },
  'submission-over': {
    status: 409,
    title: '申报时间已过',
    detail: '申报截止时间已过，请先调整时间安排，再开放申报。',
  },
  'too-early': {
    status: 409,
    title: '时间未到',
    detail: '申报和推荐全部截止后才能开始形式审查。',
  },
  'nothing-changed': {
    status: 422,
    title: '没有变更内容',
    detail: '所填内容与现行规则相同，请先修改要变更的项目。',
  },
  'change-too-late': {
    status: 422,
    title: '有的项目已不能变更',
    detail: '已经开始或结束的阶段不能再变更，新的时间应晚于当前时间，请按提示修改。',
  },
  'change-open': {
    status: 409,
    title: '已有待确认的变更',
    detail: '同一活动一次只能有一项变更待确认，请先由另一人确认或退回，或由提出人撤回。',
  },
  'change-decided': {
    status: 409,
    title: '该变更已处理',
    detail: '该变更已确认、退回或撤回，请刷新页面查看结果。',
  },
  'change-outdated': {
    status: 409,
    title: '规则已有更新',
    detail: '该变更是按旧的规则提出的，不能再确认，请退回并重新提出。',
  },
  'second-person-needed': {
    status: 409,
    title: '须由另一人处理',
    detail: '变更须由提出人以外的管理员确认或退回，请另一人登录处理。',
  },
  'not-proposer': {
    status: 409,
    title: '只有提出人可以撤回',
    detail: '如不同意该变更，请写明原因退回。',
  },
  'no-revision': {
    status: 404,
    title: '没有这一版规则',
    detail: '请从变更记录中选择版本。',
  },
} as const satisfies Record<ProgrammesRefusal, Problem>;
