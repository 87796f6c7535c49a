import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { blindCode } from '../rules/blind-code.js';
import { decideCheck, type RejectionReason } from '../rules/formal-check.js';
import { categoryById, type Changed } from './entry-facts.js';
import type { Selected } from './entry-desk.js';

export type Rejection = { readonly reasonCode: RejectionReason; readonly note: string };

/** What became of one row of many. */
export type Outcome = {
  readonly entryId: string;
  /** The refusal's code; null when it was accepted. */
  readonly code: string | null;
};

/** The province decides on a recommended entry. */
@Injectable()
export class DecideFormalCheck {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly programmes: Programmes,
    private readonly events: Events,
  ) {}

  accept(actor: Actor, entryId: string, seen?: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const { entry, programme } = await this.#lock(tx, entryId, seen);
      const state = must('entries', decideCheck(entry, 'accept', programme));
      const code = categoryById(programme, entry.categoryId).code;
      const version = await this.entries.change(tx, entry, {
        state,
        blindCode: entry.blindCode ?? (await this.#newBlindCode(tx, code)),
        rejectedReason: null,
        rejectedNote: null,
      });
      await this.events.record(tx, 'entries.accepted', facts(entry));
      return { id: entryId, state, version };
    });
  }

  /** Accepts each entry by itself: one that is refused does not hold up the others. */
  async acceptMany(actor: Actor, entryIds: readonly string[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const entryId of new Set(entryIds)) {
      try {
        await this.accept(actor, entryId);
        outcomes.push({ entryId, code: null });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        outcomes.push({ entryId, code: error.code });
      }
    }
    return outcomes;
  }

  reject(actor: Actor, entryId: string, rejection: Rejection, seen: number): Promise<Changed> {
    const { reasonCode, note } = rejection;
    return this.database.transaction(actor, async (tx) => {
      const { entry, programme } = await this.#lock(tx, entryId, seen);
      const state = must('entries', decideCheck(entry, 'reject', programme));
      const version = await this.entries.change(tx, entry, {
        state,
        rejectedReason: reasonCode,
        rejectedNote: note,
      });
      await this.events.record(tx, 'entries.rejected', { ...facts(entry), reasonCode });
      return { id: entryId, state, version };
    });
  }

  async #lock(tx: Tx, entryId: string, seen?: number): Promise<Selected> {
    const entry = await this.entries.lock(tx, entryId, seen);
    return { entry, programme: await this.programmes.lock(tx, entry.programmeId) };
  }

  #newBlindCode(tx: Tx, categoryCode: string): Promise<string> {
    const candidates = Array.from({ length: 8 }, () => blindCode(categoryCode, randomBytes(16)));
    return this.entries.nextFree(tx, 'blind_code', candidates);
  }
}

const facts = (entry: Entry) => ({
  entryId: entry.id,
  programmeId: entry.programmeId,
  unitId: entry.unitId,
  prefectureId: entry.prefectureId,
  caseNo: entry.caseNo,
});
