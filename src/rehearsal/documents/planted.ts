import JSZip from 'jszip';
import { PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import type { Entry } from '../province/shapes.js';
import { entryDocx } from './entry-docx.js';
import { photoJpeg } from './photo-jpeg.js';
import { stampedFormPdf } from './stamped-form-pdf.js';

const count = 40;
const token = (number: number): string => `PLANTED${String(number).padStart(2, '0')}NAME`;
const anyToken = /PLANTED\d\dNAME/g;

/** The entry whose files hide who made them: a school's own, read by judges. */
export function plantedEntry(entries: readonly Entry[]): Entry {
  const entry = entries.find(
    ({ fate, submittedBy, photosWithPosition }) =>
      fate === 'reviewed' && submittedBy === 'school' && photosWithPosition,
  );
  if (entry === undefined) throw new Error('no entry hides names');
  return entry;
}

const properties = (names: readonly string[], first: number): string =>
  names.map((name, index) => `<${name}>${token(first + index)}</${name}>`).join('');

/** What Word and WPS write of a computer and its user into the parts of a document that nobody sees. */
const wordParts: Readonly<Record<string, string>> = {
  'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${properties(['Application', 'Company', 'Manager', 'Template', 'HyperlinkBase'], 1)}</Properties>`,
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${properties(['dc:creator', 'cp:lastModifiedBy', 'dc:description', 'dc:subject', 'cp:keywords', 'cp:category'], 6)}</cp:coreProperties>`,
  'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${[
    'KSOProductBuildVer',
    'ICV',
    'KSOTemplateDocerSaveRecord',
    'KSOReadingLayout',
  ]
    .map(
      (name, index) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${token(12 + index)}</vt:lpwstr></property>`,
    )
    .join('')}</Properties>`,
  'word/people.xml': `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${token(16)}"/><w15:person w15:author="${token(17)}"/></w15:people>`,
  'customXml/item1.xml': `<owner>${token(18)}</owner>`,
  'customXml/item2.xml': `<owner>${token(19)}</owner>`,
};

async function plantedDocx(entry: Entry): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await entryDocx(entry));
  for (const [name, content] of Object.entries(wordParts))
    zip.file(name, content, { createFolders: false });
  const body = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const deleted = `<w:p w:rsidR="${token(20)}"><w:del w:id="901" w:author="${token(21)}" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>${token(22)}</w:delText></w:r></w:del></w:p>`;
  zip.file('word/document.xml', body.replace('<w:body>', `<w:body>${deleted}`));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const exif = {
  IFD0: {
    ImageDescription: token(23),
    Make: token(24),
    Model: token(25),
    Software: token(26),
    Artist: token(27),
    Copyright: token(28),
  },
  IFD2: {
    CameraOwnerName: token(30),
    LensMake: token(29),
    BodySerialNumber: token(31),
    LensModel: token(32),
  },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '28/1 13/1 4200/100',
    GPSMapDatum: token(33),
    GPSSatellites: token(34),
  },
};

const plantedJpeg = async (entry: Entry): Promise<Buffer> =>
  sharp(await photoJpeg(entry, 0))
    .withExif(exif)
    .jpeg({ quality: 80 })
    .toBuffer();

async function plantedPdf(entry: Entry): Promise<Buffer> {
  const pdf = await PDFDocument.load(await stampedFormPdf(entry), { updateMetadata: false });
  const names = Array.from({ length: 6 }, (_, index) => `<x>${token(35 + index)}</x>`).join('');
  const metadata = pdf.context.stream(`<x:xmpmeta>${names}</x:xmpmeta>`);
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(metadata));
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** The three files of an entry, with forty names hidden in them. */
export const plantedFiles = { body: plantedDocx, form: plantedPdf, photo: plantedJpeg };

/** The hidden names in a file, in an archive also those in its parts. */
export async function tokensIn(bytes: Buffer): Promise<Set<string>> {
  const texts = [bytes.toString('latin1')];
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    for (const part of Object.values((await JSZip.loadAsync(bytes)).files))
      texts.push(part.name, await part.async('binarystring'));
  return new Set(texts.flatMap((text) => text.match(anyToken) ?? []));
}

/** All of them have to be there before anybody may say that a judge meets none. */
export function demandHidden(found: ReadonlySet<string>): void {
  if (found.size !== count) throw new Error(`${found.size} names are hidden, not ${count}`);
}
