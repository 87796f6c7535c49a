import type { Problem } from '../../platform/http/problems.js';
import { checkProblems } from './check-problems.js';
import { exchangeProblems } from './exchange-problems.js';
import { fileProblems, uploadProblems } from './file-problems.js';
import type { EntriesRefusal } from '../rules/refusals.js';

export const entriesProblems = {
  ...fileProblems,
  ...uploadProblems,
  ...checkProblems,
  ...exchangeProblems,
  'not-found': { status: 404, title: '未找到', detail: '该项不存在，或您无权查看。' },
  'wrong-state': {
    status: 409,
    title: '当前状态不能进行此操作',
    detail: '该项的状态已变化，请刷新页面后查看可以进行的操作。',
  },
  'wrong-stage': {
    status: 409,
    title: '当前阶段不能进行此操作',
    detail: '本次活动不在相应的阶段，请查看时间安排。',
  },
  'window-not-open': {
    status: 409,
    title: '尚未开始',
    detail: '相应的时间还没有开始，请按通知的时间安排办理。',
  },
  'window-closed': {
    status: 409,
    title: '已经截止',
    detail: '已超过截止时间（以服务器接收为准），不能再办理；如有疑问请联系上级主管部门。',
  },
  'unit-may-not-submit': {
    status: 403,
    title: '本单位不能申报',
    detail: '本次活动不接受本单位直接申报，请查看通知中的申报对象。',
  },
  'not-own-entry': {
    status: 403,
    title: '不是本单位的申报',
    detail: '只有申报单位可以修改，推荐单位可以退回并说明需要修改之处。',
  },
  'title-length': {
    status: 422,
    title: '名称字数不符',
    detail: '名称应为 6 至 40 字，请修改后再保存。',
  },
  'unknown-category': {
    status: 422,
    title: '类别不存在',
    detail: '本次活动没有该类别，请重新选择。',
  },
  'unknown-field': { status: 422, title: '栏目不存在', detail: '本次活动的表格中没有该栏目。' },
  'unknown-attachment-rule': {
    status: 422,
    title: '材料不存在',
    detail: '本次活动没有要求该项材料，请从材料清单中选择。',
  },
  'bad-value': {
    status: 422,
    title: '填写内容不符合栏目',
    detail: '填写的内容不是该栏目所要的形式，请按栏目说明填写。',
  },
  'value-too-large': {
    status: 413,
    title: '填写内容过长',
    detail: '该栏目的内容远超上限，未能保存，请删减后再保存。',
  },
  'field-not-to-change': {
    status: 409,
    title: '该处不在退回修改的范围',
    detail: '推荐单位只要求修改指出的部分；如需修改其他部分，请与推荐单位联系。',
  },
  'attachment-limit': {
    status: 409,
    title: '文件数量已满',
    detail: '该项材料的文件数量已达上限，请先删除一个再上传。',
  },
  'file-too-large': {
    status: 413,
    title: '文件过大',
    detail: '文件超过该项材料的大小上限，请压缩后重新上传。',
  },
  'file-missing': { status: 422, title: '没有文件', detail: '请选择要上传的文件。' },
  'upload-broken-off': {
    status: 400,
    title: '上传中断',
    detail: '文件没有完整送达，未保存任何内容，请重新上传。',
  },
  incomplete: {
    status: 422,
    title: '尚有内容需要补充',
    detail: '请按清单补充或修改后再提交。',
  },
  'no-receipt': { status: 409, title: '尚未提交', detail: '提交之后才有回执。' },
  'quota-full': {
    status: 409,
    title: '名额已满',
    detail: '本单位该类别的名额已全部使用，请先撤回一项推荐再推荐。',
  },
  'due-after-recommending': {
    status: 422,
    title: '时间晚于推荐截止',
    detail: '修改的截止时间不能晚于推荐截止时间，请改为更早的时间。',
  },
  'list-not-locked': {
    status: 409,
    title: '名单没有锁定',
    detail: '该单位的名单现在没有锁定，无需退回；请刷新页面。',
  },
  'list-under-check': {
    status: 409,
    title: '名单已进入形式审查',
    detail: '名单中已有案例作出形式审查决定，不能整体退回；请对个别案例要求补正。',
  },
  'list-locked': {
    status: 409,
    title: '名单已锁定',
    detail: '本单位的推荐名单已锁定上报，不能再改动；如确有错误请联系省级管理员。',
  },
  'list-empty': {
    status: 409,
    title: '名单为空',
    detail: '还没有推荐任何一项，不能锁定名单。',
  },
  'no-sheet': {
    status: 409,
    title: '还没有汇总表',
    detail: '请先生成汇总表，打印盖章后再上传扫描件。',
  },
  'sheet-outdated': {
    status: 409,
    title: '汇总表已作废',
    detail: '生成汇总表之后名单有变动，盖章的表与名单不一致。请重新生成、打印、盖章并上传扫描件。',
  },
  'scan-missing': {
    status: 409,
    title: '还没有盖章扫描件',
    detail: '请将盖章后的汇总表扫描或拍照上传，然后再签名锁定。',
  },
  'publicity-ends-early': {
    status: 422,
    title: '公示日期不符',
    detail: '公示结束日期早于开始日期，请改正后再保存。',
  },
  'not-a-permutation': {
    status: 409,
    title: '名单已变化',
    detail: '提交的顺序与当前推荐的各项不一致，请刷新后重新排序。',
  },
  'unknown-remark-field': {
    status: 422,
    title: '栏目不存在',
    detail: '所指出的栏目不在本次活动的表格中，请重新选择。',
  },
  'not-owner': {
    status: 403,
    title: '不能移交',
    detail:
      '只有负责人本人、本单位或推荐单位的联络员可以移交；负责人已离开本单位的，同事可以接手。',
  },
  'not-of-unit': {
    status: 422,
    title: '不是本单位的填报人员',
    detail: '只能移交给本单位现任的填报人员，请先由上级单位邀请对方，再重新选择。',
  },
  'owner-already': { status: 409, title: '已是负责人', detail: '对方已经是负责人，请选择其他人。' },
  'judging-began': {
    status: 409,
    title: '评审已开始',
    detail: '评审开始后不能自行撤回，请联系省级管理员。',
  },
} as const satisfies Record<EntriesRefusal, Problem>;
