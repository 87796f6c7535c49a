import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import type { EntryState } from '../rules/entry-states.js';
import { Entry, ListLock } from './entries.entities.js';
import { reachOf } from './reach.js';

export type ListKey = { readonly programmeId: string; readonly unitId: string };

/** The list as events name it. */
export const listFacts = ({ programmeId, unitId }: ListKey) => ({
  programmeId,
  prefectureId: unitId,
});

export type TalliedRow = {
  readonly prefectureId: string;
  readonly categoryId: string;
  readonly state: EntryState;
  readonly count: number;
  readonly unitIds: readonly string[];
};

/** States in which an entry fills a place of its unit. */
const onList = ['endorsed', 'recommended', 'correcting', 'accepted', 'rejected'] as const;

/** What a recommending unit puts forward: its list, its order, its lock. */
@Injectable()
export class UnitListData {
  /** Changes of one unit's list follow one another; held to the end of the transaction. */
  async hold(tx: Tx, { programmeId, unitId }: ListKey): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 811010))', [
      `${programmeId}/${unitId}`,
    ]);
  }

  /** The lock of the unit's list, or null while it may change. */
  lockOf(tx: Tx, { programmeId, unitId }: ListKey): Promise<ListLock | null> {
    return tx.manager.findOneBy(ListLock, { programmeId, unitId, unlockedAt: IsNull() });
  }

  /** Which of the lists are locked, as `programmeId/unitId`. */
  async lockedAmong(tx: Tx, lists: readonly ListKey[]): Promise<Set<string>> {
    const rows = await tx.manager.findBy(ListLock, {
      programmeId: In([...new Set(lists.map(({ programmeId }) => programmeId))]),
      unitId: In([...new Set(lists.map(({ unitId }) => unitId))]),
      unlockedAt: IsNull(),
    });
    return new Set(rows.map(({ programmeId, unitId }) => `${programmeId}/${unitId}`));
  }

  /** The entries on the list by category and rank. */
  entries(tx: Tx, { programmeId, unitId }: ListKey): Promise<Entry[]> {
    return tx.manager.find(Entry, {
      where: { programmeId, prefectureId: unitId, state: In([...onList]) },
      order: { categoryId: 'ASC', rank: 'ASC' },
    });
  }

  /** What stands on the lists of a selection within the actor's reach, or on one unit's. */
  listed(tx: Tx, programmeId: string, unitId?: string): Promise<Entry[]> {
    const query = tx.manager
      .createQueryBuilder(Entry, 'entry')
      .where(reachOf(tx.actor), { organisation: tx.actor.organisationId })
      .andWhere({ programmeId, state: In([...onList]) });
    if (unitId !== undefined) query.andWhere({ prefectureId: unitId });
    return query.orderBy('entry.rank').addOrderBy('entry.id').getMany();
  }

  /** How many entries that were ever handed in each unit has in each category and state, within reach. */
  tallied(tx: Tx, programmeId: string): Promise<TalliedRow[]> {
    return tx.manager
      .createQueryBuilder(Entry, 'entry')
      .select('entry.prefecture_id', 'prefectureId')
      .addSelect('entry.category_id', 'categoryId')
      .addSelect('entry.state', 'state')
      .addSelect('count(*)::int', 'count')
      .addSelect('array_agg(distinct entry.unit_id)', 'unitIds')
      .where(reachOf(tx.actor), { organisation: tx.actor.organisationId })
      .andWhere({ programmeId })
      .andWhere('entry.submitted_at is not null')
      .groupBy('entry.prefecture_id')
      .addGroupBy('entry.category_id')
      .addGroupBy('entry.state')
      .getRawMany<TalliedRow>();
  }

  /** The entries that still may move on the list, by category and rank, held to the end of the transaction. */
  endorsed(tx: Tx, list: ListKey, categoryId?: string): Promise<Entry[]> {
    const query = tx.manager
      .createQueryBuilder(Entry, 'entry')
      .where({ programmeId: list.programmeId, prefectureId: list.unitId, state: 'endorsed' });
    if (categoryId !== undefined) query.andWhere({ categoryId });
    return query
      .orderBy('entry.categoryId')
      .addOrderBy('entry.rank')
      .setLock('for_no_key_update')
      .getMany();
  }

  /** Places taken in a category, and the last rank given there. */
  async taken(tx: Tx, list: ListKey, categoryId: string): Promise<{ taken: number; last: number }> {
    const [row] = await tx.manager.query<{ taken: number; last: number }[]>(
      `select count(*)::int as taken, coalesce(max(rank), 0)::int as last from entries.entry
       where programme_id = $1 and prefecture_id = $2 and category_id = $3 and state = any($4)`,
      [list.programmeId, list.unitId, categoryId, onList],
    );
    return row ?? { taken: 0, last: 0 };
  }

  /** How many places each unit has filled in each category. */
  takenByUnit(
    tx: Tx,
    programmeId: string,
  ): Promise<{ unitId: string; categoryId: string; taken: number }[]> {
    return tx.manager.query(
      `select prefecture_id as "unitId", category_id as "categoryId", count(*)::int as taken
       from entries.entry where programme_id = $1 and state = any($2)
       group by prefecture_id, category_id`,
      [programmeId, onList],
    );
  }

  /** Gives the ranks 1, 2, 3 … in the order of the ids. */
  async rank(tx: Tx, entryIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      `update entries.entry set rank = wanted.rank
       from unnest($1::uuid[]) with ordinality as wanted (id, rank) where entry.id = wanted.id`,
      [entryIds],
    );
  }

  /** Moves up what stood below a place that came free. */
  async closeUp(tx: Tx, list: ListKey, categoryId: string, below: number): Promise<void> {
    await tx.manager.query(
      `update entries.entry set rank = rank - 1 where programme_id = $1 and prefecture_id = $2
         and category_id = $3 and rank > $4 and state = 'endorsed'`,
      [list.programmeId, list.unitId, categoryId, below],
    );
  }

  /** Gives the whole list its numbers and its new state. */
  async recommend(
    tx: Tx,
    entries: readonly { id: string; rank: number; caseNo: string }[],
  ): Promise<void> {
    await tx.manager.query(
      `update entries.entry set state = 'recommended', version = version + 1, updated_at = $4,
         rank = numbered.rank, case_no = numbered.case_no
       from unnest($1::uuid[], $2::int[], $3::text[]) as numbered (id, rank, case_no)
       where entry.id = numbered.id and entry.state = 'endorsed'`,
      [
        entries.map(({ id }) => id),
        entries.map(({ rank }) => rank),
        entries.map(({ caseNo }) => caseNo),
        tx.now,
      ],
    );
  }

  async insertLock(tx: Tx, lock: Omit<ListLock, `unlocked${string}`>): Promise<void> {
    await tx.manager.insert(ListLock, lock);
  }

  /** The locks of a selection that hold, in the order in which they were made. */
  locks(tx: Tx, programmeId: string): Promise<ListLock[]> {
    return tx.manager.find(ListLock, {
      where: { programmeId, unlockedAt: IsNull() },
      order: { lockedAt: 'ASC', unitId: 'ASC' },
    });
  }

  /** The last time the unit's list was opened again, or null if it never was. */
  lastUnlocked(tx: Tx, { programmeId, unitId }: ListKey): Promise<ListLock | null> {
    return tx.manager.findOne(ListLock, {
      where: { programmeId, unitId, unlockedAt: Not(IsNull()) },
      order: { unlockedAt: 'DESC' },
    });
  }

  /** Opens the unit's locked list: its entries are endorsed again, in their order, without numbers. */
  async unlock(tx: Tx, { programmeId, unitId }: ListKey, reason: string): Promise<void> {
    await tx.manager.update(
      ListLock,
      { programmeId, unitId, unlockedAt: IsNull() },
      { unlockedAt: tx.now, unlockedBy: tx.actor.personId, unlockedReason: reason },
    );
    await tx.manager.query(
      `update entries.entry set state = 'endorsed', case_no = null, version = version + 1, updated_at = $3
       where programme_id = $1 and prefecture_id = $2 and state = 'recommended'`,
      [programmeId, unitId, tx.now],
    );
  }
}
