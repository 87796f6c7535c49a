import { buffer } from 'node:stream/consumers';
import { imageFits } from '../../platform/documents/plain-image.js';
import { xmlText } from '../../platform/documents/plain-docx.js';
import { pdfObjectTexts } from '../../platform/documents/pdf-object-streams.js';
import { unpackEntry } from '../../platform/documents/unzip.js';
import { beginningOf, type ReadableFile } from '../../platform/files/readable-file.js';
import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { readZipDirectory } from '../../platform/pure/zip-directory.js';
import { docxLayout, docxPart, isXml } from '../rules/docx-structure.js';
import { beginsAs, type FileKind } from '../rules/file-kind.js';
import { pdfStructure } from '../rules/pdf-structure.js';
import type { FileRefusal } from '../rules/refusals.js';

type Inspection = Decision<true, FileRefusal>;

/** For a kind whose files are small enough to be looked at in memory. */
const whole =
  (inspect: (bytes: Buffer) => Promise<Inspection>) =>
  async (file: ReadableFile): Promise<Inspection> =>
    inspect(await buffer(await file.read()));

/** How each kind is looked at. A kind whose files are large reads of them what it needs. */
const inspections: Readonly<Record<FileKind, (file: ReadableFile) => Promise<Inspection>>> = {
  docx: whole(inspectDocx),
  pdf: whole(inspectPdf),
  jpg: whole((bytes) => inspectImage('jpg', bytes)),
  png: whole((bytes) => inspectImage('png', bytes)),
};

const longestMagic = 64;

/** Whether a file is what its name claims, whole and harmless. */
export async function inspectFile(kind: FileKind, file: ReadableFile): Promise<Inspection> {
  const beginning = beginsAs(kind, await beginningOf(file, longestMagic));
  return beginning.ok ? inspections[kind](file) : beginning;
}

async function inspectDocx(bytes: Buffer): Promise<Inspection> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return refuse('file-damaged');
  const layout = docxLayout(directory.value);
  if (!layout.ok) return layout;
  for (const entry of directory.value) {
    const part = await unpackEntry(bytes, entry);
    if (part === null) return refuse('file-damaged');
    if (!isXml(entry.name)) continue;
    const content = docxPart(entry.name, xmlText(part));
    if (!content.ok) return content;
  }
  return allow(true);
}

async function inspectPdf(bytes: Buffer): Promise<Inspection> {
  const texts = await pdfObjectTexts(bytes);
  return texts === null ? refuse('file-damaged') : pdfStructure(texts);
}

async function inspectImage(kind: 'jpg' | 'png', bytes: Buffer): Promise<Inspection> {
  const fit = await imageFits(bytes, kind);
  if (fit === 'fits') return allow(true);
  return refuse(fit === 'damaged' ? 'file-damaged' : 'file-unpacks-too-large');
}
