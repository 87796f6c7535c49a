import { promisify } from 'node:util';
import { inflate as inflateCallback } from 'node:zlib';

const inflate = promisify(inflateCallback) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number; finishFlush: number },
) => Promise<Buffer>;

const mostBytes = 64 * 1024 * 1024;
const mostStreams = 10_000;
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
  for (const begin of objectStreams(file)) {
    const text = await unpack(bytes.subarray(begin), mostBytes - size);
    if (text === null || texts.length > mostStreams) return null;
    texts.push(text);
    size += text.length;
  }
  return texts;
}

/** The stream ends where its packing says: a word in the file could be put there to deceive. */
async function unpack(packed: Uint8Array, most: number): Promise<string | null> {
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: syncFlush };
    return (await inflate(packed, options)).toString('latin1');
  } catch {
    return null;
  }
}

/** Where the bytes begin that follow each `/ObjStm` dictionary. */
function* objectStreams(file: string): Generator<number> {
  for (let at = file.indexOf('/ObjStm'); at >= 0; at = file.indexOf('/ObjStm', at)) {
    const opening = file.indexOf('stream', at);
    if (opening < 0) return;
    at = opening + 6;
    yield at + (file.startsWith('\r\n', at) ? 2 : 1);
  }
}
