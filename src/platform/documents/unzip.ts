import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { packedBytes, type ZipEntry } from '../pure/zip-directory.js';

const inflate = promisify(inflateRaw) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

/**
 * Unpacks one entry and never more than its directory says it holds.
 * @returns null when it holds anything else: the archive is damaged or lies about its size
 */
export async function unpackEntry(archive: Uint8Array, entry: ZipEntry): Promise<Buffer | null> {
  const packed = packedBytes(archive, entry);
  if (packed === null) return null;
  if (entry.method === 0) return packed.length === entry.size ? Buffer.from(packed) : null;
  if (entry.method !== 8) return null;
  try {
    const bytes = await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
    return bytes.length === entry.size ? bytes : null;
  } catch {
    return null;
  }
}
