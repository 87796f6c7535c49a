import JSZip from 'jszip';
import mammoth from 'mammoth';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { province } from '../province/province.js';
import type { Entry } from '../province/shapes.js';
import { entryDocx } from './entry-docx.js';
import { photoHeight, photoJpeg, photoWidth } from './photo-jpeg.js';
import { stampedFormPdf } from './stamped-form-pdf.js';

const { entries } = province();
const entry = entries[0] as Entry;
const placed = entries.find(({ photosWithPosition }) => photosWithPosition) as Entry;

/** The tag of the GPS directory, and its pointer, in little-endian EXIF. */
const gpsPointer = Buffer.from([0x25, 0x88]);

describe('the Word file of an entry', () => {
  it('opens again with its title, headings and whole body', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await entryDocx(entry) });
    expect(value).toContain(entry.title);
    expect(value).toContain('二、做法与经过');
    for (const { text } of entry.sections)
      for (const paragraph of text.split('\n')) expect(value).toContain(paragraph);
  });

  it('names its author in the metadata and CJK fonts in the text', async () => {
    const zip = await JSZip.loadAsync(await entryDocx(entry));
    const core = await zip.file('docProps/core.xml')?.async('string');
    expect(core).toContain(`<dc:creator>${entry.fields.contactName}</dc:creator>`);
    expect(core).toContain(`<cp:lastModifiedBy>${entry.fields.contactName}</cp:lastModifiedBy>`);
    expect(await zip.file('word/document.xml')?.async('string')).toContain('仿宋_GB2312');
  });
});

describe('the stamped form of an entry', () => {
  it('opens again as two pages with its author in the metadata', async () => {
    const document = await PDFDocument.load(await stampedFormPdf(entry), { updateMetadata: false });
    expect(document.getPageCount()).toBe(2);
    expect(document.getAuthor()).toBe(entry.fields.contactName);
  });

  it('is the same file each time', async () => {
    expect(await stampedFormPdf(entry)).toEqual(await stampedFormPdf(entry));
  });
});

describe('a photo of an entry', () => {
  it('is a JPEG of the stated size, 30 to 80 KB, and differs from the other one', async () => {
    const [first, second] = [await photoJpeg(entry, 0), await photoJpeg(entry, 1)];
    const { format, width, height } = await sharp(first).metadata();
    expect([format, width, height]).toEqual(['jpeg', photoWidth, photoHeight]);
    expect(first.length).toBeGreaterThan(30_000);
    expect(first.length).toBeLessThan(80_000);
    expect(first.equals(second)).toBe(false);
  });

  it('carries a position only where it should', async () => {
    const exifOf = async (of: Entry): Promise<Buffer | undefined> =>
      (await sharp(await photoJpeg(of, 0)).metadata()).exif;
    expect((await exifOf(placed))?.includes(gpsPointer)).toBe(true);
    expect((await exifOf(entry))?.includes(gpsPointer)).toBe(false);
  });
});
