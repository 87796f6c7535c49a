import { imageFits } from '../../platform/documents/plain-image.js';
import { xmlText } from '../../platform/documents/plain-docx.js';
import { pdfObjectTexts } from '../../platform/documents/pdf-object-streams.js';
import { unpackEntry } from '../../platform/documents/unzip.js';
import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { readZipDirectory } from '../../platform/pure/zip-directory.js';
import { docxLayout, docxPart, isXml } from '../rules/docx-structure.js';
import { beginsAs, type FileKind } from '../rules/file-kind.js';
import { pdfStructure } from '../rules/pdf-structure.js';
import type { FileRefusal } from '../rules/refusals.js';

type Inspection = Decision<true, FileRefusal>;

/** Whether a file's bytes are what its name claims, whole and harmless. */
export async function inspectFile(kind: FileKind, bytes: Buffer): Promise<Inspection> {
  const beginning = beginsAs(kind, bytes);
  if (!beginning.ok) return beginning;
  if (kind === 'docx') return inspectDocx(bytes);
  return kind === 'pdf' ? inspectPdf(bytes) : inspectImage(kind, bytes);
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
