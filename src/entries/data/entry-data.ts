import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { EntryState } from '../rules/entry-states.js';
import { Entry } from './entries.entities.js';
import { reachOf } from './reach.js';

export const entriesPerPage = 100;
/** Of one sheet. */
const mostExported = 5_000;

export type EntryFilter = {
  readonly programmeId?: string;
  readonly state?: EntryState;
  readonly categoryId?: string;
  /** The last entry of the page before. */
  readonly after?: string;
};

@Injectable()
export class EntryData {
  async insert(tx: Tx, entry: Entry): Promise<void> {
    await tx.manager.insert(Entry, entry);
  }

  /** @throws Refused entries.not-found when absent or out of the actor's reach, alike */
  async find(tx: Tx, id: string): Promise<Entry> {
    return found('entries', await this.#reached(tx).andWhere('entry.id = :id', { id }).getOne());
  }

  /** Those of the ids that are in reach. */
  some(tx: Tx, ids: readonly string[]): Promise<Entry[]> {
    return this.#reached(tx)
      .andWhere('entry.id = any(:ids)', { ids: [...ids] })
      .getMany();
  }

  /**
   * As `find`, held to the end of the transaction.
   * @param seen the version the actor decided on; absent where each part has its own
   * @throws Refused platform.changed-since
   */
  async lock(tx: Tx, id: string, seen?: number): Promise<Entry> {
    const query = this.#reached(tx).andWhere('entry.id = :id', { id });
    const entry = found('entries', await query.setLock('for_no_key_update').getOne());
    if (seen !== undefined && entry.version !== seen)
      throw new Refused('platform.changed-since', { version: entry.version });
    return entry;
  }

  /** Writes a change and counts the version up. @returns the new version */
  async change(tx: Tx, entry: Entry, change: Partial<Entry>): Promise<number> {
    const version = entry.version + 1;
    const { affected } = await tx.manager.update(
      Entry,
      { id: entry.id, version: entry.version },
      { ...change, version, updatedAt: tx.now },
    );
    if (affected !== 1) throw new Refused('platform.changed-since', { version: entry.version });
    return version;
  }

  /** A part of the entry changed, which has a version of its own. */
  async touch(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(Entry, { id }, { updatedAt: tx.now });
  }

  /** The newest first; one more than a page holds when there is a next page. */
  page(tx: Tx, filter: EntryFilter): Promise<Entry[]> {
    const query = this.#filtered(tx, filter)
      .orderBy('entry.createdAt', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .limit(entriesPerPage + 1);
    if (filter.after !== undefined)
      query.andWhere(
        '(entry.created_at, entry.id) < (select seen.created_at, seen.id from entries.entry seen where seen.id = :after)',
        { after: filter.after },
      );
    return query.getMany();
  }

  /** Everything of a selection within reach that was not withdrawn, in the order in which it began. */
  standing(tx: Tx, programmeId: string): Promise<Entry[]> {
    return this.#filtered(tx, { programmeId })
      .andWhere(`entry.state <> 'withdrawn'`)
      .orderBy('entry.createdAt')
      .addOrderBy('entry.id')
      .limit(mostExported)
      .getMany();
  }

  /** How many entries the filter finds in each state, whatever state it names. */
  async counts(tx: Tx, filter: EntryFilter): Promise<{ state: EntryState; count: number }[]> {
    return this.#filtered(tx, { ...filter, state: undefined })
      .select('entry.state', 'state')
      .addSelect('count(*)::int', 'count')
      .groupBy('entry.state')
      .orderBy('entry.state')
      .getRawMany<{ state: EntryState; count: number }>();
  }

  /** Entries of locked lists by case number. @param page one more than its limit when there is a next page */
  awaitingCheck(
    tx: Tx,
    programmeId: string,
    page?: { readonly after: string | undefined; readonly limit: number },
  ): Promise<Entry[]> {
    const query = this.#awaitingCheck(tx, programmeId);
    if (page) query.limit(page.limit + 1);
    if (page?.after !== undefined) query.andWhere('entry.case_no > :after', { after: page.after });
    return query.getMany();
  }

  /** As `awaitingCheck`, all of them, held to the end of the transaction. */
  lockAwaitingCheck(tx: Tx, programmeId: string): Promise<Entry[]> {
    return this.#awaitingCheck(tx, programmeId).setLock('for_no_key_update').getMany();
  }

  /** Whether a receipt number is already given. Asked of entries in reach; the unique key asks of all. */
  async nextFree(
    tx: Tx,
    column: 'receipt_no' | 'blind_code',
    candidates: readonly string[],
  ): Promise<string> {
    const taken = await tx.manager.query<{ code: string }[]>(
      `select ${column} as code from entries.entry where ${column} = any($1)`,
      [candidates],
    );
    const used = new Set(taken.map(({ code }) => code));
    const free = candidates.find((candidate) => !used.has(candidate));
    if (free === undefined) throw new Error(`no free ${column} among ${candidates.length}`);
    return free;
  }

  #awaitingCheck(tx: Tx, programmeId: string): SelectQueryBuilder<Entry> {
    return this.#reached(tx)
      .andWhere('entry.programme_id = :programmeId', { programmeId })
      .andWhere(`entry.state in ('recommended', 'correcting', 'accepted', 'rejected')`)
      .orderBy('entry.caseNo');
  }

  #filtered(tx: Tx, filter: EntryFilter): SelectQueryBuilder<Entry> {
    const query = this.#reached(tx);
    for (const [column, value] of [
      ['programme_id', filter.programmeId],
      ['category_id', filter.categoryId],
      ['state', filter.state],
    ] as const)
      if (value !== undefined) query.andWhere(`entry.${column} = :${column}`, { [column]: value });
    return query;
  }

  #reached(tx: Tx): SelectQueryBuilder<Entry> {
    return tx.manager
      .createQueryBuilder(Entry, 'entry')
      .where(reachOf(tx.actor), { organisation: tx.actor.organisationId });
  }
}
