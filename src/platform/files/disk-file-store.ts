import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demandSafeKey, FileStore, type StoredBytes } from './file-store.js';
import { Measured } from './measured.js';

/** Files in a folder. A file appears under its key only when it is whole. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async write(key: string, bytes: Readable): Promise<StoredBytes> {
    const target = this.#path(key);
    const unfinished = path.join(this.folder, '.unfinished', randomUUID());
    // Without waiting: a stream that failed meanwhile would fail with no one listening.
    for (const file of [unfinished, target]) mkdirSync(path.dirname(file), { recursive: true });
    const measured = new Measured();
    try {
      await pipeline(bytes, measured, createWriteStream(unfinished, { flush: true }));
      await fs.rename(unfinished, target);
    } catch (error) {
      await fs.rm(unfinished, { force: true });
      throw error;
    }
    return measured.result();
  }

  async read(key: string): Promise<Readable> {
    const file = await fs.open(this.#path(key));
    return createReadStream('', { fd: file });
  }

  async has(key: string): Promise<boolean> {
    return fs.access(this.#path(key)).then(
      () => true,
      () => false,
    );
  }

  async remove(key: string): Promise<void> {
    await fs.rm(this.#path(key), { force: true });
  }

  #path(key: string): string {
    return path.join(this.folder, ...demandSafeKey(key).split('/'));
  }
}
