import { Injectable } from '@nestjs/common';
import { Identity, type OrganisationFacts } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { FieldData } from '../data/field-data.js';
import { UnitListData } from '../data/unit-list-data.js';
import type { SheetRow } from '../rules/list-sheet.js';
import { sheetRowOf } from './list-sheet-desk.js';

export type ListedEntry = {
  readonly entry: Entry;
  readonly prefecture: OrganisationFacts;
  readonly row: SheetRow;
};

/** What stands on the lists within the actor's reach: by unit in administrative order, category and rank. */
@Injectable()
export class ListedEntries {
  constructor(
    private readonly lists: UnitListData,
    private readonly fields: FieldData,
    private readonly identity: Identity,
  ) {}

  /** @param unitId of one recommending unit alone */
  async of(tx: Tx, programme: ProgrammeFacts, unitId?: string): Promise<ListedEntry[]> {
    const entries = await this.lists.listed(tx, programme.id, unitId);
    const ids = entries.map(({ id }) => id);
    const fields = await this.fields.ofEntries(tx, ids);
    const organisations = await this.identity.organisations(
      tx,
      entries.flatMap(({ unitId: unit, countyId, prefectureId }) =>
        countyId ? [unit, countyId, prefectureId] : [unit, prefectureId],
      ),
    );
    const place = new Map(programme.categories.map(({ id, position }) => [id, position]));
    const listed = entries.flatMap((entry) => {
      const prefecture = organisations.get(entry.prefectureId);
      const own = fields.get(entry.id) ?? [];
      if (prefecture === undefined) return [];
      return [{ entry, prefecture, row: sheetRowOf(entry, programme, organisations, own) }];
    });
    return listed.sort(
      (a, b) =>
        compare(a.prefecture.code, b.prefecture.code) ||
        (place.get(a.entry.categoryId) ?? 0) - (place.get(b.entry.categoryId) ?? 0) ||
        a.row.rank - b.row.rank,
    );
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
