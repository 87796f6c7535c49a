import exceljs from 'exceljs';
import JSZip from 'jszip';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ByteLimit, TooManyBytes } from '../files/measured.js';
import { readZipDirectory } from '../pure/zip-directory.js';
import { Refused } from '../refusal/refused.js';

/** Bytes. */
const largestFile = 5 * 1024 * 1024;
const largestUnpacked = 40 * 1024 * 1024;
const mostParts = 500;
/** A sheet's text packs to a hundredth at most; what packs tighter is made to fill a memory. */
const tightest = 200;
const smallEnough = 1024 * 1024;
const mostColumns = 200;

/** One row as it was read: its number in the sheet, from 1, and the texts of its cells. */
export type ReadRow = { readonly number: number; readonly cells: readonly string[] };

/**
 * The rows of the first sheet of an xlsx file that are not empty.
 * @throws Refused platform.sheet-too-large, platform.sheet-unreadable, platform.sheet-empty, platform.sheet-too-many-rows
 */
export async function readRows(sent: Readable, mostRows: number): Promise<ReadRow[]> {
  const page = await firstSheet(await receive(sent));
  const rows: ReadRow[] = [];
  page.eachRow((row, number) => {
    const cells = Array.from({ length: Math.min(row.cellCount, mostColumns) }, (_, index) =>
      textOf(row.getCell(index + 1).value).trim(),
    );
    if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
  });
  if (rows.length < 2) throw new Refused('platform.sheet-empty');
  if (rows.length > mostRows + 1) throw new Refused('platform.sheet-too-many-rows', { mostRows });
  return rows;
}

async function receive(sent: Readable): Promise<Buffer> {
  const limited = new ByteLimit(largestFile);
  sent.once('error', (error) => limited.destroy(error));
  try {
    return await buffer(sent.pipe(limited));
  } catch (error) {
    if (error instanceof TooManyBytes) throw new Refused('platform.sheet-too-large');
    throw error;
  }
}

async function firstSheet(bytes: Buffer): Promise<exceljs.Worksheet> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok || !directory.value.some(({ name }) => name === 'xl/workbook.xml'))
    throw new Refused('platform.sheet-unreadable');
  const parts = directory.value;
  const isBomb = parts.some(
    ({ size, compressedSize }) => size > smallEnough && size > compressedSize * tightest,
  );
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (isBomb || unpacked > largestUnpacked || parts.length > mostParts)
    throw new Refused('platform.sheet-too-large');
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.load((await withoutPairs(bytes)) as unknown as ArrayBuffer);
  } catch {
    // Whatever a damaged file makes the reader throw, it is the file that cannot be read.
    throw new Refused('platform.sheet-unreadable');
  }
  const [page] = book.worksheets;
  if (page === undefined) throw new Refused('platform.sheet-empty');
  return page;
}

const beyondBasic = /[\u{10000}-\u{10ffff}]/gu;

/**
 * exceljs cuts texts every 16,384 code units, also between the two of a rare Han character such as 𬍛,
 * and loses it. As a reference of plain letters it is safe there.
 */
async function withoutPairs(bytes: Buffer): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(bytes);
  for (const name of Object.keys(archive.files).filter((part) => part.endsWith('.xml'))) {
    const xml = (await archive.file(name)?.async('string')) ?? '';
    const safe = xml.replace(beyondBasic, (one) => `&#x${one.codePointAt(0)?.toString(16)};`);
    if (safe !== xml) archive.file(name, Buffer.from(safe));
  }
  return archive.generateAsync({ type: 'uint8array' });
}

/** What a person sees in the cell; of a formula what it came to. */
function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text);
  if ('result' in value) return textOf(value.result as exceljs.CellValue);
  return '';
}
