import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import type { FieldValue } from '../rules/form.js';
import { EntryField, Remark } from './entries.entities.js';
import { FieldVersionData } from './field-version-data.js';

export type SavedField = { readonly version: number };
type WrittenField = {
  readonly entryId: string;
  readonly key: string;
  readonly value: FieldValue;
  readonly seen: number;
};
export type CurrentField = { readonly value: FieldValue; readonly version: number };

/** The answers of entries and the remarks on them. */
@Injectable()
export class FieldData {
  constructor(private readonly versions: FieldVersionData) {}

  /** By entry, then in the order of keys. */
  async ofEntries(tx: Tx, entryIds: readonly string[]): Promise<Map<string, EntryField[]>> {
    const rows = await tx.manager.find(EntryField, {
      where: { entryId: In([...entryIds]) },
      order: { key: 'ASC' },
    });
    return groupBy(rows, ({ entryId }) => entryId);
  }

  /**
   * Writes a value over the version that was seen, 0 for a field without one, and keeps it in the history.
   * @returns null when somebody wrote it meanwhile
   */
  async put(tx: Tx, field: WrittenField): Promise<SavedField | null> {
    const saved = await this.#write(tx, field);
    if (saved !== null) await this.versions.keep(tx, { ...field, version: saved.version });
    return saved;
  }

  async #write(tx: Tx, field: WrittenField): Promise<SavedField | null> {
    const { entryId, key, value, seen } = field;
    const written = [entryId, key, JSON.stringify(value), tx.actor.personId, tx.now];
    if (seen === 0) {
      const rows = await tx.manager.query<SavedField[]>(
        `insert into entries.entry_field (entry_id, key, value, version, updated_by, updated_at)
         values ($1, $2, $3::jsonb, 1, $4, $5) on conflict do nothing returning version`,
        written,
      );
      return rows[0] ?? null;
    }
    const [rows] = await tx.manager.query<[SavedField[], number]>(
      `update entries.entry_field set value = $3::jsonb, version = version + 1, updated_by = $4, updated_at = $5
       where entry_id = $1 and key = $2 and version = $6 returning version`,
      [...written, seen],
    );
    return rows[0] ?? null;
  }

  async current(tx: Tx, entryId: string, key: string): Promise<CurrentField> {
    const row = await tx.manager.findOneBy(EntryField, { entryId, key });
    return { value: row?.value ?? null, version: row?.version ?? 0 };
  }

  async remark(tx: Tx, remarks: readonly Remark[]): Promise<void> {
    await tx.manager.insert(Remark, [...remarks]);
  }

  /** The remarks that wait for an answer, in their order. */
  openRemarks(tx: Tx, entryId: string): Promise<Remark[]> {
    return tx.manager.find(Remark, {
      where: { entryId, resolvedAt: IsNull() },
      order: { at: 'ASC', position: 'ASC' },
    });
  }

  async resolveRemarks(tx: Tx, entryId: string): Promise<void> {
    await tx.manager.update(Remark, { entryId, resolvedAt: IsNull() }, { resolvedAt: tx.now });
  }
}
