import type { SheetOf } from '../../platform/documents/workbook.js';
import type { LocalPublicity } from '../rules/list-sheet.js';
import type { ListedEntry } from './listed-entries.js';

export type SummaryRow = ListedEntry & { readonly publicity: LocalPublicity | null };

/** 汇总表 of all lists that the reader reaches, as the official forms have it. */
export const summaryTable = (
  programmeName: string,
  rows: readonly SummaryRow[],
): SheetOf<SummaryRow> => ({
  name: '汇总表',
  title: [`${programmeName}汇总表`, `共 ${rows.length} 项`],
  columns: [
    { heading: '序号', width: 6, value: (_, index) => index + 1 },
    { heading: '市州', width: 12, value: ({ prefecture }) => prefecture.name },
    { heading: '县市区', width: 12, value: ({ row }) => row.countyName },
    { heading: '学校全称', width: 24, value: ({ row }) => row.unitName },
    { heading: '案例名称', width: 36, value: ({ row }) => row.title },
    { heading: '类别', width: 16, value: ({ row }) => row.categoryName },
    { heading: '学段', width: 8, value: ({ row }) => row.schoolStage },
    { heading: '主要完成人', width: 20, value: ({ row }) => row.contributors },
    { heading: '联系人', width: 10, value: ({ row }) => row.contactName },
    { heading: '联系电话', width: 16, value: ({ row }) => row.contactPhone },
    { heading: '推荐顺序', width: 8, value: ({ row }) => row.rank },
    { heading: '是否市级公示', width: 10, value: ({ publicity }) => (publicity ? '是' : '否') },
    { heading: '备注', width: 18, value: ({ entry }) => entry.caseNo ?? '' },
  ],
  rows,
  footer: [
    '填报单位（盖章）：　　　　　审核人：　　　　　填表人：　　　　　联系电话：　　　　　填报日期：',
  ],
});
