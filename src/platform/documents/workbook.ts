import exceljs from 'exceljs';
import zip from 'exceljs/lib/utils/zip-stream.js';
import { madeFile, type OutgoingFile } from '../files/outgoing-file.js';

/**
 * The packer of exceljs cuts texts every 16,384 code units, also between the two of a rare Han character
 * such as 𬍛, and loses it (JSZip encodes each piece by itself). Given bytes it cuts nothing.
 */
const { append } = zip.ZipWriter.prototype;
zip.ZipWriter.prototype.append = function (data, options) {
  const isText = typeof data === 'string' && options.base64 !== true;
  append.call(this, isText ? Buffer.from(data) : data, options);
};

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

export type Cell = string | number | null;

/** The same sheet with its cells worked out, whatever its rows were. */
export const workedOut = <Row>(sheet: SheetOf<Row>): SheetOf<readonly Cell[]> => ({
  ...sheet,
  columns: sheet.columns.map(({ heading, width }, place) => ({
    heading,
    width,
    value: (cells) => cells[place] ?? null,
  })),
  rows: sheet.rows.map((row, index) => sheet.columns.map(({ value }) => value(row, index))),
});

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

/** The same as a file to be sent. @param name without its ending */
export const workbookFile = async <Row>(
  name: string,
  sheet: SheetOf<Row>,
  at: Date,
): Promise<OutgoingFile> => madeFile(`${name}.xlsx`, xlsxType, await workbook(sheet, at));
