import type { AttachmentRule, FieldDef } from '../config.js';

const megabyte = 1024 * 1024;

const ofUnit = (key: string, label: string, choices: readonly string[]): FieldDef => ({
  key,
  label,
  kind: 'choice',
  required: true,
  choices,
  identifying: false,
});

const contact = (key: string, label: string): FieldDef => ({
  key,
  label,
  kind: 'text',
  required: true,
  maxWords: 60,
  identifying: true,
});

const date = (key: string, label: string): FieldDef => ({
  key,
  label,
  kind: 'date',
  required: true,
  identifying: false,
});

const section = (key: string, label: string, maxWords: number, note: string): FieldDef => ({
  key,
  label,
  note,
  kind: 'section',
  required: true,
  maxWords,
  tolerance: 10,
  identifying: false,
});

/** The form of a case: what it is about, who made it, its four sections and the pledge. */
export const fusionFields: readonly FieldDef[] = [
  {
    key: 'abstract',
    label: '案例摘要',
    note: '用一段话说明做了什么、怎么做、有何成效，不出现单位和个人名称。',
    kind: 'long-text',
    required: true,
    minWords: 180,
    maxWords: 320,
    identifying: false,
  },
  {
    key: 'keywords',
    label: '关键词',
    kind: 'keywords',
    required: true,
    minItems: 3,
    maxItems: 5,
    identifying: false,
  },
  ofUnit('stage', '学段', ['学前', '小学', '初中', '义务教育', '高中', '中职', '特教', '区域']),
  ofUnit('schoolType', '学校类型', [
    ...['幼儿园', '小学', '初中', '九年一贯', '高中', '完全中学', '中职', '特教', '区域'],
  ]),
  ofUnit('ownership', '办学性质', ['公办', '民办']),
  ofUnit('locale', '城乡类别', ['城区', '镇区', '乡村']),
  date('practiceFrom', '实施开始时间'),
  date('practiceTo', '实施截止时间'),
  {
    key: 'contributors',
    label: '主要完成人',
    note: '按贡献排序，最多五人。',
    kind: 'people',
    required: true,
    minItems: 1,
    maxItems: 5,
    identifying: true,
  },
  contact('contactName', '联系人'),
  contact('contactPhone', '联系电话'),
  contact('contactEmail', '联系邮箱'),
  section('background', '一、背景与起因', 500, '为什么做：面对的问题和起点。'),
  section('practice', '二、做法与经过', 1800, '怎么做：机制、步骤和关键环节。'),
  section('effect', '三、成效与反响', 1200, '做得怎样：变化、数据和各方评价。'),
  section('insight', '四、经验与启示', 800, '为什么行：可供借鉴的经验。'),
  {
    key: 'originality',
    label: '原创与授权承诺',
    note: '本案例为本单位原创，内容真实，不涉及国家秘密，不含未经同意公开的未成年人信息，无知识产权纠纷；同意主办方在署名的前提下无偿用于编印交流和非商业推广。',
    kind: 'attestation',
    required: true,
    identifying: false,
  },
];

export const fusionAttachments: readonly AttachmentRule[] = [
  {
    key: 'body',
    label: '案例正文（Word）',
    accept: ['docx'],
    min: 1,
    max: 1,
    maxBytes: 10 * megabyte,
    judgesSee: true,
  },
  {
    key: 'stamped-form',
    label: '盖章推荐表（PDF 扫描件）',
    accept: ['pdf'],
    min: 1,
    max: 1,
    maxBytes: 20 * megabyte,
    judgesSee: false,
  },
  {
    key: 'photo',
    label: '活动照片',
    accept: ['jpg', 'png'],
    min: 1,
    max: 6,
    maxBytes: 10 * megabyte,
    judgesSee: true,
  },
];
