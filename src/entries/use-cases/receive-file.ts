import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { FileStore, type StoredBytes } from '../../platform/files/file-store.js';
import { ByteLimit, TooManyBytes } from '../../platform/files/measured.js';
import { fileOf } from '../../platform/files/readable-file.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { FileKind } from '../rules/file-kind.js';
import { ExamineFile } from './examine-file.js';

/** Takes a file in that comes at once: streamed, capped, hashed, then examined. Who called discards what was refused. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly files: FileStore,
    private readonly examine: ExamineFile,
  ) {}

  /** @throws Refused entries.file-too-large, entries.upload-broken-off, entries.file-has-macros, entries.scanner-down, … */
  async run(
    key: string,
    sent: Readable,
    expected: { readonly kind: FileKind; readonly maxBytes: number },
  ): Promise<StoredBytes> {
    const stored = await readingAtMost(sent, expected.maxBytes, (bytes) =>
      this.files.write(key, bytes),
    );
    const file = fileOf(this.files, [{ storageKey: key, size: stored.size }]);
    const examined = await this.examine.run(expected.kind, file);
    if (examined.outcome === 'refused') throw new Refused(`entries.${examined.refusal}`);
    if (examined.outcome === 'scanner-down') throw new Refused('entries.scanner-down');
    return stored;
  }

  /** Takes back what lies under a key. */
  discard(key: string): Promise<void> {
    return this.files.remove(key);
  }
}

/**
 * Reads what is sent up to a limit.
 * @throws Refused entries.file-too-large, or entries.upload-broken-off when the sender went away
 */
export async function readingAtMost<Kept>(
  sent: Readable,
  maxBytes: number,
  read: (bytes: Readable) => Promise<Kept>,
): Promise<Kept> {
  const limited = new ByteLimit(maxBytes);
  let broken = false;
  sent.once('error', (error) => {
    broken = true;
    limited.destroy(error);
  });
  try {
    return await read(sent.pipe(limited));
  } catch (error) {
    if (error instanceof TooManyBytes) throw new Refused('entries.file-too-large', { maxBytes });
    throw broken ? new Refused('entries.upload-broken-off') : error;
  }
}
