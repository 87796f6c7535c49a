import { Readable } from 'node:stream';
import type { FileStore } from './file-store.js';

/** A file that can be read from its beginning, as often as needed. */
export type ReadableFile = {
  /** Bytes. */
  readonly size: number;
  readonly read: () => Promise<Readable>;
};

/** What lies under these keys, one after the other, as one file. */
export const fileOf = (
  files: FileStore,
  parts: readonly { readonly storageKey: string; readonly size: number }[],
): ReadableFile => ({
  size: parts.reduce((sum, { size }) => sum + size, 0),
  read: async () => Readable.from(bytesOf(files, parts), { objectMode: false }),
});

async function* bytesOf(
  files: FileStore,
  parts: readonly { readonly storageKey: string }[],
): AsyncGenerator<Buffer, void, void> {
  for (const { storageKey } of parts)
    yield* (await files.read(storageKey)) as AsyncIterable<Buffer>;
}

/** The first bytes of a file; the rest is not read. */
export async function beginningOf(file: ReadableFile, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of (await file.read()) as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(pieces).subarray(0, bytes);
}
