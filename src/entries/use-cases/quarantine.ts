import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { FileStore, type StoredBytes } from '../../platform/files/file-store.js';
import { fileOf, type ReadableFile } from '../../platform/files/readable-file.js';
import type { AttachmentPart } from '../data/attachment-part.entity.js';
import { QuarantineData } from '../data/quarantine-data.js';

/** Where the bytes of a file lie until they were found fit: nothing is ever served from here. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly database: Database,
    private readonly quarantine: QuarantineData,
    private readonly files: FileStore,
  ) {}

  /** Lays bytes down, then lets `keep` note them; when it does not, they are taken away again. */
  async lay<Kept>(
    bytes: Readable,
    keep: (storageKey: string, stored: StoredBytes) => Promise<Kept>,
  ): Promise<Kept> {
    const storageKey = `quarantine/${randomUUID()}`;
    try {
      return await keep(storageKey, await this.files.write(storageKey, bytes));
    } catch (error) {
      await this.files.remove(storageKey);
      throw error;
    }
  }

  /** A file as it was sent. */
  file(parts: readonly AttachmentPart[]): ReadableFile {
    return fileOf(this.files, parts);
  }

  /** Takes away what lies here of files that are settled: of this one, or of all. */
  async clear(attachmentId?: string): Promise<void> {
    const keys = await this.database.transaction(systemActor, (tx: Tx) =>
      this.quarantine.forgetParts(tx, attachmentId),
    );
    for (const key of keys) await this.files.remove(key);
  }
}
