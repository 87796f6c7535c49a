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
} as const satisfies Record<ProgrammesRefusal, Problem>;
