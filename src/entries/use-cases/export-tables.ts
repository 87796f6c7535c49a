import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { tableData, tableTemplate } from '../../platform/documents/table-pdf.js';
import { Typesetter } from '../../platform/documents/typeset.js';
import { workbookFile } from '../../platform/documents/workbook.js';
import { madeFile, type OutgoingFile } from '../../platform/files/outgoing-file.js';
import { Programmes } from '../../programmes/public-api.js';
import { mediaTypes } from '../rules/file-kind.js';
import { ExportRows, type ExportTable } from './export-rows.js';

export const tableForms = ['xlsx', 'pdf'] as const;
export type TableForm = (typeof tableForms)[number];

/** The tables that leave the house, each from the rows its reader reaches, each leaving a line in the record. */
@Injectable()
export class ExportTables {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rows: ExportRows,
    private readonly typesetter: Typesetter,
    private readonly events: Events,
  ) {}

  async run(
    actor: Actor,
    programmeId: string,
    wanted: { readonly table: ExportTable; readonly form: TableForm },
  ): Promise<OutgoingFile> {
    const { sheet, at } = await this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const table = await this.rows.tableOf(tx, programme, wanted.table);
      await this.events.record(tx, 'entries.table-exported', {
        programmeId,
        ...wanted,
        rows: table.rows.length,
      });
      return { sheet: table, at: tx.now };
    });
    const name = sheet.title[0] ?? sheet.name;
    if (wanted.form === 'xlsx') return workbookFile(name, sheet, at);
    const pdf = await this.typesetter.set(tableTemplate, tableData(sheet), at);
    return madeFile(`${name}.pdf`, mediaTypes.pdf, pdf);
  }
}
