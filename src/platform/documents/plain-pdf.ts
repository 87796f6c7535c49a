import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  ParseSpeeds,
  PDFStream,
} from 'pdf-lib';
import { stripJpeg } from './strip-image.js';

/** Marks of people and machines, and acts: none of them belongs to what a page shows. */
const leftOut = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AA',
  'A',
  'T',
  'M',
  'NM',
  'CreationDate',
];

/** Notes that lie on a page and are no part of it. */
const shownAnnotations: ReadonlySet<string> = new Set([
  '/Stamp',
  '/FreeText',
  '/Ink',
  '/Highlight',
]);

/** The pages of a PDF and nothing else of it. @throws when it cannot be read */
export async function plainPdf(bytes: Buffer): Promise<Buffer> {
  const source = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fast,
  });
  flattenForm(source);
  const plain = await PDFDocument.create({ updateMetadata: false });
  const pages = await plain.copyPages(source, source.getPageIndices());
  for (const page of pages) plain.addPage(withoutNotes(page));
  cleanObjects(plain.context);
  return Buffer.from(await plain.save({ addDefaultPage: false, objectsPerTick: 50 }));
}

/** What was filled in becomes part of the page; a form that cannot be drawn is left as it is. */
function flattenForm(document: PDFDocument): void {
  try {
    document.getForm().flatten({ updateFieldAppearances: false });
  } catch {
    // The page is copied without its fields.
  }
}

function withoutNotes(page: PDFPage): PDFPage {
  const notes = page.node.Annots();
  if (notes === undefined) return page;
  const kept = notes.asArray().filter((note) => {
    const dict = page.doc.context.lookupMaybe(note as PDFRef, PDFDict);
    return shownAnnotations.has(String(dict?.get(PDFName.of('Subtype'))));
  });
  if (kept.length === 0) page.node.delete(PDFName.of('Annots'));
  else page.node.set(PDFName.of('Annots'), page.doc.context.obj(kept));
  return page;
}

function cleanObjects(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    cleanDict(context, object);
    if (!(object instanceof PDFRawStream) || !isJpeg(object)) continue;
    const picture = stripJpeg(Buffer.from(object.contents));
    if (picture !== null) context.assign(ref, PDFRawStream.of(object.dict, picture));
  }
}

function cleanDict(context: PDFContext, object: PDFObject): void {
  if (object instanceof PDFArray) for (const item of object.asArray()) cleanDict(context, item);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  for (const name of leftOut) dropEntry(context, dict, PDFName.of(name));
  for (const [, value] of dict.entries()) if (!(value instanceof PDFRef)) cleanDict(context, value);
}

/** Takes an entry away; the XMP stream it led to goes with it. */
function dropEntry(context: PDFContext, dict: PDFDict, name: PDFName): void {
  const value = dict.get(name);
  if (name === PDFName.of('Metadata') && value instanceof PDFRef) context.delete(value);
  dict.delete(name);
}

const isJpeg = (stream: PDFRawStream): boolean => {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : [String(filter)];
  return names.length === 1 && names[0] === '/DCTDecode';
};
