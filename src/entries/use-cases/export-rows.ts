import { Injectable } from '@nestjs/common';
import { Identity, type OrganisationFacts } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Cell, type SheetOf, workedOut } from '../../platform/documents/workbook.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { UnitListData } from '../data/unit-list-data.js';
import { unitFigures } from '../rules/statistics.js';
import { CheckedRows } from './checked-rows.js';
import { checkSummaryTable } from './check-summary-table.js';
import { ListedEntries } from './listed-entries.js';
import { statisticsTable } from './statistics-table.js';
import { summaryTable } from './summary-table.js';

export const exportTables = ['formal-check', 'summary', 'statistics'] as const;
export type ExportTable = (typeof exportTables)[number];

/** Who goes through the list of the formal check, or watches over it. */
const checkers: readonly string[] = ['programme-admin', 'supervisor'];
/** Who stands over recommending units, or is one. */
const surveyors: readonly string[] = [...checkers, 'prefecture-officer'];

/** Which tables a role may take along. */
export const tablesFor = (role: string): ExportTable[] => [
  ...(checkers.includes(role) ? (['formal-check'] as const) : []),
  'summary',
  ...(surveyors.includes(role) ? (['statistics'] as const) : []),
];

/** The tables that may be exported, filled with the rows that the actor reaches. */
@Injectable()
export class ExportRows {
  constructor(
    private readonly entries: EntryData,
    private readonly checked: CheckedRows,
    private readonly listed: ListedEntries,
    private readonly lists: UnitListData,
    private readonly sheets: ListSheetData,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
  ) {}

  /** @throws Refused entries.not-found for a table that this role may not take along */
  async tableOf(
    tx: Tx,
    programme: ProgrammeFacts,
    table: ExportTable,
  ): Promise<SheetOf<readonly Cell[]>> {
    if (!tablesFor(tx.actor.role).includes(table)) throw new Refused('entries.not-found');
    if (table === 'summary') return this.#summary(tx, programme);
    return table === 'statistics' ? this.#statistics(tx, programme) : this.#checks(tx, programme);
  }

  async #checks(tx: Tx, programme: ProgrammeFacts): Promise<SheetOf<readonly Cell[]>> {
    const found = await this.entries.awaitingCheck(tx, programme.id);
    return workedOut(
      checkSummaryTable(programme.name, await this.checked.of(tx, programme, found)),
    );
  }

  async #summary(tx: Tx, programme: ProgrammeFacts): Promise<SheetOf<readonly Cell[]>> {
    const publicities = await this.sheets.publicities(tx, programme.id);
    const listed = await this.listed.of(tx, programme);
    const rows = listed.map((one) => ({
      ...one,
      publicity: publicities.get(one.entry.prefectureId) ?? null,
    }));
    return workedOut(summaryTable(programme.name, rows));
  }

  async #statistics(tx: Tx, programme: ProgrammeFacts): Promise<SheetOf<readonly Cell[]>> {
    const tallied = await this.lists.tallied(tx, programme.id);
    const quotas = await this.programmes.quotas(tx, programme.id);
    const schools = await this.identity.schoolCounts(tx);
    const publicities = await this.sheets.publicities(tx, programme.id);
    const hasQuota = programme.config.quota.mode !== 'none';
    const categoryIds = programme.categories.map(({ id }) => id);
    const rows = (await this.#units(tx)).map((unit) => {
      const placesOf = (categoryId: string): number | null => {
        const quota = quotas.find((row) => row.unitId === unit.id && row.categoryId === categoryId);
        return hasQuota ? (quota?.places ?? 0) : null;
      };
      return {
        ...unitFigures(unit.id, categoryIds, tallied, placesOf),
        unitName: unit.name,
        organisations: schools.get(unit.id) ?? 0,
        publicity: publicities.get(unit.id) ?? null,
      };
    });
    return workedOut(statisticsTable(programme, rows));
  }

  /** Every recommending unit for the province, for a prefecture itself. */
  async #units(tx: Tx): Promise<OrganisationFacts[]> {
    const all = await this.identity.recommendingUnits(tx);
    return checkers.includes(tx.actor.role)
      ? all
      : all.filter(({ id }) => id === tx.actor.organisationId);
  }
}
