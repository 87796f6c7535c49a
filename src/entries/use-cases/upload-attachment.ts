import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { QuarantineData } from '../data/quarantine-data.js';
import { ArrivingFiles } from './arriving-files.js';
import { AttachmentPlaces, type HeldPlace } from './attachment-places.js';
import { CheckFile } from './check-file.js';
import { Quarantine } from './quarantine.js';
import { readingAtMost } from './receive-file.js';

/** A file on its way in; its bytes flow when they are read. */
export type SentFile = { readonly fileName: string; readonly bytes: Readable };

/** Milliseconds; a single request that takes longer was broken off with its process. */
const longestRequest = 60 * 60_000;

@Injectable()
export class UploadAttachment {
  constructor(
    private readonly database: Database,
    private readonly places: AttachmentPlaces,
    private readonly attachments: AttachmentData,
    private readonly quarantine: QuarantineData,
    private readonly store: Quarantine,
    private readonly arriving: ArrivingFiles,
    private readonly check: CheckFile,
  ) {}

  /**
   * Takes a file in one request, for callers without a page: the same place, quarantine and check as for
   * one sent in parts, and the answer says what came of it. What is refused leaves neither file nor place.
   */
  async run(
    actor: Actor,
    entryId: string,
    ruleKey: string,
    file: SentFile | null,
  ): Promise<Attachment> {
    if (file === null) throw new Refused('entries.file-missing');
    try {
      return await this.#take(actor, entryId, { ruleKey, ...file });
    } finally {
      file.bytes.destroy();
    }
  }

  async #take(
    actor: Actor,
    entryId: string,
    sent: SentFile & { readonly ruleKey: string },
  ): Promise<Attachment> {
    const held = await this.database.transaction(actor, async (tx) => {
      const place = await this.places.hold(tx, entryId, sent, longestRequest);
      await this.attachments.insert(tx, place.attachment);
      return place;
    });
    try {
      await this.check.claimed(await this.#store(actor, held, sent.bytes));
      return await this.#settled(held.attachment.id);
    } catch (error) {
      await this.#giveUp(held.attachment.id, error);
      throw error;
    }
  }

  /** @returns the file, claimed for its check */
  #store(actor: Actor, { attachment, maxBytes }: HeldPlace, sent: Readable): Promise<Attachment> {
    return readingAtMost(sent, maxBytes, (bytes) =>
      this.store.lay(bytes, async (storageKey, { size }) => {
        if (size === 0) throw new Refused('entries.file-empty');
        return this.database.transaction(actor, async (tx) => {
          const { id, entryId } = attachment;
          const arriving = await this.arriving.at(tx, entryId, id, 0);
          await this.arriving.add(tx, arriving, { size, storageKey }, null);
          return found('entries', await this.quarantine.claim(tx, attachment.id));
        });
      }),
    );
  }

  /** @throws Refused with the reason why the file was not taken */
  async #settled(id: string): Promise<Attachment> {
    const attachment = await this.database.transaction(systemActor, (tx) =>
      this.attachments.byId(tx, id),
    );
    if (attachment === null) throw new Refused('entries.not-found');
    if (attachment.state === 'refused') throw new Refused(`entries.${attachment.refusal}`);
    return attachment;
  }

  async #giveUp(id: string, error: unknown): Promise<void> {
    const refusal = error instanceof Refused ? error.code.split('.')[1] : 'bug';
    await this.database.transaction(systemActor, (tx) =>
      this.attachments.change(tx, id, { state: 'refused', refusal, removedAt: tx.now }),
    );
    await this.store.clear(id);
  }
}
