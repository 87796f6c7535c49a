import JSZip from 'jszip';
import { isLeftOut, plainDocxPart } from './docx-parts.js';
import { stripJpeg, stripPng } from './strip-image.js';

/** The earliest instant a zip archive can write: it says nothing. */
const noDate = new Date(Date.UTC(1980, 0, 1));

/** A Word document with its text and pictures and nothing of its making. @throws when it is no archive */
export async function plainDocx(bytes: Buffer): Promise<Buffer> {
  const source = await JSZip.loadAsync(bytes);
  const plain = new JSZip();
  for (const [name, file] of Object.entries(source.files)) {
    if (file.dir || isLeftOut(name)) continue;
    plain.file(name, plainPart(name, await file.async('nodebuffer')), {
      date: noDate,
      createFolders: false,
    });
  }
  return plain.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function plainPart(name: string, bytes: Buffer): Buffer {
  if (/\.(xml|rels)$/.test(name)) return Buffer.from(plainDocxPart(name, xmlText(bytes)));
  if (/\.jpe?g$/i.test(name)) return stripJpeg(bytes) ?? bytes;
  return /\.png$/i.test(name) ? (stripPng(bytes) ?? bytes) : bytes;
}

/** Parts are UTF-8 or, rarely, UTF-16 with a byte-order mark. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
