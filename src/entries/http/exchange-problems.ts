import type { Problem } from '../../platform/http/problems.js';
import type { ExchangeRefusal } from '../rules/refusals.js';

/** What exports and imports refuse, and what to do then. */
export const exchangeProblems = {
  'nothing-to-pack': {
    status: 409,
    title: '没有可以打包的案例',
    detail: '该范围内还没有进入推荐名单的案例，请选择其他推荐单位或稍后再试。',
  },
  'sheet-rows-wrong': {
    status: 422,
    title: '表格中有需要修改的行',
    detail: '没有导入任何一行。请按提示修改表格后重新上传。',
  },
} as const satisfies Record<ExchangeRefusal, Problem>;
