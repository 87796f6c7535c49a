/** What a module says for one of its refusals: the status and a sentence that says what to do next. */
export type Problem = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
};

const registry = new Map<string, Problem>();

/** Gives each refusal of a module its status and words; called where the module is wired. */
export function defineProblems(module: string, problems: Readonly<Record<string, Problem>>): void {
  for (const [code, problem] of Object.entries(problems))
    registry.set(`${module}.${code}`, problem);
}

export const problemOf = (code: string): Problem | undefined => registry.get(code);

/** Refusals of the house itself. */
export const platformProblems = {
  'bad-form': { status: 422, title: '填写有误', detail: '请按提示修改后重新提交。' },
  'bad-request': { status: 400, title: '请求有误', detail: '请刷新页面后重试。' },
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'no-session': { status: 401, title: '请登录', detail: '登录已过期或尚未登录，请登录后继续。' },
  'no-right': {
    status: 403,
    title: '没有权限',
    detail: '您当前的身份不能进行此操作，请联系管理员或切换身份。',
  },
  'foreign-origin': { status: 403, title: '请求被拒绝', detail: '请从本系统的页面操作。' },
  'version-required': { status: 428, title: '缺少版本', detail: '请刷新页面后重试。' },
  'changed-since': {
    status: 412,
    title: '内容已变化',
    detail: '您打开之后该项已被修改，请刷新查看最新内容后再试。',
  },
  'too-large': { status: 413, title: '内容过大', detail: '提交的内容超过上限，请减小后重试。' },
  'bad-type': { status: 415, title: '格式不支持', detail: '请以 UTF-8 编码的 JSON 提交。' },
  'upload-broken': {
    status: 400,
    title: '文件没有收全',
    detail: '上传在中途断开或格式有误，什么都没有保存。请检查网络后重新选择文件上传。',
  },
  'tus-version': {
    status: 412,
    title: '上传协议版本不符',
    detail: '请刷新页面后重新上传；已经传到的部分不会丢失。',
  },
  'upload-header': {
    status: 400,
    title: '上传请求有误',
    detail: '缺少文件大小、文件名或续传位置，或写法有误。请刷新页面后重新选择文件上传。',
  },
  'too-many': { status: 429, title: '请求过于频繁', detail: '请稍候再试。' },
  'sheet-unreadable': {
    status: 422,
    title: '无法读取表格',
    detail: '文件不是可以读取的 xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。',
  },
  'sheet-too-large': {
    status: 413,
    title: '表格过大',
    detail: '表格超过 5 MB 或展开后过大，请删去图片和多余的工作表后重新上传。',
  },
  'sheet-empty': {
    status: 422,
    title: '表格中没有数据',
    detail: '第一张工作表应有表头和至少一行数据，请填写后重新上传。',
  },
  'sheet-too-many-rows': {
    status: 422,
    title: '行数过多',
    detail: '表格的行数超过一次可以导入的上限，请分成几个文件上传。',
  },
  'sheet-columns': {
    status: 422,
    title: '缺少列',
    detail: '表头中缺少必须的列，请从模板复制表头后重新上传。',
  },
  unavailable: {
    status: 503,
    title: '服务暂不可用',
    detail: '系统正在恢复，请稍候再试。您已保存的内容不会丢失。',
  },
  bug: {
    status: 500,
    title: '系统出错',
    detail: '出现了意外错误，请把下面的编号告诉管理员。您已保存的内容不会丢失。',
  },
} as const satisfies Record<string, Problem>;

defineProblems('platform', platformProblems);
