import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { listFacts, UnitListData } from '../data/unit-list-data.js';
import { reorder } from '../rules/ranking.js';
import { within } from '../rules/submission.js';
import { categoryOf } from './entry-desk.js';
import { ListDesk } from './list-desk.js';

export type Ranking = {
  readonly programmeId: string;
  readonly categoryCode: string;
  /** Every endorsed entry of the category, in the wanted order. */
  readonly entryIds: readonly string[];
};

@Injectable()
export class RankEntries {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly lists: UnitListData,
    private readonly events: Events,
  ) {}

  /** Puts a unit's endorsed entries of a category into an order. */
  run(actor: Actor, ranking: Ranking): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { list, programme, stage, locked } = await this.desk.own(tx, ranking.programmeId);
      must('entries', within(stage.recommendation, stage, tx.now));
      if (locked) throw new Refused('entries.list-locked');
      const categoryId = categoryOf(programme, ranking.categoryCode).id;
      const endorsed = await this.lists.endorsed(tx, list, categoryId);
      const ids = endorsed.map(({ id }) => id);
      const entryIds = must('entries', reorder(ids, ranking.entryIds));
      await this.lists.rank(tx, entryIds);
      await this.events.record(tx, 'entries.ranked', {
        ...listFacts(list),
        categoryId,
        entryIds,
      });
    });
  }
}
