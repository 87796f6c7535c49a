import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { listFacts } from '../data/unit-list-data.js';
import { onList, returnDue } from '../rules/endorsement.js';
import { keysOf } from './entry-desk.js';
import type { Changed } from './entry-facts.js';
import { ListDesk } from './list-desk.js';

/** What is to be corrected; without a field it is meant for the entry as a whole. */
export type NewRemark = { readonly field?: string | null; readonly text: string };

@Injectable()
export class ReturnEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly events: Events,
  ) {}

  /**
   * Gives an entry back to its unit with what to correct, and until when.
   * @param order without a time it is for as long as the unit recommends
   */
  run(
    actor: Actor,
    entryId: string,
    { remarks, dueAt }: { readonly remarks: readonly NewRemark[]; readonly dueAt: Date | null },
    seen: number,
  ): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const listed = await this.desk.entry(tx, entryId, seen);
      const known = keysOf(listed.programme);
      if (remarks.some(({ field }) => typeof field === 'string' && !known.includes(field)))
        throw new Refused('entries.unknown-remark-field');
      const state = must('entries', onList(listed.entry, 'return', listed, tx.now));
      const returnDueAt = must('entries', returnDue(dueAt, listed.stage, tx.now));
      const version = await this.entries.change(tx, listed.entry, { state, returnDueAt });
      await this.fields.remark(
        tx,
        remarks.map(({ field, text }, index) => ({
          id: randomUUID(),
          entryId,
          position: index + 1,
          fieldKey: field ?? null,
          text,
          by: actor.personId,
          at: tx.now,
          resolvedAt: null,
        })),
      );
      await this.events.record(tx, 'entries.returned', {
        entryId,
        ...listFacts(listed.list),
        remarks: remarks.length,
        dueAt: returnDueAt?.toISOString() ?? null,
      });
      return { id: entryId, state, version };
    });
  }

  /** Another time for a correction, longer or shorter; also when the time is over already. */
  prolong(actor: Actor, entryId: string, dueAt: Date | null, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const listed = await this.desk.entry(tx, entryId, seen);
      const state = must('entries', onList(listed.entry, 'prolong', listed, tx.now));
      const returnDueAt = must('entries', returnDue(dueAt, listed.stage, tx.now));
      const version = await this.entries.change(tx, listed.entry, { returnDueAt });
      await this.events.record(tx, 'entries.return-prolonged', {
        entryId,
        ...listFacts(listed.list),
        dueAt: returnDueAt?.toISOString() ?? null,
      });
      return { id: entryId, state, version };
    });
  }
}
