import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  ParseSpeeds,
  PDFStream,
} from 'pdf-lib';
import { stripJpeg } from './strip-image.js';

/** What says who made a part, when and with what, and acts that run by themselves. */
const leftOut = ['Metadata', 'PieceInfo', 'LastModified', 'AA'].map((name) => PDFName.of(name));
const leftOutOfNotes = ['A', 'T', 'M', 'NM', 'CreationDate', 'Contents', 'RC', 'Subj', 'Popup'].map(
  (name) => PDFName.of(name),
);

/** Notes that are drawn on the page; the others lie on it and are no part of it. */
const drawnNotes: ReadonlySet<string> = new Set(['/Stamp', '/FreeText', '/Ink', '/Highlight']);

/** The pages of a PDF and nothing else of it. @throws when it cannot be read */
export async function plainPdf(bytes: Buffer): Promise<Buffer> {
  const source = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fast,
  });
  flattenForm(source);
  source.getPages().forEach(dropNotes);
  cleanObjects(source.context);
  // Only what the pages lead to is copied: what was dropped stays behind.
  const plain = await PDFDocument.create({ updateMetadata: false });
  for (const page of await plain.copyPages(source, source.getPageIndices())) plain.addPage(page);
  return Buffer.from(await plain.save({ addDefaultPage: false, objectsPerTick: 50 }));
}

/** What was filled in becomes part of the page; a form that cannot be drawn is left behind. */
function flattenForm(document: PDFDocument): void {
  try {
    document.getForm().flatten({ updateFieldAppearances: false });
  } catch {
    // Its fields are notes that are not drawn, and go with them.
  }
}

function dropNotes({ node, doc }: PDFPage): void {
  const kept: PDFObject[] = [];
  for (const note of node.Annots()?.asArray() ?? []) {
    const dict = doc.context.lookupMaybe(note, PDFDict);
    if (dict === undefined || !drawnNotes.has(String(dict.get(PDFName.of('Subtype'))))) continue;
    for (const name of leftOutOfNotes) dict.delete(name);
    kept.push(note);
  }
  node.delete(PDFName.of('Annots'));
  if (kept.length > 0) node.set(PDFName.of('Annots'), doc.context.obj(kept));
}

function cleanObjects(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    cleanObject(object);
    if (!(object instanceof PDFRawStream) || !isJpeg(object)) continue;
    const picture = stripJpeg(Buffer.from(object.contents));
    if (picture !== null) context.assign(ref, PDFRawStream.of(object.dict, picture));
  }
}

function cleanObject(object: PDFObject): void {
  if (object instanceof PDFArray) object.asArray().forEach(cleanObject);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  for (const name of leftOut) dict.delete(name);
  for (const value of dict.values()) cleanObject(value);
}

const isJpeg = (stream: PDFRawStream): boolean => {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : [String(filter)];
  return names.length === 1 && names[0] === '/DCTDecode';
};
