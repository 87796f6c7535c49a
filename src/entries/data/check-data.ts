import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { CheckCode, CheckVerdict } from '../rules/check-items.js';
import { CheckMarkRow } from './check-mark.entity.js';

export type FoundRepeat = {
  readonly entryId: string;
  readonly isSameTitle: boolean;
  readonly caseNo: string;
  readonly title: string;
  readonly unitId: string;
  readonly programmeId: string;
};

type NewMark = {
  readonly entryId: string;
  readonly item: CheckCode;
  readonly verdict: CheckVerdict;
  readonly note: string;
};

/** What the formal check keeps, and what it looks for among all entries. */
@Injectable()
export class CheckData {
  constructor(private readonly identity: Identity) {}

  /** By entry, with the names of those who found it. */
  async namedMarks(
    tx: Tx,
    entryIds: readonly string[],
  ): Promise<Map<string, (CheckMarkRow & { byName: string })[]>> {
    const rows = await tx.manager.findBy(CheckMarkRow, { entryId: In([...entryIds]) });
    const people = await this.identity.people(
      tx,
      rows.flatMap(({ by }) => (by === null ? [] : [by])),
    );
    const named = rows.map((row) => ({ ...row, byName: people.get(row.by ?? '')?.name ?? '' }));
    return groupBy(named, ({ entryId }) => entryId);
  }

  /**
   * Writes a finding over the version that was seen, 0 for none.
   * @returns the new version @throws Refused platform.changed-since
   */
  async putMark(tx: Tx, mark: NewMark, seen: number): Promise<number> {
    const written = { ...mark, version: seen + 1, by: tx.actor.personId, at: tx.now };
    if (seen === 0) {
      const rows = await tx.manager.query<unknown[]>(
        `insert into entries.check_mark (entry_id, item, verdict, note, version, by, at)
         values ($1, $2, $3, $4, 1, $5, $6) on conflict do nothing returning item`,
        [mark.entryId, mark.item, mark.verdict, mark.note, written.by, written.at],
      );
      if (rows.length === 1) return 1;
    } else {
      const { entryId, item } = mark;
      const found = { entryId, item, version: seen };
      const { affected } = await tx.manager.update(CheckMarkRow, found, written);
      if (affected === 1) return written.version;
    }
    throw new Refused('platform.changed-since', { item: mark.item });
  }

  /** That these items of an entry are as they should be, over whatever was found before. */
  async confirm(tx: Tx, entryId: string, items: readonly CheckCode[]): Promise<void> {
    await tx.manager.query(
      `insert into entries.check_mark as mark (entry_id, item, verdict, note, version, by, at)
       select $1, item, 'fits', '', 1, $3, $4 from unnest($2::text[]) as item
       on conflict (entry_id, item) do update set verdict = 'fits', note = '',
         version = mark.version + 1, by = excluded.by, at = excluded.at`,
      [entryId, items, tx.actor.personId, tx.now],
    );
  }

  /** Recommended entries of the same title, and those of the same unit that an earlier selection accepted. */
  async repeats(tx: Tx, entryIds: readonly string[]): Promise<Map<string, FoundRepeat[]>> {
    const rows = await tx.manager.query<FoundRepeat[]>(
      `with mine as (
         select id, title_key, unit_id, programme_id from entries.entry where id = any($1)),
       found as (
         select mine.id as entry_id, other.id, true as same from mine
         join entries.entry other on other.title_key = mine.title_key and other.id <> mine.id
         where other.case_no is not null and other.state <> 'withdrawn'
         union all
         select mine.id, other.id, false from mine
         join entries.entry other on other.unit_id = mine.unit_id and other.programme_id <> mine.programme_id
         where other.state = 'accepted' and other.title_key <> mine.title_key)
       select found.entry_id as "entryId", found.same as "isSameTitle", other.case_no as "caseNo",
         other.title, other.unit_id as "unitId", other.programme_id as "programmeId"
       from found join entries.entry other on other.id = found.id
       order by found.same desc, other.created_at, other.id`,
      [entryIds],
    );
    return groupBy(rows, ({ entryId }) => entryId);
  }
}
