import { Injectable } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Decision } from '../../platform/pure/decision.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { CheckData } from '../data/check-data.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { blindCode } from '../rules/blind-code.js';
import type { EntryState } from '../rules/entry-states.js';
import { accept, correctionDue, decideCheck, type RejectionReason } from '../rules/formal-check.js';
import { keysOf, type Selected } from './entry-desk.js';
import { categoryById, type Changed, type CheckLine } from './entry-facts.js';

export type Rejection = { readonly reasonCode: RejectionReason; readonly note: string };

/** What is to be corrected, each about one part of the entry, and until when. */
export type CorrectionOrder = {
  readonly remarks: readonly { readonly field: string; readonly text: string }[];
  readonly dueAt: Date;
};

/** What the province does to one entry that it checks, as parts of a transaction. */
@Injectable()
export class CheckActs {
  constructor(
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly checks: CheckData,
    private readonly events: Events,
  ) {}

  /** What only people can tell is written down as confirmed. @throws Refused entries.check-items-failing, … */
  async accept(
    tx: Tx,
    { entry, programme }: Selected,
    lines: readonly CheckLine[],
    confirmsOpen: boolean,
  ): Promise<Changed> {
    const standings = lines.map(({ standing }) => standing);
    const decision = accept(entry, programme, standings, confirmsOpen, tx.now);
    const state = naming(decision, lines);
    const open = lines.filter(({ standing }) => standing === 'open').map(({ code }) => code);
    if (open.length > 0) await this.checks.confirm(tx, entry.id, open);
    const { code } = categoryById(programme, entry.categoryId);
    const version = await this.entries.change(tx, entry, {
      state,
      blindCode: entry.blindCode ?? (await this.#newBlindCode(tx, code)),
      rejectedReason: null,
      rejectedNote: null,
    });
    await this.events.record(tx, 'entries.accepted', { ...facts(entry), confirmed: open });
    return { id: entry.id, state, version };
  }

  async reject(
    tx: Tx,
    { entry, programme }: Selected,
    { reasonCode, note }: Rejection,
  ): Promise<Changed> {
    const state = must('entries', decideCheck(entry, 'reject', programme, tx.now));
    const version = await this.entries.change(tx, entry, {
      state,
      correctionDueAt: null,
      rejectedReason: reasonCode,
      rejectedNote: note,
    });
    await this.fields.resolveRemarks(tx, entry.id);
    await this.events.record(tx, 'entries.rejected', { ...facts(entry), reasonCode });
    return { id: entry.id, state, version };
  }

  /** Asks for a correction of the named parts. @throws Refused entries.unknown-remark-field */
  async ask(
    tx: Tx,
    { entry, programme }: Selected,
    { remarks, dueAt }: CorrectionOrder,
  ): Promise<Changed> {
    const state = must('entries', decideCheck(entry, 'ask', programme, tx.now));
    const due = must('entries', correctionDue(dueAt, programme.windows.judging, tx.now));
    const known = keysOf(programme);
    if (remarks.some(({ field }) => !known.includes(field)))
      throw new Refused('entries.unknown-remark-field');
    const version = await this.entries.change(tx, entry, { state, correctionDueAt: due });
    await this.fields.remark(
      tx,
      remarks.map(({ field, text }, index) => ({
        id: randomUUID(),
        entryId: entry.id,
        position: index + 1,
        fieldKey: field,
        text,
        by: tx.actor.personId,
        at: tx.now,
        resolvedAt: null,
      })),
    );
    await this.events.record(tx, 'entries.correction-asked', {
      ...facts(entry),
      fields: remarks.map(({ field }) => field),
      dueAt: due.toISOString(),
    });
    return { id: entry.id, state, version };
  }

  #newBlindCode(tx: Tx, categoryCode: string): Promise<string> {
    const candidates = Array.from({ length: 8 }, () => blindCode(categoryCode, randomBytes(16)));
    return this.entries.nextFree(tx, 'blind_code', candidates);
  }
}

/** The state that was allowed; a refusal names the items it is about. */
function naming(decision: Decision<EntryState, string>, lines: readonly CheckLine[]): EntryState {
  const about = { 'check-items-failing': 'fails', 'check-items-open': 'open' } as const;
  if (!decision.ok && decision.code in about) {
    const wanted = about[decision.code as keyof typeof about];
    const items = lines.filter(({ standing }) => standing === wanted).map(({ code }) => code);
    throw new Refused(`entries.${decision.code}`, { items });
  }
  return must('entries', decision);
}

export const facts = (entry: Entry) => ({
  entryId: entry.id,
  programmeId: entry.programmeId,
  unitId: entry.unitId,
  prefectureId: entry.prefectureId,
  caseNo: entry.caseNo,
});
