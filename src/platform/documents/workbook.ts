import exceljs from 'exceljs';

export type SheetColumn<Row> = {
  readonly heading: string;
  /** Characters. */
  readonly width: number;
  readonly value: (row: Row, index: number) => string | number | null;
};

export type SheetOf<Row> = {
  readonly name: string;
  /** Lines above the table. */
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** Lines below the table. */
  readonly footer: readonly string[];
};

/**
 * An xlsx workbook of one printed table. Text stays text: a cell that begins with `=` is no formula.
 * @param at the workbook's own date
 */
export async function workbook<Row>(sheet: SheetOf<Row>, at: Date): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book.created = at;
  book.modified = at;
  const page = book.addWorksheet(sheet.name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    views: [{ state: 'frozen', ySplit: sheet.title.length + 1 }],
  });
  sheet.columns.forEach(({ width }, index) => (page.getColumn(index + 1).width = width));
  for (const line of sheet.title) page.addRow([line]);
  page.addRow(sheet.columns.map(({ heading }) => heading)).font = { bold: true };
  sheet.rows.forEach((row, index) =>
    page.addRow(sheet.columns.map(({ value }) => value(row, index))),
  );
  for (const line of sheet.footer) page.addRow([line]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
