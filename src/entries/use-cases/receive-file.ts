import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileStore, type StoredBytes } from '../../platform/files/file-store.js';
import { ByteLimit, TooManyBytes } from '../../platform/files/measured.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { FileKind } from '../rules/file-kind.js';
import { inspectFile } from './inspect-file.js';

/** Takes a file in: streamed, capped, hashed, then inspected. Who called discards what was refused. */
@Injectable()
export class ReceiveFile {
  constructor(private readonly files: FileStore) {}

  /** @throws Refused entries.file-too-large, entries.upload-broken-off, entries.file-has-macros, … */
  async run(
    key: string,
    sent: Readable,
    expected: { readonly kind: FileKind; readonly maxBytes: number },
  ): Promise<StoredBytes> {
    const stored = await this.#store(key, sent, expected.maxBytes);
    const bytes = await buffer(await this.files.read(key));
    must('entries', await inspectFile(expected.kind, bytes));
    return stored;
  }

  /** Takes back what lies under a key. */
  discard(key: string): Promise<void> {
    return this.files.remove(key);
  }

  async #store(key: string, sent: Readable, maxBytes: number): Promise<StoredBytes> {
    const limited = new ByteLimit(maxBytes);
    let broken = false;
    sent.once('error', (error) => {
      broken = true;
      limited.destroy(error);
    });
    try {
      return await this.files.write(key, sent.pipe(limited));
    } catch (error) {
      if (error instanceof TooManyBytes) throw new Refused('entries.file-too-large', { maxBytes });
      throw broken ? new Refused('entries.upload-broken-off') : error;
    }
  }
}
