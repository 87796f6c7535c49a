import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { type Dated, thinned } from '../rules/field-history.js';
import type { FieldValue } from '../rules/form.js';

export type FieldVersion = Dated & {
  readonly value: FieldValue;
  readonly byId: string | null;
};

const columns = `version, value, by as "byId", at`;

/** What a field said at its versions. Row-level security shows it to those who write the entry. */
@Injectable()
export class FieldVersionData {
  /** Keeps a version, and of the earlier ones no more than the rule asks for. */
  async keep(
    tx: Tx,
    field: {
      readonly entryId: string;
      readonly key: string;
      readonly version: number;
      readonly value: FieldValue;
    },
  ): Promise<void> {
    const { entryId, key, version, value } = field;
    await tx.manager.query(
      `insert into entries.field_version (entry_id, key, version, value, by, at)
       values ($1, $2, $3, $4::jsonb, $5, $6)`,
      [entryId, key, version, JSON.stringify(value), tx.actor.personId, tx.now],
    );
    const kept = await tx.manager.query<Dated[]>(
      'select version, at from entries.field_version where entry_id = $1 and key = $2',
      [entryId, key],
    );
    const spare = thinned(kept, tx.now);
    if (spare.length > 0)
      await tx.manager.query(
        `delete from entries.field_version where entry_id = $1 and key = $2 and version = any ($3::int[])`,
        [entryId, key, spare],
      );
  }

  /** The newest first. */
  list(tx: Tx, entryId: string, key: string): Promise<FieldVersion[]> {
    return tx.manager.query<FieldVersion[]>(
      `select ${columns} from entries.field_version where entry_id = $1 and key = $2
       order by version desc`,
      [entryId, key],
    );
  }

  /** @throws Refused entries.not-found */
  async one(tx: Tx, entryId: string, key: string, version: number): Promise<FieldVersion> {
    const [row] = await tx.manager.query<FieldVersion[]>(
      `select ${columns} from entries.field_version
       where entry_id = $1 and key = $2 and version = $3`,
      [entryId, key, version],
    );
    return found('entries', row ?? null);
  }
}
