import type { Problem } from '../../platform/http/problems.js';
import type { IdentityRefusal } from '../rules/refusals.js';

export const identityProblems = {
  'wrong-credentials': {
    status: 401,
    title: '登录失败',
    detail: '邮箱或密码不正确，请核对后重试；忘记密码请联系本单位管理员重发登录链接。',
  },
  'wrong-password': {
    status: 422,
    title: '密码不正确',
    detail: '请输入您本人的登录密码后再确认；尚未办理任何事项。',
  },
  'too-many-attempts': {
    status: 429,
    title: '尝试次数过多',
    detail: '该账号 15 分钟内尝试过多，请稍后再试，或联系安全管理员。',
  },
  'link-not-valid': {
    status: 404,
    title: '链接无效',
    detail: '该链接已使用、已过期或不正确，请向管理员索取新的链接。',
  },
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'role-not-held': {
    status: 403,
    title: '没有可用身份',
    detail: '您目前没有可用的身份，请联系安全管理员。',
  },
  'unknown-organisation': {
    status: 422,
    title: '单位不存在',
    detail: '未找到该单位代码，请核对后重试。',
  },
  'unknown-person': {
    status: 422,
    title: '人员不存在',
    detail: '未找到该邮箱对应的人员，请先由系统管理员导入人员。',
  },
  'role-needs-kind': {
    status: 422,
    title: '身份与单位不符',
    detail: '该身份不能授予这一级单位，请核对单位代码。',
  },
  'roles-exclude-each-other': {
    status: 409,
    title: '身份互斥',
    detail: '系统、安全、审计三类管理员不能由同一人担任，请改授他人。',
  },
  'email-taken': { status: 409, title: '邮箱已存在', detail: '该邮箱已登记，请直接为其授予身份。' },
  'parent-missing': {
    status: 422,
    title: '缺少上级单位',
    detail: '请先导入上级单位，或核对上级单位代码。',
  },
  'person-disabled': {
    status: 409,
    title: '账号已停用',
    detail: '该人员的账号已停用，请先由系统管理员恢复账号。',
  },
  'own-account': {
    status: 409,
    title: '不能停用自己',
    detail: '不能停用自己的账号，请由另一位系统管理员办理。',
  },
  'own-role': {
    status: 409,
    title: '不能办理自己的身份',
    detail: '不能给自己授予或撤销身份，请由另一位安全管理员办理。',
  },
  'last-administrator': {
    status: 409,
    title: '最后一位管理员',
    detail: '系统、安全、审计三类管理员各须至少有一人，请先为他人授予该身份。',
  },
  'already-so': {
    status: 409,
    title: '已经办理',
    detail: '该项已由他人办理，请刷新查看最新情况。',
  },
  'invitations-wrong': {
    status: 422,
    title: '名单中有需要修改的地方',
    detail: '没有邀请任何人。请按提示修改后重新提交。',
  },
  'link-not-shown': {
    status: 409,
    title: '不能显示链接',
    detail: '该人员已经启用账号，只能通过邮件重新发送链接。',
  },
  'acts-elsewhere': {
    status: 409,
    title: '该人员还有其他身份',
    detail: '该人员在本单位管辖范围以外还有身份，请由系统管理员重发链接。',
  },
  'file-missing': { status: 422, title: '没有文件', detail: '请选择要上传的 xlsx 表格。' },
  'password-too-short': {
    status: 422,
    title: '密码过短',
    detail: '密码至少 12 个字符，可以使用一句话。',
  },
  'password-too-long': { status: 422, title: '密码过长', detail: '密码最多 128 个字符。' },
  'password-is-address': {
    status: 422,
    title: '密码不安全',
    detail: '密码不能包含邮箱用户名，请更换。',
  },
} as const satisfies Record<IdentityRefusal, Problem>;
