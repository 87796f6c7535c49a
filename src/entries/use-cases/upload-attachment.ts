import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { claimedKind, type FileKind, mediaTypes } from '../rules/file-kind.js';
import { fileName } from '../rules/file-name.js';
import { EntryDesk } from './entry-desk.js';
import { ReceiveFile } from './receive-file.js';

/** A file on its way in; its bytes flow when they are read. */
export type SentFile = { readonly fileName: string; readonly bytes: Readable };

type Place = {
  readonly attachment: Attachment;
  readonly kind: FileKind;
  readonly maxBytes: number;
};

@Injectable()
export class UploadAttachment {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly attachments: AttachmentData,
    private readonly receive: ReceiveFile,
    private readonly events: Events,
  ) {}

  /**
   * Keeps a file for one of the attachment rules. A place is held while the bytes flow, outside any
   * transaction; whatever fails leaves neither file nor place.
   */
  async run(
    actor: Actor,
    entryId: string,
    ruleKey: string,
    file: SentFile | null,
  ): Promise<Attachment> {
    if (file === null) throw new Refused('entries.file-missing');
    try {
      return await this.#take(actor, entryId, ruleKey, file);
    } finally {
      file.bytes.destroy();
    }
  }

  async #take(actor: Actor, entryId: string, ruleKey: string, file: SentFile): Promise<Attachment> {
    const place = await this.#hold(actor, entryId, ruleKey, file.fileName);
    try {
      const stored = await this.receive.run(place.attachment.storageKey, file.bytes, place);
      return await this.#finish(actor, { ...place.attachment, ...stored, state: 'ready' });
    } catch (error) {
      await this.#giveUp(actor, place.attachment, error);
      throw error;
    }
  }

  #hold(actor: Actor, entryId: string, ruleKey: string, name: string): Promise<Place> {
    return this.database.transaction(actor, async (tx) => {
      const { programme } = await this.desk.writable(tx, entryId, ruleKey);
      const rule = ruleOf(programme, ruleKey);
      const kind = must('entries', claimedKind(name, rule.accept));
      const position = await this.#nextPosition(tx, entryId, rule);
      const attachment: Attachment = {
        id: randomUUID(),
        entryId,
        ruleKey,
        position,
        fileName: fileName(name, kind),
        mediaType: mediaTypes[kind],
        size: 0,
        sha256: '',
        storageKey: `entries/${randomUUID()}`,
        ...notYet,
        uploadedBy: actor.personId,
        uploadedAt: tx.now,
      };
      await this.attachments.insert(tx, attachment);
      return { attachment, kind, maxBytes: rule.maxBytes };
    });
  }

  async #nextPosition(tx: Tx, entryId: string, rule: { key: string; max: number }) {
    const all = (await this.attachments.ofEntries(tx, [entryId])).get(entryId) ?? [];
    const same = all.filter(({ ruleKey }) => ruleKey === rule.key);
    if (same.length >= rule.max) throw new Refused('entries.attachment-limit', { max: rule.max });
    return Math.max(0, ...same.map(({ position }) => position)) + 1;
  }

  #finish(actor: Actor, attachment: Attachment): Promise<Attachment> {
    const { id, entryId, ruleKey, size, sha256, state } = attachment;
    return this.database.transaction(actor, async (tx) => {
      await this.desk.writable(tx, entryId, ruleKey);
      if (!(await this.attachments.change(tx, id, { size, sha256, state })))
        throw new Refused('entries.not-found');
      await this.entries.touch(tx, entryId);
      await this.events.record(tx, 'entries.attachment-uploaded', {
        entryId,
        attachmentId: id,
        ruleKey,
        sha256,
      });
      return attachment;
    });
  }

  async #giveUp(actor: Actor, attachment: Attachment, error: unknown): Promise<void> {
    await this.receive.discard(attachment.storageKey);
    const refusal = error instanceof Refused ? error.code : 'platform.bug';
    await this.database.transaction(actor, (tx) =>
      this.attachments.change(tx, attachment.id, {
        state: 'refused',
        refusal,
        removedAt: tx.now,
      }),
    );
  }
}

const notYet = {
  derivativeKey: null,
  derivativeSize: null,
  derivativeMediaType: null,
  state: 'checking',
  refusal: null,
  removedAt: null,
} as const;

function ruleOf(
  { config }: ProgrammeFacts,
  key: string,
): ProgrammeFacts['config']['attachments'][number] {
  const rule = config.attachments.find((known) => known.key === key);
  if (rule === undefined) throw new Refused('entries.unknown-attachment-rule');
  return rule;
}
