import type { SheetOf } from '../../platform/documents/workbook.js';
import type { ListSheet } from '../data/list-sheet.entities.js';
import { type SheetRow, shortFingerprint } from '../rules/list-sheet.js';

const columns: readonly {
  readonly heading: string;
  readonly width: number;
  readonly value: (row: SheetRow, index: number) => string | number;
}[] = [
  { heading: '序号', width: 6, value: (_, index) => index + 1 },
  { heading: '县市区', width: 12, value: ({ countyName }) => countyName },
  { heading: '学校全称', width: 24, value: ({ unitName }) => unitName },
  { heading: '案例名称', width: 36, value: ({ title }) => title },
  { heading: '类别', width: 16, value: ({ categoryName }) => categoryName },
  { heading: '学段', width: 8, value: ({ schoolStage }) => schoolStage },
  { heading: '主要完成人', width: 20, value: ({ contributors }) => contributors },
  { heading: '联系人', width: 10, value: ({ contactName }) => contactName },
  { heading: '联系电话', width: 16, value: ({ contactPhone }) => contactPhone },
  { heading: '推荐顺序', width: 8, value: ({ rank }) => rank },
];

/** What stands above and below the table. */
function frameOf({ content, number, fingerprint }: ListSheet) {
  const { publicity } = content;
  return {
    title: content.programmeName,
    subtitle: `推荐汇总表（第 ${number} 版）`,
    unit: `推荐单位（盖章）：${content.unitName}`,
    publicity: publicity
      ? `公示：${publicity.place}，${publicity.startsOn} 至 ${publicity.endsOn}，异议 ${publicity.objections} 件；${publicity.outcome}`
      : '公示：未登记',
    signatures: '审核人：　　　　　　　填表人：　　　　　　　联系电话：　　　　　　　填报日期：',
    code: `校验码 ${shortFingerprint(fingerprint)}`,
  };
}

export const sheetWorkbook = (sheet: ListSheet): SheetOf<SheetRow> => {
  const frame = frameOf(sheet);
  return {
    name: '推荐汇总表',
    title: [frame.title, frame.subtitle, frame.unit],
    columns,
    rows: sheet.content.rows,
    footer: [frame.publicity, frame.signatures, frame.code],
  };
};

/** What the template reads. */
export const sheetData = (sheet: ListSheet) => ({
  ...frameOf(sheet),
  head: columns.map(({ heading }) => heading),
  rows: sheet.content.rows.map((row, index) =>
    columns.map(({ value }) => String(value(row, index))),
  ),
});

/** A4 landscape, the code on every page, so that no page can be changed for another. */
export const sheetTemplate = `
#let sheet = json.decode(sys.inputs.data)
#set document(title: sheet.subtitle)
#set page(paper: "a4", flipped: true, margin: (x: 15mm, top: 18mm, bottom: 20mm),
  footer: context [#set text(size: 9pt); #sheet.code #h(1fr) 第 #counter(page).display() 页，共 #counter(page).final().first() 页])
#set text(font: ("Noto Serif SC"), lang: "zh", region: "cn", size: 9.5pt)
#align(center)[
  #text(font: "Noto Sans SC", weight: 700, size: 15pt, sheet.title)
  #v(-4pt)
  #text(font: "Noto Sans SC", size: 12pt, sheet.subtitle)
]
#sheet.unit
#table(
  columns: (auto, 1.1fr, 2fr, 3fr, 1.5fr, auto, 1.6fr, auto, 1.4fr, auto),
  align: (x, _) => if x in (0, 9) { center + horizon } else { left + horizon },
  stroke: 0.5pt, inset: 5pt,
  table.header(..sheet.head.map(word => align(center, text(font: "Noto Sans SC", weight: 700, word)))),
  ..sheet.rows.flatten(),
)
#sheet.publicity
#v(6mm)
#sheet.signatures
`;
