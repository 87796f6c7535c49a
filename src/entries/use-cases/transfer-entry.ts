import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { mayTransfer, transfer } from '../rules/transfer.js';

/** In which roles people write for a unit. */
const writers = ['submitter', 'county-officer', 'prefecture-officer'] as const;

export type Ownership = {
  readonly owner: { readonly id: string; readonly name: string };
  /** To whom this person may give it; empty when they may not. */
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
};

/** Who in its unit an entry belongs to: who is told of it. */
@Injectable()
export class TransferEntry {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly identity: Identity,
    private readonly events: Events,
  ) {}

  show(actor: Actor, entryId: string): Promise<Ownership> {
    return this.database.transaction(actor, async (tx) => {
      const entry = await this.entries.find(tx, entryId);
      const people = await this.#people(tx, entry);
      const names = await this.identity.people(tx, [entry.createdBy, ...people]);
      const named = (id: string) => ({ id, name: names.get(id)?.name ?? '' });
      const offered = mayTransfer(entry, tx.actor, people) && entry.state !== 'withdrawn';
      return {
        owner: named(entry.createdBy),
        candidates: offered ? people.filter((id) => id !== entry.createdBy).map(named) : [],
      };
    });
  }

  /** @returns the entry's new version */
  run(
    actor: Actor,
    entryId: string,
    wanted: { readonly personId: string; readonly reason: string },
    seen: number,
  ): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const entry = await this.entries.lock(tx, entryId, seen);
      const people = await this.#people(tx, entry);
      const to = must('entries', transfer(entry, tx.actor, people, wanted.personId));
      const version = await this.entries.change(tx, entry, { createdBy: to });
      await this.events.record(tx, 'entries.transferred', {
        entryId,
        programmeId: entry.programmeId,
        unitId: entry.unitId,
        from: entry.createdBy,
        to,
        reason: wanted.reason,
      });
      return version;
    });
  }

  async #people(tx: Tx, { unitId }: Entry): Promise<string[]> {
    const people = new Set<string>();
    for (const role of writers)
      for (const { personId } of await this.identity.holders(tx, role, [unitId]))
        people.add(personId);
    return [...people];
  }
}
