import type { Problem } from '../../platform/http/problems.js';
import type { FileRefusal, UploadRefusal } from '../rules/refusals.js';

const file = (title: string, detail: string): Problem => ({ status: 422, title, detail });

/** What is said of a file that is not taken. */
export const fileProblems = {
  'file-kind-not-accepted': {
    status: 415,
    title: '文件格式不接受',
    detail: '该材料不接受这种格式，请按材料说明中的格式重新保存后上传。',
  },
  'file-kind-mismatch': {
    status: 415,
    title: '文件内容与扩展名不符',
    detail: '文件内容不是其扩展名所示的格式，请用原软件“另存为”正确的格式后上传。',
  },
  'file-empty': file('文件为空', '该文件没有内容，请检查后重新上传。'),
  'file-damaged': file('文件已损坏', '文件不完整或已损坏，请用原软件打开并另存后重新上传。'),
  'file-encrypted': file(
    '文件已加密或为旧版格式',
    '请取消密码保护；旧版 .doc 请另存为 .docx 后上传。',
  ),
  'file-has-macros': file(
    '文件含有宏',
    '为保证安全不接受含宏的文档，请另存为不含宏的 .docx 后上传。',
  ),
  'file-has-objects': file(
    '文件嵌入了对象',
    '文档中嵌入了其他文件或对象，请改为图片或文字后上传。',
  ),
  'file-has-links': file(
    '文件引用了外部内容',
    '文档引用了外部的模板或图片，请将图片“嵌入”文档、改用默认模板后上传。',
  ),
  'file-has-scripts': file(
    '文件含有脚本或动作',
    '文件中含有可自动执行的内容，请用“打印为 PDF”重新生成，或删除域代码后上传。',
  ),
  'file-has-embedded-files': file(
    'PDF 中夹带附件',
    '请用“打印为 PDF”重新生成不带附件的 PDF 后上传。',
  ),
  'file-unpacks-too-large': file(
    '文件展开后过大',
    '文件展开后的内容或图片尺寸超过上限，请压缩图片后重新上传。',
  ),
  'file-has-virus': file(
    '文件含有病毒',
    '病毒扫描在文件中发现了病毒，文件已删除。请在本机杀毒后，从干净的原稿重新生成并上传。',
  ),
} as const satisfies Record<FileRefusal, Problem>;

/** What is said of the sending itself. */
export const uploadProblems = {
  'upload-offset': {
    status: 409,
    title: '续传位置不符',
    detail: '文件的另一部分已经收到，请从服务器所说的位置继续上传。',
  },
  'upload-too-long': {
    status: 413,
    title: '收到的内容多于文件大小',
    detail: '传来的内容比开始时声明的文件大，请取消后重新选择文件上传。',
  },
  'too-many-uploads': {
    status: 429,
    title: '未完成的上传过多',
    detail: '您还有许多上传没有完成，请先完成或取消其中一些，再上传新的文件。',
  },
  'too-many-parts': {
    status: 409,
    title: '文件被分成了过多的部分',
    detail: '上传被打断的次数过多，请取消后在网络稳定时重新上传。',
  },
  'scanner-down': {
    status: 503,
    title: '病毒扫描暂不可用',
    detail: '病毒扫描服务没有应答，文件没有保存。请几分钟后重新上传；如持续如此，请联系管理员。',
  },
  'copy-not-needed': {
    status: 409,
    title: '不需要生成评委用副本',
    detail: '该文件评委不可见、副本已经生成，或文件尚未通过检查，请刷新页面查看。',
  },
} as const satisfies Record<UploadRefusal, Problem>;
