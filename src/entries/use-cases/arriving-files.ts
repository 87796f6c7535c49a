import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { AttachmentPart } from '../data/attachment-part.entity.js';
import type { Attachment } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { QuarantineData } from '../data/quarantine-data.js';
import { EntryDesk } from './entry-desk.js';

const mostParts = 2_000;

type Piece = Pick<AttachmentPart, 'size' | 'storageKey'>;

/** Files on their way in, as they grow piece by piece. */
@Injectable()
export class ArrivingFiles {
  constructor(
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly attachments: AttachmentData,
    private readonly quarantine: QuarantineData,
    private readonly events: Events,
  ) {}

  /** A file that stopped exactly here, locked, if it may be written now. @throws Refused entries.upload-offset */
  async at(tx: Tx, entryId: string, id: string, offset: number): Promise<Attachment> {
    await this.desk.written(tx, entryId);
    const attachment = await this.quarantine.lockArriving(tx, entryId, id);
    await this.desk.writable(tx, entryId, attachment.ruleKey);
    if (attachment.received !== offset)
      throw new Refused('entries.upload-offset', { offset: attachment.received });
    return attachment;
  }

  /** Notes the next piece; with the last one the file waits for its check. @returns the file as it is now */
  async add(
    tx: Tx,
    attachment: Attachment,
    { size, storageKey }: Piece,
    expiresAt: Date | null,
  ): Promise<Attachment> {
    if ((await this.quarantine.countParts(tx, attachment.id)) >= mostParts)
      throw new Refused('entries.too-many-parts');
    const { id: attachmentId, received: startsAt } = attachment;
    await this.quarantine.addPart(tx, { attachmentId, startsAt, size, storageKey });
    const received = startsAt + size;
    const moved =
      received < attachment.size
        ? { received, expiresAt }
        : { received, expiresAt: null, state: 'checking' as const, size: received };
    await this.attachments.change(tx, attachmentId, moved);
    const grown = { ...attachment, ...moved };
    if (grown.state === 'checking') await this.#arrived(tx, grown);
    return grown;
  }

  async #arrived(tx: Tx, { id, entryId, ruleKey, size }: Attachment): Promise<void> {
    await this.entries.touch(tx, entryId);
    await this.events.record(tx, 'entries.attachment-arrived', {
      entryId,
      attachmentId: id,
      ruleKey,
      size,
    });
  }
}
