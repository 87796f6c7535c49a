import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { fittingTitle, maySubmit, within } from '../rules/submission.js';
import { categoryOf, stageOf } from './entry-desk.js';

export type NewEntry = {
  readonly programmeId: string;
  readonly categoryCode: string;
  readonly title: string;
};

@Injectable()
export class CreateEntry {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly events: Events,
  ) {}

  /** Begins a draft for the actor's own unit. */
  run(actor: Actor, wanted: NewEntry): Promise<{ id: string; version: number }> {
    return this.database.transaction(actor, (tx) => this.begin(tx, wanted));
  }

  /** As `run`, as part of a transaction. */
  async begin(tx: Tx, wanted: NewEntry): Promise<{ id: string; version: number }> {
    const programme = await this.programmes.find(tx, wanted.programmeId);
    must('entries', within(programme.windows.submission, stageOf(programme), tx.now));
    const title = must('entries', fittingTitle(wanted.title.trim()));
    const entry = await this.#draft(tx, programme, { ...wanted, title });
    await this.entries.insert(tx, entry);
    await this.events.record(tx, 'entries.created', {
      entryId: entry.id,
      programmeId: programme.id,
      unitId: entry.unitId,
    });
    return { id: entry.id, version: entry.version };
  }

  async #draft(tx: Tx, programme: ProgrammeFacts, wanted: NewEntry): Promise<Entry> {
    const { personId, organisationId } = tx.actor;
    if (personId === null || organisationId === null)
      throw new Refused('entries.unit-may-not-submit');
    const unit = await this.identity.organisation(tx, organisationId);
    must('entries', maySubmit(unit.kind, programme.config));
    if (unit.prefectureId === null) throw new Refused('entries.unit-may-not-submit');
    return {
      id: randomUUID(),
      programmeId: programme.id,
      categoryId: categoryOf(programme, wanted.categoryCode).id,
      unitId: unit.id,
      countyId: unit.countyId,
      prefectureId: unit.prefectureId,
      title: wanted.title,
      state: 'draft',
      version: 1,
      ...nothingDecided,
      createdBy: personId,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
  }
}

const nothingDecided = {
  rank: null,
  receiptNo: null,
  submittedAt: null,
  caseNo: null,
  blindCode: null,
  rejectedReason: null,
  rejectedNote: null,
  withdrawnReason: null,
  declinedReason: null,
  returnDueAt: null,
  correctionDueAt: null,
  correctedAt: null,
} as const;
