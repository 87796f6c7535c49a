import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { listFacts } from '../data/unit-list-data.js';
import { onList } from '../rules/endorsement.js';
import type { Changed } from './entry-facts.js';
import { ListDesk } from './list-desk.js';

/** A recommending unit says that it does not recommend an entry, and why; until its list is locked it may think again. */
@Injectable()
export class DeclineEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly events: Events,
  ) {}

  run(actor: Actor, entryId: string, reason: string, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const { changed, facts } = await this.#step(tx, entryId, 'decline', reason, seen);
      await this.fields.resolveRemarks(tx, entryId);
      await this.events.record(tx, 'entries.declined', { ...facts, reason });
      return changed;
    });
  }

  /** The entry waits again for a decision. */
  reconsider(actor: Actor, entryId: string, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const { changed, facts } = await this.#step(tx, entryId, 'reconsider', null, seen);
      await this.events.record(tx, 'entries.reconsidered', facts);
      return changed;
    });
  }

  async #step(
    tx: Tx,
    entryId: string,
    action: 'decline' | 'reconsider',
    declinedReason: string | null,
    seen: number,
  ) {
    const listed = await this.desk.entry(tx, entryId, seen);
    const state = must('entries', onList(listed.entry, action, listed, tx.now));
    const change = { state, declinedReason, returnDueAt: null };
    const version = await this.entries.change(tx, listed.entry, change);
    return {
      changed: { id: entryId, state, version },
      facts: { entryId, ...listFacts(listed.list) },
    };
  }
}
