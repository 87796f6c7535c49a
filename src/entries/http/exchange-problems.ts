import type { Problem } from '../../platform/http/problems.js';
import type { ExchangeRefusal } from '../rules/refusals.js';

/** What exports and imports refuse, and what to do then. */
export const exchangeProblems = {
  'nothing-to-pack': {
    status: 409,
    title: '没有可以打包的案例',
    detail: '该范围内还没有进入推荐名单的案例，请选择其他推荐单位或稍后再试。',
  },
  'document-without-text': {
    status: 422,
    title: '没有读到文字',
    detail: '该文件中没有可以导入的文字（可能全是图片或文本框），请在 Word 中核对后重新选择。',
  },
  'document-too-long': {
    status: 413,
    title: '文件文字过多',
    detail: '该文件的文字远超表格所需，没有导入。请只保留本案例的正文后重新选择。',
  },
  'sheet-rows-wrong': {
    status: 422,
    title: '表格中有需要修改的行',
    detail: '没有导入任何一行。请按提示修改表格后重新上传。',
  },
} as const satisfies Record<ExchangeRefusal, Problem>;
