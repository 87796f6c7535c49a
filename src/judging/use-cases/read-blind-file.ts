import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type BlindFile, Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { FileStore } from '../../platform/files/file-store.js';
import { found } from '../../platform/refusal/refused.js';
import { SheetsData } from '../data/sheets-data.js';
import { isLive } from '../rules/states.js';

export type OpenedFile = BlindFile & { readonly bytes: Readable };

@Injectable()
export class ReadBlindFile {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly sheets: SheetsData,
    private readonly files: FileStore,
  ) {}

  /** A file of the blind copy that one of the judge's own sheets is about. */
  async run(actor: Actor, sheetId: string, fileId: string): Promise<OpenedFile> {
    const file = await this.database.transaction(actor, async (tx) => {
      const own = await this.sheets.own(tx, sheetId);
      const { entryId } = found('judging', isLive(own.state) ? own : null);
      return this.entries.blindFile(tx, entryId, fileId);
    });
    const { name, mediaType, size } = file;
    return { id: fileId, name, mediaType, size, bytes: await this.files.read(file.storageKey) };
  }
}
