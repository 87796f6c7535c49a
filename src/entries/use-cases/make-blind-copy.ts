import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { plainDocx } from '../../platform/documents/plain-docx.js';
import { plainImage } from '../../platform/documents/plain-image.js';
import { plainPdf } from '../../platform/documents/plain-pdf.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { type FileKind, kindOf } from '../rules/file-kind.js';

const plain: Readonly<Record<FileKind, (bytes: Buffer) => Promise<Buffer>>> = {
  docx: plainDocx,
  pdf: plainPdf,
  jpg: (bytes) => plainImage(bytes, 'jpg'),
  png: (bytes) => plainImage(bytes, 'png'),
};

@Injectable()
export class MakeBlindCopy {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly attachments: AttachmentData,
    private readonly programmes: Programmes,
    private readonly files: FileStore,
    private readonly events: Events,
  ) {}

  /**
   * Makes of a file that judges see a copy without the names of its makers. Runs again harmlessly.
   * A file of which none can be made says so, and the formal check shows it.
   */
  async run(attachmentId: string): Promise<void> {
    const attachment = await this.database.transaction(systemActor, (tx) =>
      this.#wanted(tx, attachmentId),
    );
    if (attachment === null) return;
    const kind = kindOf(attachment.mediaType);
    if (kind === undefined) throw new Error(`no kind has ${attachment.mediaType}`);
    const bytes = await buffer(await this.files.read(attachment.storageKey));
    const copy = await plain[kind](bytes).catch(() => null);
    if (copy === null) return this.#fail(attachment);
    const key = `entries/blind/${randomUUID()}`;
    const { size } = await this.files.write(key, Readable.from([copy]));
    if (!(await this.#keep(attachment, { key, size }))) await this.files.remove(key);
  }

  async #wanted(tx: Tx, attachmentId: string): Promise<Attachment | null> {
    const attachment = await this.attachments.byId(tx, attachmentId);
    if (attachment === null || attachment.derivativeKey !== null) return null;
    const entry = await this.entries.find(tx, attachment.entryId);
    const { config } = await this.programmes.find(tx, entry.programmeId);
    const rule = config.attachments.find(({ key }) => key === attachment.ruleKey);
    return rule?.judgesSee ? attachment : null;
  }

  /** @returns whether this copy is the one that is kept */
  #keep(attachment: Attachment, copy: { key: string; size: number }): Promise<boolean> {
    return this.database.transaction(systemActor, async (tx) => {
      await this.entries.lock(tx, attachment.entryId);
      if ((await this.#wanted(tx, attachment.id)) === null) return false;
      await this.attachments.change(tx, attachment.id, {
        derivativeKey: copy.key,
        derivativeSize: copy.size,
        derivativeMediaType: attachment.mediaType,
        refusal: null,
      });
      await this.events.record(tx, 'entries.blind-file-made', idsOf(attachment));
      return true;
    });
  }

  #fail(attachment: Attachment): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      await this.attachments.change(tx, attachment.id, { refusal: 'no-blind-copy' });
      await this.events.record(tx, 'entries.blind-file-failed', idsOf(attachment));
    });
  }
}

const idsOf = ({ entryId, id }: Attachment) => ({ entryId, attachmentId: id });
