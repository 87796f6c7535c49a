import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Typesetter } from '../../platform/documents/typeset.js';
import { workbookFile } from '../../platform/documents/workbook.js';
import { FileStore } from '../../platform/files/file-store.js';
import { madeFile, type OutgoingFile } from '../../platform/files/outgoing-file.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { ListSheet } from '../data/list-sheet.entities.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { mediaTypes } from '../rules/file-kind.js';
import { sheetData, sheetTemplate, sheetWorkbook } from './list-sheet-documents.js';

export const sheetForms = ['pdf', 'xlsx', 'scan'] as const;
export type SheetForm = (typeof sheetForms)[number];

/** The newest sheet of the actor's unit as a file. */
@Injectable()
export class ReadListSheet {
  constructor(
    private readonly database: Database,
    private readonly sheets: ListSheetData,
    private readonly typesetter: Typesetter,
    private readonly files: FileStore,
  ) {}

  /** @throws Refused entries.no-sheet, entries.not-found when there is no scan */
  async run(actor: Actor, programmeId: string, form: SheetForm): Promise<OutgoingFile> {
    const { organisationId } = actor;
    if (organisationId === null) throw new Refused('entries.not-own-entry');
    const sheet = await this.database.transaction(actor, (tx) =>
      this.sheets.newest(tx, { programmeId, unitId: organisationId }),
    );
    if (sheet === null) throw new Refused('entries.no-sheet');
    return form === 'scan' ? this.#scan(sheet) : this.#document(sheet, form);
  }

  async #document(sheet: ListSheet, form: 'pdf' | 'xlsx'): Promise<OutgoingFile> {
    const name = `${sheet.content.unitName}推荐汇总表（第${sheet.number}版）`;
    if (form === 'xlsx') return workbookFile(name, sheetWorkbook(sheet), sheet.generatedAt);
    const pdf = await this.typesetter.set(sheetTemplate, sheetData(sheet), sheet.generatedAt);
    return madeFile(`${name}.pdf`, mediaTypes.pdf, pdf);
  }

  async #scan(sheet: ListSheet): Promise<OutgoingFile> {
    const key = found('entries', sheet.scanKey);
    return {
      name: sheet.scanName ?? '',
      mediaType: sheet.scanMediaType ?? '',
      size: sheet.scanSize ?? 0,
      bytes: await this.files.read(key),
    };
  }
}
