import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { canonicalJson } from '../../platform/pure/canonical-json.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { Entry, ListLock } from '../data/entries.entities.js';
import { listFacts, UnitListData } from '../data/unit-list-data.js';
import { caseNo } from '../rules/case-no.js';
import { closedUp } from '../rules/ranking.js';
import { within } from '../rules/submission.js';
import { categoryById } from './entry-facts.js';
import { ListDesk, type OpenList } from './list-desk.js';

type Numbered = Entry & { readonly rank: number; readonly caseNo: string };

@Injectable()
export class LockList {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly lists: UnitListData,
    private readonly identity: Identity,
    private readonly events: Events,
  ) {}

  /** Makes a unit's list final: each endorsed entry is recommended and gets its case number. Once only. */
  run(actor: Actor, programmeId: string): Promise<ListLock & { entries: number }> {
    return this.database.transaction(actor, async (tx) => {
      const open = await this.desk.own(tx, programmeId);
      must('entries', within(open.stage.recommendation, open.stage, tx.now));
      if (open.locked) throw new Refused('entries.list-locked');
      const endorsed = await this.lists.endorsed(tx, open.list);
      if (endorsed.length === 0) throw new Refused('entries.list-empty');
      const numbered = await this.#number(tx, open, endorsed);
      const lock = lockOf(tx, open, numbered);
      await this.lists.recommend(tx, numbered);
      await this.lists.insertLock(tx, lock);
      await this.events.record(tx, 'entries.list-locked', {
        ...listFacts(open.list),
        fingerprint: lock.fingerprint,
        entryIds: numbered.map(({ id }) => id),
      });
      return { ...lock, entries: numbered.length };
    });
  }

  async #number(tx: Tx, open: OpenList, endorsed: readonly Entry[]): Promise<Numbered[]> {
    const unit = await this.identity.organisation(tx, open.list.unitId);
    const { year } = open.programme;
    return [...groupBy(endorsed, ({ categoryId }) => categoryId)].flatMap(([id, entries]) => {
      const categoryCode = categoryById(open.programme, id).code;
      return closedUp(entries).map((entry) => ({
        ...entry,
        caseNo: caseNo({ year, categoryCode, unitCode: unit.code, rank: entry.rank }),
      }));
    });
  }
}

/** The fingerprint covers what the printed list shows, so a list that was changed betrays itself. */
function lockOf(tx: Tx, open: OpenList, numbered: readonly Numbered[]): ListLock {
  const list = [...numbered]
    .sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1))
    .map(({ id, title, unitId, categoryId, rank, caseNo: number }) => ({
      id,
      title,
      unitId,
      categoryId,
      rank,
      caseNo: number,
    }));
  const fingerprint = createHash('sha256')
    .update(canonicalJson({ ...open.list, entries: list }))
    .digest('hex');
  return { ...open.list, lockedAt: tx.now, lockedBy: tx.actor.personId, fingerprint };
}
