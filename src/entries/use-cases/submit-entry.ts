import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { SubmissionData } from '../data/submission-data.js';
import { shortcomings } from '../rules/completeness.js';
import type { EntryState } from '../rules/entry-states.js';
import { filesUnderWay } from '../rules/file-states.js';
import { receiptNo } from '../rules/receipt-no.js';
import { changeable, hindrances, submit } from '../rules/submission.js';
import {
  type EntryContent,
  EntryDesk,
  filledOf,
  handedInOf,
  keysOf,
  type Selected,
  stageOf,
} from './entry-desk.js';
import { type Receipt, ReceiptDesk } from './show-receipt.js';

@Injectable()
export class SubmitEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly submissions: SubmissionData,
    private readonly receipts: ReceiptDesk,
    private readonly events: Events,
  ) {}

  /**
   * Hands an entry in, for the first time or corrected. A correction that the province asked for leaves
   * the receipt as it is: the entry came when it first came.
   * @throws Refused entries.incomplete with what is missing
   */
  run(actor: Actor, entryId: string, seen: number): Promise<Receipt> {
    return this.database.transaction(actor, async (tx) => {
      const selected = await this.desk.written(tx, entryId, seen);
      const content = await this.desk.parts(tx, selected.entry);
      const state = await this.#decide(tx, selected, content);
      if (selected.entry.state === 'correcting') await this.#correct(tx, selected.entry, state);
      else await this.#handIn(tx, selected.entry, state);
      await this.fields.resolveRemarks(tx, entryId);
      await this.submissions.add(tx, entryId, handedInOf(selected, content));
      return this.receipts.of(tx, entryId);
    });
  }

  async #handIn(tx: Tx, entry: Entry, state: EntryState): Promise<void> {
    const candidates = Array.from({ length: 4 }, () => receiptNo(randomBytes(16)));
    const receipt = await this.entries.nextFree(tx, 'receipt_no', candidates);
    const handedIn = { state, receiptNo: receipt, submittedAt: tx.now, returnDueAt: null };
    await this.entries.change(tx, entry, handedIn);
    await this.events.record(tx, 'entries.submitted', {
      ...facts(entry),
      receiptNo: receipt,
      again: entry.state === 'returned',
    });
  }

  async #correct(tx: Tx, entry: Entry, state: EntryState): Promise<void> {
    const corrected = { state, correctionDueAt: null, correctedAt: tx.now };
    await this.entries.change(tx, entry, corrected);
    await this.events.record(tx, 'entries.corrected', facts(entry));
  }

  async #decide(tx: Tx, { entry, programme }: Selected, content: EntryContent) {
    const all = [
      ...shortcomings(programme.config, filledOf(entry, content)),
      ...filesUnderWay(content.attachments),
    ];
    const remarks = await this.fields.openRemarks(tx, entry.id);
    const missing = hindrances(entry, all, changeable(entry, keysOf(programme), remarks));
    const decision = submit(entry, stageOf(programme), missing, tx.now);
    if (!decision.ok && decision.code === 'incomplete')
      throw new Refused('entries.incomplete', { missing: [...missing] });
    return must('entries', decision);
  }
}

const facts = (entry: Entry) => ({
  entryId: entry.id,
  programmeId: entry.programmeId,
  unitId: entry.unitId,
  prefectureId: entry.prefectureId,
});
