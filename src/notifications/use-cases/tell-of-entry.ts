import { Injectable } from '@nestjs/common';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import type { Payload } from '../../platform/pure/payload.js';
import { found } from '../../platform/refusal/refused.js';
import { WriteLetters } from './write-letters.js';

@Injectable()
export class TellOfEntry {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly writeLetters: WriteLetters,
  ) {}

  /** Tells whoever created an entry what became of it. */
  run(
    eventId: string,
    kind: 'entry-submitted' | 'entry-returned' | 'entry-declined' | 'entry-reconsidered',
    entryId: string,
  ): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const facts = await this.entries.facts(tx, [entryId]);
      const entry = found('entries', facts.get(entryId));
      const { createdBy: personId, programmeId } = entry;
      const params = { entryId, ...(await this.#capacity(tx, entry)) };
      await this.writeLetters.run(tx, eventId, [{ personId, kind, programmeId, params }]);
    });
  }

  /** Tells whoever created an entry and its recommending unit what is to be corrected. */
  correction(eventId: string, entryId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const facts = await this.entries.facts(tx, [entryId]);
      const entry = found('entries', facts.get(entryId));
      const { createdBy, programmeId, prefectureId } = entry;
      const role = 'prefecture-officer';
      const officers = await this.identity.holders(tx, role, [prefectureId]);
      const letterTo = (personId: string, capacity: Payload) => ({
        personId,
        kind: 'entry-correction' as const,
        programmeId,
        params: { entryId, ...capacity },
      });
      await this.writeLetters.run(tx, eventId, [
        letterTo(createdBy, await this.#capacity(tx, entry)),
        ...officers
          .filter(({ personId }) => personId !== createdBy)
          .map(({ personId }) => letterTo(personId, { role, organisationId: prefectureId })),
      ]);
    });
  }

  /** Tells a recommending unit that its list is open again. */
  unlocked(eventId: string, programmeId: string, prefectureId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const role = 'prefecture-officer';
      const officers = await this.identity.holders(tx, role, [prefectureId]);
      const params = { role, organisationId: prefectureId };
      const kind = 'list-unlocked' as const;
      const letters = officers.map(({ personId }) => ({ personId, kind, programmeId, params }));
      await this.writeLetters.run(tx, eventId, letters);
    });
  }

  /** Tells who gave an entry on, and who has it now. */
  transfer(eventId: string, entryId: string, people: readonly string[]): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const facts = await this.entries.facts(tx, [entryId]);
      const entry = found('entries', facts.get(entryId));
      const letters = [];
      for (const personId of people) {
        const capacity = await this.#capacity(tx, { ...entry, createdBy: personId });
        const params = { entryId, ...capacity };
        const kind = 'entry-transferred' as const;
        letters.push({ personId, kind, programmeId: entry.programmeId, params });
      }
      await this.writeLetters.run(tx, eventId, letters);
    });
  }

  /** The role in which the creator knows the entry; without one the letter will say little. */
  async #capacity(tx: Tx, { unitId, prefectureId, createdBy }: EntryFacts): Promise<Payload> {
    const unit = await this.identity.organisation(tx, unitId);
    const capacities = [
      ['submitter', unitId],
      ['county-officer', unit.countyId],
      ['prefecture-officer', prefectureId],
    ] as const;
    for (const [role, organisationId] of capacities) {
      if (organisationId === null) continue;
      const holders = await this.identity.holders(tx, role, [organisationId]);
      if (holders.some(({ personId }) => personId === createdBy)) return { role, organisationId };
    }
    return {};
  }
}
