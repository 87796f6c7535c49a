import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { ListSheet } from '../data/list-sheet.entities.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { listFacts } from '../data/unit-list-data.js';
import { within } from '../rules/submission.js';
import { ListDesk } from './list-desk.js';
import { ListSheetDesk } from './list-sheet-desk.js';

@Injectable()
export class PrintListSheet {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly sheetDesk: ListSheetDesk,
    private readonly sheets: ListSheetData,
    private readonly events: Events,
  ) {}

  /** Fixes the list as it stands as a numbered sheet; a sheet that still holds is kept with its scan. */
  run(actor: Actor, programmeId: string): Promise<Pick<ListSheet, 'number' | 'fingerprint'>> {
    return this.database.transaction(actor, async (tx) => {
      const open = await this.desk.own(tx, programmeId);
      must('entries', within(open.stage.recommendation, open.stage, tx.now));
      if (open.locked) throw new Refused('entries.list-locked');
      const { sheet, content, fingerprint } = await this.sheetDesk.of(
        tx,
        open.programme,
        open.list,
      );
      if (content.rows.length === 0) throw new Refused('entries.list-empty');
      if (sheet?.fingerprint === fingerprint) return { number: sheet.number, fingerprint };
      const number = (sheet?.number ?? 0) + 1;
      await this.sheets.insert(tx, open.list, { number, fingerprint, content });
      await this.events.record(tx, 'entries.list-printed', {
        ...listFacts(open.list),
        number,
        fingerprint,
      });
      return { number, fingerprint };
    });
  }
}
