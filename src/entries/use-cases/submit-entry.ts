import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { shortcomings } from '../rules/completeness.js';
import { receiptNo } from '../rules/receipt-no.js';
import { submit } from '../rules/submission.js';
import { EntryDesk, type Selected, stageOf } from './entry-desk.js';
import { type Receipt, ReceiptDesk } from './show-receipt.js';

@Injectable()
export class SubmitEntry {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly receipts: ReceiptDesk,
    private readonly events: Events,
  ) {}

  /**
   * Hands an entry in, for the first time or corrected.
   * @throws Refused entries.incomplete with what is missing
   */
  run(actor: Actor, entryId: string, seen: number): Promise<Receipt> {
    return this.database.transaction(actor, async (tx) => {
      const selected = await this.desk.own(tx, entryId, seen);
      const { entry } = selected;
      const state = await this.#decide(tx, selected);
      const candidates = Array.from({ length: 4 }, () => receiptNo(randomBytes(16)));
      const receipt = await this.entries.nextFree(tx, 'receipt_no', candidates);
      await this.entries.change(tx, entry, { state, receiptNo: receipt, submittedAt: tx.now });
      await this.fields.resolveRemarks(tx, entryId);
      await this.events.record(tx, 'entries.submitted', {
        entryId,
        programmeId: entry.programmeId,
        unitId: entry.unitId,
        prefectureId: entry.prefectureId,
        receiptNo: receipt,
        again: entry.state === 'returned',
      });
      return this.receipts.of(tx, entryId);
    });
  }

  async #decide(tx: Tx, { entry, programme }: Selected) {
    const missing = shortcomings(programme.config, await this.desk.filled(tx, entry));
    const decision = submit(entry, stageOf(programme), missing, tx.now);
    if (!decision.ok && decision.code === 'incomplete')
      throw new Refused('entries.incomplete', { missing });
    return must('entries', decision);
  }
}
