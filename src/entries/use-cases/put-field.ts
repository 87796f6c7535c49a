import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { fittingValue } from '../rules/field-value.js';
import { EntryDesk } from './entry-desk.js';

@Injectable()
export class PutField {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly events: Events,
  ) {}

  /**
   * Keeps what was written in one field.
   * @param field `seen` is the version of this field that the writer saw, 0 for one never written
   * @throws Refused platform.changed-since with the present value and version
   */
  run(
    actor: Actor,
    entryId: string,
    field: { readonly key: string; readonly value: unknown; readonly seen: number },
  ): Promise<{ version: number; savedAt: Date }> {
    const { key, seen } = field;
    return this.database.transaction(actor, async (tx) => {
      const { programme } = await this.desk.writable(tx, entryId, key);
      const rule = programme.config.fields.find((known) => known.key === key);
      if (rule === undefined) throw new Refused('entries.unknown-field');
      const value = must('entries', fittingValue(rule, field.value));
      const saved = await this.fields.put(tx, { entryId, key, value, seen });
      if (saved === null) throw await this.#changedSince(tx, entryId, key);
      await this.entries.touch(tx, entryId);
      await this.events.record(tx, 'entries.field-written', {
        entryId,
        key,
        version: saved.version,
      });
      return { version: saved.version, savedAt: tx.now };
    });
  }

  async #changedSince(tx: Tx, entryId: string, key: string): Promise<Refused> {
    const { value, version } = await this.fields.current(tx, entryId, key);
    return new Refused('platform.changed-since', { key, value, version });
  }
}
