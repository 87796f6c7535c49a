import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

export type StoredText = { readonly entryId: string; readonly folded: string };
export type AlikePair = {
  readonly entryId: string;
  readonly otherId: string;
  /** How much of the entry stands in the other one, in thousandths. */
  readonly share: number;
};

/** The search for copies: plain SQL, because it is about sets of hashes and not about things. */
@Injectable()
export class LikenessData {
  /** Indexings follow one another, so that of two alike entries the later one meets the earlier. */
  async hold(tx: Tx): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(811020)');
  }

  /** Replaces what is known of an entry's text. @returns its number in the index */
  async put(
    tx: Tx,
    { entryId, text, folded, prints }: StoredText & { text: string; prints: readonly number[] },
  ): Promise<number> {
    const [row] = await tx.manager.query<{ no: number }[]>(
      `insert into entries.likeness_text (entry_id, text, folded, indexed_at) values ($1, $2, $3, $4)
       on conflict (entry_id) do update
         set text = excluded.text, folded = excluded.folded, indexed_at = excluded.indexed_at
       returning no`,
      [entryId, text, folded, tx.now],
    );
    const no = row?.no ?? 0;
    await tx.manager.query('delete from entries.likeness_print where no = $1', [no]);
    await tx.manager.query(
      'insert into entries.likeness_print (hash, no) select unnest($1::int[]), $2',
      [prints, no],
    );
    return no;
  }

  /** The texts that share at least so many fingerprints with text number `no`, the most first. */
  candidates(
    tx: Tx,
    { no, prints, least }: { no: number; prints: readonly number[]; least: number },
  ): Promise<StoredText[]> {
    return tx.manager.query(
      `select text.entry_id as "entryId", text.folded
       from (select no, count(*) as shared from entries.likeness_print
             where hash = any($1::int[]) and no <> $2
             group by no having count(*) >= $3 order by shared desc, no limit 30) as near
       join entries.likeness_text text on text.no = near.no
       join entries.entry entry on entry.id = text.entry_id and entry.state <> 'withdrawn'`,
      [prints, no, least],
    );
  }

  /** Replaces every pair of an entry, in both directions. */
  async putPairs(tx: Tx, entryId: string, pairs: readonly AlikePair[]): Promise<void> {
    await tx.manager.query(
      'delete from entries.likeness_pair where entry_id = $1 or other_id = $1',
      [entryId],
    );
    await tx.manager.query(
      `insert into entries.likeness_pair (entry_id, other_id, share)
       select pair."entryId", pair."otherId", pair.share
       from jsonb_to_recordset($1::jsonb) as pair ("entryId" uuid, "otherId" uuid, share int)`,
      [JSON.stringify(pairs)],
    );
  }

  /** The pairs of these entries that the actor may see, the likest first. */
  pairs(tx: Tx, entryIds: readonly string[]): Promise<AlikePair[]> {
    return tx.manager.query(
      `select entry_id as "entryId", other_id as "otherId", share from entries.likeness_pair
       where entry_id = any($1::uuid[]) order by share desc, other_id`,
      [entryIds],
    );
  }

  /** The compared texts of those of the entries that the actor may see, by entry. */
  async texts(tx: Tx, entryIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.manager.query<{ entryId: string; text: string }[]>(
      `select entry_id as "entryId", text from entries.likeness_text where entry_id = any($1::uuid[])`,
      [entryIds],
    );
    return new Map(rows.map(({ entryId, text }) => [entryId, text]));
  }
}
