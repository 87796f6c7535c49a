import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { readRows, type ReadRow } from '../../platform/documents/read-workbook.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { CreateEntry } from './create-entry.js';
import { type EntryRow, type EntryRows, readEntryRows } from './read-entry-rows.js';

const mostRows = 200;

/** Drafts out of a sheet: looked at first, then all of them or none. */
@Injectable()
export class ImportEntries {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly create: CreateEntry,
    private readonly events: Events,
  ) {}

  /** What would become of each row; nothing is written. */
  async preview(actor: Actor, programmeId: string, sent: Readable): Promise<EntryRows> {
    const read = await readRows(sent, mostRows);
    return this.database.transaction(actor, (tx) => this.#read(tx, programmeId, read));
  }

  /**
   * @returns the ids of the new drafts in the order of the rows
   * @throws Refused entries.sheet-rows-wrong with every fault; then nothing was written
   */
  async run(actor: Actor, programmeId: string, sent: Readable): Promise<string[]> {
    const read = await readRows(sent, mostRows);
    return this.database.transaction(actor, async (tx) => {
      const { rows, faults } = await this.#read(tx, programmeId, read);
      if (faults.length > 0) throw new Refused('entries.sheet-rows-wrong', { faults: [...faults] });
      const entryIds: string[] = [];
      for (const row of rows) entryIds.push(await this.#write(tx, programmeId, row));
      await this.events.record(tx, 'entries.imported', { programmeId, entryIds });
      return entryIds;
    });
  }

  async #read(tx: Tx, programmeId: string, read: readonly ReadRow[]): Promise<EntryRows> {
    const { organisationId } = tx.actor;
    if (organisationId === null) throw new Refused('entries.unit-may-not-submit');
    const programme = await this.programmes.find(tx, programmeId);
    const unit = await this.identity.organisation(tx, organisationId);
    const known = (await this.entries.standing(tx, programmeId))
      .filter(({ unitId }) => unitId === organisationId)
      .map(({ title }) => title);
    return readEntryRows(programme, unit.name, read, known);
  }

  async #write(tx: Tx, programmeId: string, row: EntryRow): Promise<string> {
    const { title, categoryCode, values } = row;
    const { id } = await this.create.begin(tx, { programmeId, categoryCode, title });
    for (const [key, value] of values)
      await this.fields.put(tx, { entryId: id, key, value, seen: 0 });
    return id;
  }
}
