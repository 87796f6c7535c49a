import type { SheetOf } from './workbook.js';

/** What `tableTemplate` reads: the table of a workbook, as texts. */
export const tableData = <Row>({ title, columns, rows, footer }: SheetOf<Row>) => ({
  title: title[0] ?? '',
  lines: title.slice(1),
  widths: columns.map(({ width }) => width),
  head: columns.map(({ heading }) => heading),
  rows: rows.map((row, index) => columns.map(({ value }) => String(value(row, index) ?? ''))),
  footer: [...footer],
});

/** A printed table on A4 landscape, its head on every page. */
export const tableTemplate = `
#let sheet = json.decode(sys.inputs.data)
#set document(title: sheet.title)
#set page(paper: "a4", flipped: true, margin: (x: 15mm, top: 18mm, bottom: 20mm),
  footer: context [#set text(size: 9pt); #sheet.title #h(1fr) 第 #counter(page).display() 页，共 #counter(page).final().first() 页])
#set text(font: ("Noto Serif SC"), lang: "zh", region: "cn", size: 9pt)
#align(center, text(font: "Noto Sans SC", weight: 700, size: 15pt, sheet.title))
#for line in sheet.lines [#line #linebreak()]
#table(
  columns: sheet.widths.map(width => width * 1fr),
  align: left + horizon,
  stroke: 0.5pt, inset: 4pt,
  table.header(..sheet.head.map(word => align(center, text(font: "Noto Sans SC", weight: 700, word)))),
  ..sheet.rows.flatten(),
)
#for line in sheet.footer [#line #linebreak()]
`;
