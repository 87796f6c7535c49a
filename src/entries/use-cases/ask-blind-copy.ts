import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import { EntryData } from '../data/entry-data.js';

/** An administrator lets a copy for judges be made again that could not be made. */
@Injectable()
export class AskBlindCopy {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly attachments: AttachmentData,
    private readonly programmes: Programmes,
    private readonly events: Events,
  ) {}

  /** @throws Refused entries.copy-not-needed when there is one, or is to be none */
  run(actor: Actor, entryId: string, id: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { programmeId } = await this.entries.find(tx, entryId);
      const { state, derivativeKey, ruleKey } = await this.attachments.find(tx, entryId, id);
      const { config } = await this.programmes.find(tx, programmeId);
      const judgesSee = config.attachments.find(({ key }) => key === ruleKey)?.judgesSee;
      if (state !== 'ready' || derivativeKey !== null || !judgesSee)
        throw new Refused('entries.copy-not-needed');
      await this.events.record(tx, 'entries.blind-file-asked', { entryId, attachmentId: id });
    });
  }
}
