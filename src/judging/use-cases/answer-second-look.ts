import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { RoundsData } from '../data/rounds-data.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { SpreadsData } from '../data/spreads-data.js';
import { UnlocksData } from '../data/unlocks-data.js';
import { answerLook } from '../rules/spread.js';

/** A judge who changes a score says why; one who keeps it need not. */
export type LookAnswer =
  { readonly keeps: true } | { readonly keeps: false; readonly reason: string };

@Injectable()
export class AnswerSecondLook {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly spreads: SpreadsData,
    private readonly unlocks: UnlocksData,
    private readonly events: Events,
  ) {}

  /**
   * A judge who was asked to look again keeps their score, or opens their sheet to change it. What was
   * signed is kept, and the sheet has to be signed again.
   */
  run(actor: Actor, sheetId: string, answer: LookAnswer): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { roundId } = await this.sheets.own(tx, sheetId);
      const round = await this.rounds.share(tx, roundId);
      const sheet = await this.sheets.lockOwn(tx, sheetId);
      const look = await this.spreads.lockLook(tx, sheetId);
      must('judging', answerLook(round, sheet, look, tx.now));
      if (!answer.keeps) await this.#reopen(tx, sheet, look.dueAt);
      await this.spreads.answer(tx, sheetId, {
        state: answer.keeps ? 'kept' : 'changed',
        reason: answer.keeps ? null : answer.reason,
        answeredAt: tx.now,
      });
      const { judgeId } = sheet;
      await this.events.record(tx, 'judging.second-look-answered', { roundId, sheetId, judgeId });
    });
  }

  async #reopen(tx: Tx, sheet: ScoreSheet, dueAt: Date): Promise<void> {
    await this.unlocks.keepSignature(tx, sheet.id, null);
    await this.sheets.change(tx, sheet, { state: 'draft', signedAt: null, dueAt });
  }
}
