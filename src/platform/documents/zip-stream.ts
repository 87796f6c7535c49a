import archiver from 'archiver';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export type ZippedFile = {
  /** The path inside the archive, with slashes. */
  readonly name: string;
  readonly bytes: Readable | Buffer;
  /** Whether packing would be in vain: pictures, office files, PDF. */
  readonly store?: boolean;
};

/**
 * A zip archive made while it is read: one file is open at a time, so that its size does not matter.
 * When a file cannot be read the archive breaks off, and its reader sees that it is not whole.
 * @param at the date of every file
 */
export function zipStream(files: AsyncIterable<ZippedFile>, at: Date): Readable {
  const archive = archiver('zip', { zlib: { level: 6 }, forceUTC: true });
  void fill(archive, files, at).catch((error: unknown) =>
    archive.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return archive;
}

async function fill(
  archive: ReturnType<typeof archiver>,
  files: AsyncIterable<ZippedFile>,
  at: Date,
): Promise<void> {
  for await (const { name, bytes, store } of files) {
    if (archive.destroyed) break;
    const packed = once(archive, 'entry');
    if (!Buffer.isBuffer(bytes)) bytes.once('error', (error) => archive.destroy(error));
    archive.append(bytes, { name, date: at, store });
    await packed;
  }
  await archive.finalize();
}
