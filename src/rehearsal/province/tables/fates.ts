import type { CategoryCode, Fate, Rejection } from '../shapes.js';

/** Places that stay unused: the last rank of these units and categories is not filled (E19). */
export const unusedPlaces: readonly string[] = ['JX-4303', 'SD-4313'];

/** Entries beyond the recommended ones; numbered after their unit's last rank. */
export const unrankedEntries: Readonly<Record<string, Fate>> = {
  'DY-4301-06': 'not-recommended',
  'JX-4304-05': 'not-recommended',
  'SD-4311-04': 'late',
  'JX-4331-03': 'late',
};

/** The unranked entry that its full prefecture tries to recommend all the same (E5). */
export const overQuotaEntry = 'DY-4301-06';

export const rejections: Readonly<Record<string, Rejection>> = {
  'DY-4306-03': {
    check: 'A7',
    code: 'anonymity',
    remark: '正文出现学校简称和所在县市区名称，照片带有定位信息，不符合匿名评审要求。',
  },
  'SD-4305-04': {
    check: 'A8',
    code: 'likeness',
    remark: '正文与另一申报案例大面积雷同，经人工核对，不符合原创要求。',
  },
  'JX-4310-03': {
    check: 'A3',
    code: 'stamp-missing',
    remark: '推荐表扫描件缺少学校公章，未在规定时间内补正。',
  },
};

export const withdrawals: Readonly<Record<string, string>> = {
  'DY-4304-04': '主要完成人工作调动，学校申请退出本次遴选。',
  'SD-4307-03': '该案例已参加其他省级评选，为避免重复申报，申请撤回。',
};

/** Entries their prefecture returns once before it recommends them. */
export const returnRemarks: Readonly<Record<string, string>> = {
  'DY-4302-02': '摘要中的数据与正文不一致，请核对后重新提交。',
  'SD-4306-01': '主要完成人排序与推荐表不符，请更正。',
  'JX-4301-03': '“成效与反响”部分缺少数据，请补充后再报。',
  'JX-4309-01': '关键词过于宽泛，请修改；联系人电话请核实。',
};

/** Entries whose photos keep their GPS position on purpose. */
export const positionedPhotos: readonly string[] = [
  'DY-4306-03',
  'DY-4312-01',
  'JX-4305-02',
  'SD-4301-04',
];

/** Entries whose body is mostly another's, with the source (E3). */
export const copies: Readonly<Record<string, string>> = { 'SD-4305-04': 'SD-4302-01' };

/** Entries of a school that already has one in another category (E18). */
export const sharedSchools: Readonly<Record<string, string>> = { 'SD-4301-01': 'DY-4301-01' };

export const categoryCodes: readonly CategoryCode[] = ['DY', 'SD', 'JX'];
