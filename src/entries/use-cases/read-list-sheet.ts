import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Typesetter } from '../../platform/documents/typeset.js';
import { workbook, xlsxType } from '../../platform/documents/workbook.js';
import { FileStore } from '../../platform/files/file-store.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { ListSheet } from '../data/list-sheet.entities.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { mediaTypes } from '../rules/file-kind.js';
import { sheetData, sheetTemplate, sheetWorkbook } from './list-sheet-documents.js';

export const sheetForms = ['pdf', 'xlsx', 'scan'] as const;
export type SheetForm = (typeof sheetForms)[number];

export type SheetFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: Readable;
};

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
  async run(actor: Actor, programmeId: string, form: SheetForm): Promise<SheetFile> {
    const { organisationId } = actor;
    if (organisationId === null) throw new Refused('entries.not-own-entry');
    const sheet = await this.database.transaction(actor, (tx) =>
      this.sheets.newest(tx, { programmeId, unitId: organisationId }),
    );
    if (sheet === null) throw new Refused('entries.no-sheet');
    return form === 'scan' ? this.#scan(sheet) : this.#document(sheet, form);
  }

  async #document(sheet: ListSheet, form: 'pdf' | 'xlsx'): Promise<SheetFile> {
    const bytes = await (form === 'pdf'
      ? this.typesetter.set(sheetTemplate, sheetData(sheet), sheet.generatedAt)
      : workbook(sheetWorkbook(sheet), sheet.generatedAt));
    return {
      name: `${sheet.content.unitName}推荐汇总表（第${sheet.number}版）.${form}`,
      mediaType: form === 'pdf' ? mediaTypes.pdf : xlsxType,
      size: bytes.length,
      bytes: Readable.from(bytes),
    };
  }

  async #scan(sheet: ListSheet): Promise<SheetFile> {
    const key = found('entries', sheet.scanKey);
    return {
      name: sheet.scanName ?? '',
      mediaType: sheet.scanMediaType ?? '',
      size: sheet.scanSize ?? 0,
      bytes: await this.files.read(key),
    };
  }
}
