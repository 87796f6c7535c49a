import type { Problem } from '../../platform/http/problems.js';
import type { NotificationsRefusal } from '../rules/refusals.js';

export const notificationsProblems = {
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
} as const satisfies Record<NotificationsRefusal, Problem>;
