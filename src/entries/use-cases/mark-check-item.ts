import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { CheckData } from '../data/check-data.js';
import { type CheckVerdict, markItem } from '../rules/check-items.js';
import { CheckDesk } from './check-desk.js';
import { facts } from './check-acts.js';

export type NewFinding = {
  readonly item: string;
  readonly verdict: CheckVerdict;
  readonly note: string;
};

@Injectable()
export class MarkCheckItem {
  constructor(
    private readonly database: Database,
    private readonly desk: CheckDesk,
    private readonly checks: CheckData,
    private readonly events: Events,
  ) {}

  /**
   * Writes down what the officer found on one item, over the program if need be.
   * @param seen the version of this item's finding, 0 for none @returns its new version
   */
  run(actor: Actor, entryId: string, finding: NewFinding, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const { entry, programme, lines } = await this.desk.open(tx, entryId);
      const line = lines.find(({ code }) => code === finding.item);
      if (line === undefined) throw new Refused('entries.unknown-check-item');
      must('entries', markItem(entry, programme, line, finding));
      const { verdict, note } = finding;
      const mark = { entryId, item: line.code, verdict, note: note.trim() };
      const version = await this.checks.putMark(tx, mark, seen);
      await this.events.record(tx, 'entries.check-marked', { ...facts(entry), ...mark });
      return version;
    });
  }
}
