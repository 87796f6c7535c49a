import { promisify } from 'node:util';
import { inflate as inflateCallback } from 'node:zlib';

const inflate = promisify(inflateCallback) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number; finishFlush: number },
) => Promise<Buffer>;

const most = 64 * 1024 * 1024;
const syncFlush = 2;

/**
 * The texts of a PDF in which its objects are written: the file itself and what its compressed object
 * streams hold. Names are searched in all of them.
 * @returns null when an object stream cannot be unpacked within bounds
 */
export async function pdfObjectTexts(bytes: Buffer): Promise<string[] | null> {
  const file = bytes.toString('latin1');
  const texts = [file];
  let size = 0;
  for (const packed of objectStreams(bytes, file)) {
    try {
      const text = await inflate(packed, { maxOutputLength: most, finishFlush: syncFlush });
      texts.push(text.toString('latin1'));
      size += text.length;
    } catch {
      return null;
    }
    if (size > most) return null;
  }
  return texts;
}

/** The packed bytes after each `/ObjStm` dictionary. An unpacked one is part of the file's own text. */
function* objectStreams(bytes: Buffer, file: string): Generator<Uint8Array> {
  for (let at = file.indexOf('/ObjStm'); at >= 0; at = file.indexOf('/ObjStm', at + 1)) {
    const opening = file.indexOf('stream', at);
    if (opening < 0) return;
    const object = file.slice(Math.max(0, file.lastIndexOf('obj', at)), opening);
    const end = file.indexOf('endstream', opening + 6);
    if (end < 0) return;
    const begin = opening + 6 + (file.startsWith('\r\n', opening + 6) ? 2 : 1);
    if (object.includes('FlateDecode') || object.includes('/Fl ')) yield bytes.subarray(begin, end);
  }
}
