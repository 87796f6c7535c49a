import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity, Passwords } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { Entry, ListLock } from '../data/entries.entities.js';
import { listFacts, UnitListData } from '../data/unit-list-data.js';
import { caseNo } from '../rules/case-no.js';
import { closedUp } from '../rules/ranking.js';
import { within } from '../rules/submission.js';
import { categoryById } from './entry-facts.js';
import { ListDesk, type OpenList } from './list-desk.js';
import { ListSheetDesk } from './list-sheet-desk.js';

type Numbered = Entry & { readonly rank: number; readonly caseNo: string };

@Injectable()
export class LockList {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly lists: UnitListData,
    private readonly sheetDesk: ListSheetDesk,
    private readonly identity: Identity,
    private readonly passwords: Passwords,
    private readonly events: Events,
  ) {}

  /**
   * Makes a unit's list final: each endorsed entry is recommended and gets its case number. Once, unless
   * the province opens it again.
   * The list must be the one on the stamped sheet, and who locks it signs with their password.
   */
  async run(
    actor: Actor,
    programmeId: string,
    password: string,
  ): Promise<Pick<ListLock, 'lockedAt' | 'fingerprint'> & { entries: number }> {
    await this.passwords.confirm(actor, password);
    return this.database.transaction(actor, async (tx) => {
      const open = await this.desk.own(tx, programmeId);
      must('entries', within(open.stage.recommendation, open.stage, tx.now));
      if (open.locked) throw new Refused('entries.list-locked');
      const endorsed = await this.lists.endorsed(tx, open.list);
      if (endorsed.length === 0) throw new Refused('entries.list-empty');
      const fingerprint = await this.#stamped(tx, open);
      const numbered = await this.#number(tx, open, endorsed);
      const lock = {
        ...open.list,
        lockedAt: tx.now,
        lockedBy: tx.actor.personId,
        fingerprint,
      };
      await this.lists.recommend(tx, numbered);
      await this.lists.insertLock(tx, lock);
      await this.events.record(tx, 'entries.list-locked', {
        ...listFacts(open.list),
        fingerprint,
        entryIds: numbered.map(({ id }) => id),
      });
      return { ...lock, entries: numbered.length };
    });
  }

  /** The fingerprint of the list, when a stamped sheet shows exactly it. */
  async #stamped(tx: Tx, { programme, list }: OpenList): Promise<string> {
    const { standing, fingerprint, changes } = await this.sheetDesk.of(tx, programme, list);
    if (standing === 'none') throw new Refused('entries.no-sheet');
    if (standing === 'outdated')
      throw new Refused('entries.sheet-outdated', { changes: [...changes] });
    if (standing === 'printed') throw new Refused('entries.scan-missing');
    return fingerprint;
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
