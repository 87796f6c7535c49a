import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { SubmissionData } from '../data/submission-data.js';
import { type Change, changesBetween } from '../rules/handed-in.js';

export type Changes = {
  /** Null before the entry was handed in a second time. */
  readonly since: Date | null;
  readonly changes: readonly Change[];
};

/** What an entry's unit changed between its last two handings-in. */
@Injectable()
export class ShowChanges {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly submissions: SubmissionData,
    private readonly programmes: Programmes,
  ) {}

  run(actor: Actor, entryId: string): Promise<Changes> {
    return this.database.transaction(actor, async (tx) => {
      const { programmeId } = await this.entries.find(tx, entryId);
      const [now, before] = await this.submissions.lastTwo(tx, entryId);
      if (now === undefined || before === undefined) return { since: null, changes: [] };
      const { config } = await this.programmes.find(tx, programmeId);
      return { since: before.at, changes: changesBetween(before.content, now.content, config) };
    });
  }
}
