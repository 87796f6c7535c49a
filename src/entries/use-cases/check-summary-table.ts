import type { SheetOf } from '../../platform/documents/workbook.js';
import type { CheckCode } from '../rules/check-items.js';
import type { EntryState } from '../rules/entry-states.js';
import type { RejectionReason } from '../rules/formal-check.js';
import type { CheckedRow } from './checked-rows.js';

const itemNames: Readonly<Record<CheckCode, string>> = {
  complete: '内容完整',
  words: '字数',
  structure: '体例',
  stamps: '盖章',
  commitments: '承诺',
  files: '附件',
  quota: '名额',
  rank: '推荐序号',
  'in-time': '时限',
  category: '类别',
  eligibility: '资格',
  repeats: '重复申报',
  anonymity: '匿名',
  likeness: '雷同',
  wording: '涉密与表述',
  privacy: '未成年人隐私',
};

const reasonNames: Readonly<Record<RejectionReason, string>> = {
  incomplete: '材料不全',
  'word-count': '字数不符合要求',
  'stamp-missing': '缺少盖章',
  'wrong-category': '类别不符',
  anonymity: '匿名部分出现单位或个人信息',
  copied: '涉嫌抄袭',
  'prior-winner': '已获奖案例重复申报',
  ineligible: '申报资格不符',
  other: '其他',
};

const conclusions: Readonly<Partial<Record<EntryState, string>>> = {
  recommended: '待审查',
  correcting: '补正中',
  accepted: '通过',
  rejected: '不予通过',
};

/** 形式审查汇总表: each recommended entry with what was found and how it was decided. */
export const checkSummaryTable = (
  programmeName: string,
  rows: readonly CheckedRow[],
): SheetOf<CheckedRow> => ({
  name: '形式审查汇总表',
  title: [`${programmeName}形式审查汇总表`, totals(rows)],
  columns: [
    { heading: '序号', width: 5, value: (_, index) => index + 1 },
    { heading: '案例编号', width: 21, value: ({ entry }) => entry.caseNo ?? '' },
    { heading: '推荐单位', width: 12, value: ({ prefectureName }) => prefectureName },
    { heading: '申报单位', width: 22, value: ({ unitName }) => unitName },
    { heading: '案例名称', width: 32, value: ({ entry }) => entry.title },
    { heading: '类别', width: 14, value: ({ categoryName }) => categoryName },
    { heading: '审查结论', width: 9, value: ({ entry }) => conclusions[entry.state] ?? '' },
    { heading: '问题及说明', width: 40, value: findings },
    { heading: '补正', width: 12, value: ({ entry }) => beijingDay(entry.correctedAt) },
    { heading: '审查人', width: 10, value: checkers },
  ],
  rows,
  footer: ['审查人（签字）：　　　　　　　复核人（签字）：　　　　　　　日期：'],
});

function totals(rows: readonly CheckedRow[]): string {
  const parts = Object.entries(conclusions).map(([state, name]) => {
    const count = rows.filter(({ entry }) => entry.state === state).length;
    return `${name} ${count} 项`;
  });
  return `共 ${rows.length} 项：${parts.join('，')}`;
}

/** What fails, what was judged otherwise than the program did, and why an entry was rejected. */
function findings({ entry, checks }: CheckedRow): string {
  const reason = entry.rejectedReason as RejectionReason | null;
  const items = checks.flatMap(({ code, standing, ok, mark }) => {
    const note = mark?.counts && mark.note ? `（${mark.note}）` : '';
    if (standing === 'fails') return [`${itemNames[code]}不符${note}`];
    return standing === 'fits' && ok === false ? [`${itemNames[code]}经核实符合${note}`] : [];
  });
  const rejection = reason ? [`${reasonNames[reason]}：${entry.rejectedNote ?? ''}`] : [];
  return [...rejection, ...items].join('；');
}

const checkers = ({ checks }: CheckedRow): string =>
  [...new Set(checks.flatMap(({ mark }) => (mark?.counts ? [mark.byName] : [])))].join('、');

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const beijingDay = (at: Date | null): string => (at === null ? '' : beijing.format(at));
