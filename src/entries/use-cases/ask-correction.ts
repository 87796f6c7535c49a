import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { correctionDue, decideCheck } from '../rules/formal-check.js';
import { CheckActs, type CorrectionOrder, facts } from './check-acts.js';
import { CheckDesk } from './check-desk.js';
import type { Changed } from './entry-facts.js';

/** The province gives a unit time to correct named parts of its entry. */
@Injectable()
export class AskCorrection {
  constructor(
    private readonly database: Database,
    private readonly desk: CheckDesk,
    private readonly acts: CheckActs,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly events: Events,
  ) {}

  run(actor: Actor, entryId: string, order: CorrectionOrder, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) =>
      this.acts.ask(tx, await this.desk.lock(tx, entryId, seen), order),
    );
  }

  /** More time, for a reason; also when the time is over already. */
  extend(
    actor: Actor,
    entryId: string,
    { dueAt, reason }: { readonly dueAt: Date; readonly reason: string },
    seen: number,
  ): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const { entry, programme } = await this.desk.lock(tx, entryId, seen);
      must('entries', decideCheck(entry, 'recall', programme, tx.now));
      const due = must('entries', correctionDue(dueAt, programme.windows.judging, tx.now));
      if (entry.correctionDueAt !== null && due <= entry.correctionDueAt)
        throw new Refused('entries.due-not-later');
      const version = await this.entries.change(tx, entry, { correctionDueAt: due });
      await this.events.record(tx, 'entries.correction-extended', {
        ...facts(entry),
        dueAt: due.toISOString(),
        reason,
      });
      return { id: entryId, state: entry.state, version };
    });
  }

  /** Waits no longer: the entry is decided on as it is. */
  recall(actor: Actor, entryId: string, reason: string, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const { entry, programme } = await this.desk.lock(tx, entryId, seen);
      const state = must('entries', decideCheck(entry, 'recall', programme, tx.now));
      const version = await this.entries.change(tx, entry, { state, correctionDueAt: null });
      await this.fields.resolveRemarks(tx, entryId);
      await this.events.record(tx, 'entries.correction-recalled', { ...facts(entry), reason });
      return { id: entryId, state, version };
    });
  }
}
