import { Injectable } from '@nestjs/common';
import { Identity, type OrganisationFacts } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { Entry, EntryField } from '../data/entries.entities.js';
import { FieldData } from '../data/field-data.js';
import type { ListSheet, LocalPublicityRecord } from '../data/list-sheet.entities.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { type ListKey, UnitListData } from '../data/unit-list-data.js';
import type { FieldValue, PersonValue } from '../rules/form.js';
import {
  type LocalPublicity,
  type SheetChange,
  sheetChanges,
  type SheetContent,
  sheetFingerprint,
  type SheetRow,
  type SheetStanding,
  sheetStanding,
} from '../rules/list-sheet.js';
import { categoryById } from './entry-facts.js';

/** A unit's newest printed sheet against its list as it stands. */
export type SheetDesk = {
  readonly sheet: ListSheet | null;
  readonly content: SheetContent;
  /** Of the list as it stands. */
  readonly fingerprint: string;
  readonly standing: SheetStanding;
  /** Why a printed sheet is void; empty while it is not. */
  readonly changes: readonly SheetChange[];
  readonly publicity: LocalPublicityRecord | null;
};

/** Lays a unit's list out as its sheet would be printed now. */
@Injectable()
export class ListSheetDesk {
  constructor(
    private readonly lists: UnitListData,
    private readonly sheets: ListSheetData,
    private readonly fields: FieldData,
    private readonly identity: Identity,
  ) {}

  async of(tx: Tx, programme: ProgrammeFacts, list: ListKey): Promise<SheetDesk> {
    const publicity = await this.sheets.publicity(tx, list);
    const content = await this.#content(tx, programme, list, publicity);
    const sheet = await this.sheets.newest(tx, list);
    const fingerprint = sheetFingerprint(content);
    const printed = sheet && { fingerprint: sheet.fingerprint, scanned: sheet.scanKey !== null };
    const standing = sheetStanding(printed, fingerprint);
    const changes = sheet && standing === 'outdated' ? sheetChanges(sheet.content, content) : [];
    return { sheet, content, fingerprint, standing, changes, publicity };
  }

  async #content(
    tx: Tx,
    programme: ProgrammeFacts,
    list: ListKey,
    publicity: LocalPublicityRecord | null,
  ): Promise<SheetContent> {
    const entries = await this.lists.entries(tx, list);
    const fields = await this.fields.ofEntries(
      tx,
      entries.map(({ id }) => id),
    );
    const organisations = await this.identity.organisations(tx, [
      list.unitId,
      ...entries.flatMap(({ unitId, countyId }) => (countyId ? [unitId, countyId] : [unitId])),
    ]);
    return {
      programmeName: programme.name,
      unitName: organisations.get(list.unitId)?.name ?? '',
      rows: programme.categories.flatMap(({ id: categoryId }) =>
        entries
          .filter((entry) => entry.categoryId === categoryId)
          .map((entry) => sheetRowOf(entry, programme, organisations, fields.get(entry.id) ?? [])),
      ),
      publicity: publicity && recordOf(publicity),
    };
  }
}

const recordOf = ({ place, startsOn, endsOn, objections, outcome }: LocalPublicity) => ({
  place,
  startsOn,
  endsOn,
  objections,
  outcome,
});

/** The fields are those that the official forms name; a form without one leaves its column empty. */
export function sheetRowOf(
  entry: Entry,
  programme: ProgrammeFacts,
  organisations: ReadonlyMap<string, OrganisationFacts>,
  fields: readonly EntryField[],
): SheetRow {
  const category = categoryById(programme, entry.categoryId);
  const answer = (key: string): FieldValue =>
    fields.find((field) => field.key === key)?.value ?? null;
  return {
    entryId: entry.id,
    categoryCode: category.code,
    categoryName: category.name,
    rank: entry.rank ?? 0,
    title: entry.title,
    countyName: organisations.get(entry.countyId ?? '')?.name ?? '',
    unitName: organisations.get(entry.unitId)?.name ?? '',
    schoolStage: words(answer('stage')),
    contributors: words(answer('contributors')),
    contactName: words(answer('contactName')),
    contactPhone: words(answer('contactPhone')),
  };
}

/** An answer as one cell of a table. */
function words(value: FieldValue): string {
  if (value === null || typeof value === 'boolean') return '';
  if (!Array.isArray(value)) return String(value);
  return (value as readonly (string | PersonValue)[])
    .map((one) => (typeof one === 'string' ? one : one.name))
    .join('、');
}
