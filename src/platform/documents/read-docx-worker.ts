import { parentPort, workerData } from 'node:worker_threads';
import { readZipDirectory } from '../pure/zip-directory.js';
import { docxBlocks, type DocxContent } from './docx-blocks.js';
import { readNumbering } from './docx-numbering.js';
import { readStyles } from './docx-styles.js';
import { xmlText } from './plain-docx.js';
import { unpackEntry } from './unzip.js';

/** Reads one Word document beside the server's own thread, whatever was made of its XML. */
const bytes = workerData as Uint8Array;

async function part(name: string): Promise<string | null> {
  const directory = readZipDirectory(bytes);
  const entry = directory.ok ? directory.value.find((known) => known.name === name) : undefined;
  if (entry === undefined) return '';
  const unpacked = await unpackEntry(bytes, entry);
  return unpacked === null ? null : xmlText(unpacked);
}

async function read(): Promise<DocxContent | null> {
  const xml = await part('word/document.xml');
  const styles = await part('word/styles.xml');
  const numbering = await part('word/numbering.xml');
  if (xml === null || styles === null || numbering === null) return null;
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null;
  return docxBlocks(xml, readStyles(styles), readNumbering(numbering));
}

parentPort?.postMessage(await read());
