import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { claimedKind, mediaTypes } from '../rules/file-kind.js';
import { fileName } from '../rules/file-name.js';
import { EntryDesk } from './entry-desk.js';

type AttachmentRule = ProgrammeFacts['config']['attachments'][number];

/** What is told of a file before its bytes come. */
export type Announced = { readonly ruleKey: string; readonly fileName: string };

export type HeldPlace = { readonly attachment: Attachment; readonly maxBytes: number };

/** Files of one person that may be on their way at the same time. */
const mostArriving = 20;

/** Holds a place for a file before its bytes come, so that none is sent in vain. */
@Injectable()
export class AttachmentPlaces {
  constructor(
    private readonly desk: EntryDesk,
    private readonly attachments: AttachmentData,
  ) {}

  /**
   * @param lifetime milliseconds for which the place is held
   * @throws Refused entries.attachment-limit, entries.file-kind-not-accepted, entries.too-many-uploads, …
   */
  async hold(tx: Tx, entryId: string, sent: Announced, lifetime: number): Promise<HeldPlace> {
    const { programme } = await this.desk.writable(tx, entryId, sent.ruleKey);
    const rule = ruleOf(programme, sent.ruleKey);
    const kind = must('entries', claimedKind(sent.fileName, rule.accept));
    const position = await this.#nextPosition(tx, entryId, rule);
    if ((await this.attachments.countArriving(tx, tx.actor.personId)) >= mostArriving)
      throw new Refused('entries.too-many-uploads');
    const attachment: Attachment = {
      id: randomUUID(),
      entryId,
      ruleKey: rule.key,
      position,
      fileName: fileName(sent.fileName, kind),
      mediaType: mediaTypes[kind],
      storageKey: `entries/${randomUUID()}`,
      ...notYet,
      expiresAt: new Date(tx.now.getTime() + lifetime),
      uploadedBy: tx.actor.personId,
      uploadedAt: tx.now,
    };
    return { attachment, maxBytes: rule.maxBytes };
  }

  async #nextPosition(tx: Tx, entryId: string, rule: AttachmentRule): Promise<number> {
    const all = (await this.attachments.ofEntries(tx, [entryId])).get(entryId) ?? [];
    const same = all.filter(({ ruleKey }) => ruleKey === rule.key);
    if (same.length >= rule.max) throw new Refused('entries.attachment-limit', { max: rule.max });
    return Math.max(0, ...same.map(({ position }) => position)) + 1;
  }
}

const notYet = {
  size: 0,
  received: 0,
  sha256: '',
  derivativeKey: null,
  derivativeSize: null,
  derivativeMediaType: null,
  state: 'arriving',
  checkAfter: null,
  checkTries: 0,
  scan: null,
  refusal: null,
  removedAt: null,
} as const;

function ruleOf({ config }: ProgrammeFacts, key: string): AttachmentRule {
  const rule = config.attachments.find((known) => known.key === key);
  if (rule === undefined) throw new Refused('entries.unknown-attachment-rule');
  return rule;
}
