import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { type SheetColumn, type SheetOf, workbookFile } from '../../platform/documents/workbook.js';
import type { OutgoingFile } from '../../platform/files/outgoing-file.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Entry, EntryField } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import {
  categoryColumn,
  cellOf,
  chunked,
  continued,
  headingsOf,
  titleColumn,
  unitColumn,
} from '../rules/entry-exchange.js';
import { categoryById } from './entry-facts.js';

type Row = {
  readonly entry: Entry;
  readonly unitName: string;
  /** Each field's text in as many cells as it needs, by key. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
};

/** Entries as a sheet that can be read in again. */
@Injectable()
export class ExportEntries {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly identity: Identity,
    private readonly events: Events,
  ) {}

  /** What the actor reaches of a selection and was not withdrawn, one entry in a row. */
  async run(actor: Actor, programmeId: string): Promise<OutgoingFile> {
    const { sheet, at } = await this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const entries = await this.entries.standing(tx, programmeId);
      const fields = await this.fields.ofEntries(
        tx,
        entries.map(({ id }) => id),
      );
      const units = await this.identity.organisations(
        tx,
        entries.map(({ unitId }) => unitId),
      );
      await this.events.record(tx, 'entries.exported', { programmeId, entries: entries.length });
      const rows = entries.map((entry) => ({
        entry,
        unitName: units.get(entry.unitId)?.name ?? '',
        cells: cellsOf(fields.get(entry.id) ?? []),
      }));
      return { sheet: sheetOf(programme, rows), at: tx.now };
    });
    return workbookFile(sheet.name, sheet, at);
  }

  /** A sheet without rows, to be filled in. */
  async template(actor: Actor, programmeId: string): Promise<OutgoingFile> {
    const { programme, at } = await this.database.transaction(actor, async (tx) => ({
      programme: await this.programmes.find(tx, programmeId),
      at: tx.now,
    }));
    return workbookFile('导入模板', sheetOf(programme, []), at);
  }
}

const cellsOf = (fields: readonly EntryField[]): ReadonlyMap<string, readonly string[]> =>
  new Map(fields.map(({ key, value }) => [key, chunked(cellOf(value))]));

function sheetOf(programme: ProgrammeFacts, rows: readonly Row[]): SheetOf<Row> {
  const headings = headingsOf(programme.config.fields);
  const answers = programme.config.fields.flatMap(({ key, label }) => {
    const most = Math.max(1, ...rows.map(({ cells }) => cells.get(key)?.length ?? 0));
    return Array.from({ length: most }, (_, nth): SheetColumn<Row> => ({
      heading: continued(headings.get(key) ?? label, nth),
      width: 20,
      value: ({ cells }) => cells.get(key)?.[nth] ?? '',
    }));
  });
  return {
    name: '案例',
    title: [],
    columns: [
      { heading: unitColumn, width: 24, value: ({ unitName }) => unitName },
      {
        heading: categoryColumn,
        width: 16,
        value: ({ entry }) => categoryById(programme, entry.categoryId).name,
      },
      { heading: titleColumn, width: 36, value: ({ entry }) => entry.title },
      ...answers,
    ],
    rows,
    footer: [],
  };
}
