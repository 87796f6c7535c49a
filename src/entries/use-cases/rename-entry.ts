import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { fittingTitle } from '../rules/submission.js';
import { categoryOf, EntryDesk } from './entry-desk.js';

@Injectable()
export class RenameEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly events: Events,
  ) {}

  /** Gives an entry another title or category. @returns the new version */
  run(
    actor: Actor,
    entryId: string,
    wanted: { readonly title: string; readonly categoryCode: string },
    seen: number,
  ): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const { entry, programme } = await this.desk.writable(tx, entryId, 'title', seen);
      const title = must('entries', fittingTitle(wanted.title.trim()));
      const categoryId = categoryOf(programme, wanted.categoryCode).id;
      const version = await this.entries.change(tx, entry, { title, categoryId });
      await this.events.record(tx, 'entries.renamed', { entryId, title, categoryId });
      return version;
    });
  }
}
