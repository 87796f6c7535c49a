import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { listFacts } from '../data/unit-list-data.js';
import type { LocalPublicity } from '../rules/list-sheet.js';
import { within } from '../rules/submission.js';
import { ListDesk } from './list-desk.js';

@Injectable()
export class PutLocalPublicity {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly sheets: ListSheetData,
    private readonly events: Events,
  ) {}

  /** Writes down where and when the unit made its list known. @returns the record's new version */
  run(actor: Actor, programmeId: string, record: LocalPublicity, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const { list, stage, locked } = await this.desk.own(tx, programmeId);
      must('entries', within(stage.recommendation, stage, tx.now));
      if (locked) throw new Refused('entries.list-locked');
      if (record.endsOn < record.startsOn) throw new Refused('entries.publicity-ends-early');
      const version = await this.sheets.putPublicity(tx, list, record, seen);
      await this.events.record(tx, 'entries.local-publicity-recorded', {
        ...listFacts(list),
        ...record,
      });
      return version;
    });
  }
}
