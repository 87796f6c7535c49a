import { degrees, PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import type { Entry } from '../province/shapes.js';

const a4: [number, number] = [595, 842];
const ink = rgb(0.15, 0.15, 0.2);
const seal = rgb(0.85, 0.1, 0.1);
/** Every form was scanned on the same day, so that the same entry gives the same file. */
const scannedAt = new Date('2020-09-01T01:00:00Z');

/** A five-pointed star of radius 10 around the origin. */
const star =
  'M0,-10 L2.4,-3.1 9.5,-3.1 3.8,1.2 5.9,8.1 0,3.9 -5.9,8.1 -3.8,1.2 -9.5,-3.1 -2.4,-3.1 Z';

function drawTable(
  page: PDFPage,
  font: PDFFont,
  rows: readonly (readonly [string, string])[],
): void {
  rows.forEach(([label, value], index) => {
    const y = 680 - index * 36;
    page.drawRectangle({ x: 60, y, width: 475, height: 36, borderColor: ink, borderWidth: 0.8 });
    page.drawText(label, { x: 70, y: y + 13, size: 10, font, color: ink });
    page.drawText(value, { x: 200, y: y + 13, size: 10, font, color: ink });
  });
}

/** A red round seal with a star, never quite straight. */
function drawSeal(page: PDFPage, font: PDFFont, x: number, y: number, code: string): void {
  page.drawCircle({ x, y, size: 52, borderColor: seal, borderWidth: 3, opacity: 0 });
  page.drawSvgPath(star, { x, y: y + 4, scale: 1.6, color: seal });
  page.drawText(code, { x: x - 24, y: y - 34, size: 9, font, color: seal, rotate: degrees(4) });
}

function rowsOf(entry: Entry): (readonly [string, string])[] {
  return [
    ['Entry', entry.key],
    ['Category', entry.categoryCode],
    ['School', entry.schoolCode],
    ['County', entry.countyCode ?? '-'],
    ['Recommended by', entry.prefectureCode],
    ['Practice', `${entry.fields.practiceFrom} - ${entry.fields.practiceTo}`],
    ['Telephone', entry.fields.contactPhone],
    ['E-mail', entry.fields.contactEmail],
  ];
}

/** Who puts a seal on the form: the school, unless the entry is the one that forgot it, and its unit. */
const sealsOf = (entry: Entry): string[] =>
  entry.rejection?.code === 'stamp-missing'
    ? [entry.prefectureCode]
    : [entry.schoolCode, entry.prefectureCode];

/**
 * The stamped recommendation form as a scan of two pages: drawn lines, codes and seals. Latin only,
 * because no CJK font can be counted on; the contact's name is in the metadata on purpose.
 */
export async function stampedFormPdf(entry: Entry): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const random = seededRandom(`stamps/${entry.key}`);
  const [form, opinions] = [document.addPage(a4), document.addPage(a4)];
  form.drawText('RECOMMENDATION FORM', { x: 190, y: 760, size: 18, font, color: ink });
  drawTable(form, font, rowsOf(entry));
  opinions.drawText('OPINIONS AND SEALS', { x: 200, y: 760, size: 16, font, color: ink });
  sealsOf(entry).forEach((code, index) => {
    const y = 560 - index * 240;
    opinions.drawRectangle({
      x: 60,
      y: y - 80,
      width: 475,
      height: 220,
      borderColor: ink,
      borderWidth: 0.8,
    });
    drawSeal(opinions, font, 390 + random.below(40), y + random.below(30), code);
  });
  document.setTitle(entry.title);
  document.setAuthor(entry.fields.contactName);
  document.setCreationDate(scannedAt);
  document.setModificationDate(scannedAt);
  return Buffer.from(await document.save());
}

/** The recommendation sheet of a unit with its seal, as it comes back from the scanner. */
export async function stampedSheetPdf(unit: string, number: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage(a4);
  page.drawText(`RECOMMENDATION SHEET ${number}`, { x: 170, y: 760, size: 18, font, color: ink });
  drawSeal(page, font, 400, 160, unit);
  document.setCreationDate(scannedAt);
  document.setModificationDate(scannedAt);
  return Buffer.from(await document.save());
}
