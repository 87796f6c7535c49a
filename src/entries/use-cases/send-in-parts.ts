import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { piecesOf } from '../../platform/files/pieces.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { ArrivingFiles } from './arriving-files.js';
import { type Announced, AttachmentPlaces } from './attachment-places.js';
import { EntryDesk } from './entry-desk.js';
import { Quarantine } from './quarantine.js';

/** Milliseconds for which an upload waits for its next part. */
const waits = 48 * 60 * 60_000;
/** Bytes; what a break can lose at most. */
const pieceSize = 4 * 1024 * 1024;

export type Progress = Pick<Attachment, 'id' | 'size' | 'expiresAt'> & {
  readonly offset: number;
};

/** A file that comes in parts, and goes on where it stopped after any break. */
@Injectable()
export class SendInParts {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly places: AttachmentPlaces,
    private readonly attachments: AttachmentData,
    private readonly arriving: ArrivingFiles,
    private readonly store: Quarantine,
  ) {}

  /** Holds a place for a file of this size. @throws Refused entries.file-too-large, entries.file-empty, … */
  begin(
    actor: Actor,
    entryId: string,
    sent: Announced & { readonly size: number },
  ): Promise<Progress> {
    return this.database.transaction(actor, async (tx) => {
      const { attachment, maxBytes } = await this.places.hold(tx, entryId, sent, waits);
      if (sent.size > maxBytes) throw new Refused('entries.file-too-large', { maxBytes });
      if (sent.size === 0) throw new Refused('entries.file-empty');
      const held = { ...attachment, size: sent.size };
      await this.attachments.insert(tx, held);
      return progressOf(held);
    });
  }

  /** How far a file has come; of one that came, all of it. */
  offset(actor: Actor, entryId: string, id: string): Promise<Progress> {
    return this.database.transaction(actor, async (tx) => {
      await this.desk.written(tx, entryId);
      const attachment = await this.attachments.find(tx, entryId, id);
      const isGone = attachment.state === 'arriving' && !(Number(attachment.expiresAt) > +tx.now);
      if (isGone) throw new Refused('entries.not-found');
      return progressOf(attachment);
    });
  }

  /**
   * Keeps the bytes that come, piece by piece; what came before a break stays.
   * @throws Refused entries.upload-offset when they do not begin where the file stopped
   */
  async append(
    actor: Actor,
    entryId: string,
    { id, offset }: { readonly id: string; readonly offset: number },
    bytes: AsyncIterable<Buffer>,
  ): Promise<Progress> {
    let progress = progressOf(
      await this.database.transaction(actor, (tx) => this.arriving.at(tx, entryId, id, offset)),
    );
    for await (const piece of piecesOf(bytes, pieceSize))
      progress = await this.#keep(actor, entryId, progress, piece);
    return progress;
  }

  #keep(actor: Actor, entryId: string, at: Progress, piece: Buffer): Promise<Progress> {
    if (at.offset + piece.length > at.size) throw new Refused('entries.upload-too-long');
    return this.store.lay(Readable.from([piece], { objectMode: false }), (storageKey, { size }) =>
      this.database.transaction(actor, async (tx) => {
        const attachment = await this.arriving.at(tx, entryId, at.id, at.offset);
        const expiresAt = new Date(tx.now.getTime() + waits);
        return progressOf(await this.arriving.add(tx, attachment, { size, storageKey }, expiresAt));
      }),
    );
  }
}

const progressOf = ({ id, size, received, state, expiresAt }: Attachment): Progress => ({
  id,
  size,
  offset: state === 'arriving' ? received : size,
  expiresAt: state === 'arriving' ? expiresAt : null,
});
