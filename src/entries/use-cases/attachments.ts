import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { EntryDesk } from './entry-desk.js';
import { Quarantine } from './quarantine.js';

/** Reading and removing the files of an entry. */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly attachments: AttachmentData,
    private readonly files: FileStore,
    private readonly quarantine: Quarantine,
    private readonly events: Events,
  ) {}

  /** The original, for whoever reaches the entry. */
  async read(
    actor: Actor,
    entryId: string,
    id: string,
  ): Promise<{ attachment: Attachment; bytes: Readable }> {
    const attachment = await this.database.transaction(actor, async (tx) => {
      await this.entries.find(tx, entryId);
      return this.attachments.find(tx, entryId, id);
    });
    if (attachment.state !== 'ready') throw new Refused('entries.not-found');
    return { attachment, bytes: await this.files.read(attachment.storageKey) };
  }

  /**
   * The file leaves the entry. The bytes of one that was ready stay, as the audit record names their hash;
   * what lies in quarantine goes.
   */
  async remove(actor: Actor, entryId: string, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await this.desk.written(tx, entryId);
      const { ruleKey } = await this.attachments.find(tx, entryId, id);
      await this.desk.writable(tx, entryId, ruleKey);
      await this.attachments.change(tx, id, { removedAt: tx.now });
      await this.entries.touch(tx, entryId);
      await this.events.record(tx, 'entries.attachment-removed', { entryId, attachmentId: id });
    });
    await this.quarantine.clear(id);
  }
}
