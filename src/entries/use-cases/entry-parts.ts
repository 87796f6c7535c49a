import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { type EntryForm, entryForm } from './entry-form-documents.js';

/** One entry laid out for print, with its files. */
@Injectable()
export class EntryParts {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
  ) {}

  /** @throws Refused entries.not-found when it left the actor's reach */
  of(
    actor: Actor,
    entryId: string,
  ): Promise<{ readonly form: EntryForm; readonly attachments: readonly Attachment[] }> {
    return this.database.transaction(actor, async (tx) => {
      const entry = await this.entries.find(tx, entryId);
      const programme = await this.programmes.find(tx, entry.programmeId);
      const fields = (await this.fields.ofEntries(tx, [entryId])).get(entryId) ?? [];
      const files = (await this.attachments.ofEntries(tx, [entryId])).get(entryId) ?? [];
      const unit = await this.identity.organisation(tx, entry.unitId);
      const prefecture = await this.identity.organisation(tx, entry.prefectureId);
      const names = { unit: unit.name, prefecture: prefecture.name };
      return {
        form: entryForm(programme, entry, fields, names),
        attachments: files.filter(({ state }) => state === 'ready'),
      };
    });
  }
}
