import type { Problem } from '../../platform/http/problems.js';
import type { CheckRefusal } from '../rules/refusals.js';

/** What the formal check refuses, and what to do then. */
export const checkProblems = {
  'unknown-check-item': {
    status: 422,
    title: '没有该审查项',
    detail: '本次活动的形式审查清单中没有该项，请刷新页面后再试。',
  },
  'mark-needs-note': {
    status: 422,
    title: '请说明理由',
    detail: '认定不符合，或与自动检查结论不同，都须写明理由。',
  },
  'check-items-failing': {
    status: 409,
    title: '清单中有不符合的项',
    detail: '请先要求补正，或逐项写明认定符合的理由，再作通过决定；也可以不予通过。',
  },
  'check-items-open': {
    status: 409,
    title: '清单中有尚未核对的项',
    detail: '有的项只能由人核对，请逐项核对，或确认其余各项均符合后再通过。',
  },
  'correction-running': {
    status: 409,
    title: '补正期限未到',
    detail: '已给予补正时间，期限届满前不能不予通过；如不再等待，请先收回补正要求。',
  },
  'due-passed': {
    status: 422,
    title: '补正期限已过',
    detail: '补正期限应晚于现在（以服务器时间为准），请重新选择。',
  },
  'due-after-judging': {
    status: 422,
    title: '补正期限过晚',
    detail: '补正期限不能晚于评审开始时间，请选择更早的时间。',
  },
  'due-not-later': {
    status: 422,
    title: '没有延长',
    detail: '新的补正期限应晚于原来的期限，请重新选择。',
  },
  'selection-empty': {
    status: 409,
    title: '没有可以办理的案例',
    detail: '所选条件下没有可以这样办理的案例，请调整条件或先处理清单中的问题。',
  },
  'selection-changed': {
    status: 409,
    title: '所选案例已有变化',
    detail: '预览之后案例有变化，没有办理任何一件。请查看变化并重新预览。',
  },
} as const satisfies Record<CheckRefusal, Problem>;
