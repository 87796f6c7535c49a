import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { MarksData } from '../data/marks-data.js';
import { RoundsData } from '../data/rounds-data.js';
import { SheetsData } from '../data/sheets-data.js';
import { markSheet } from '../rules/writing.js';

/** What a judge notes for themselves: it changes no sheet, is no news, and nobody is told. */
@Injectable()
export class MarkSheet {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly marks: MarksData,
  ) {}

  /** Puts the judge's own sheet aside for later, or takes it up again. */
  flag(actor: Actor, sheetId: string, flagged: boolean): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      await this.#mayMark(tx, sheetId);
      await this.marks.flag(tx, sheetId, flagged);
    });
  }

  /**
   * Writes the private note of the judge's own sheet.
   * @param seen the note's version, 0 for none
   * @returns the new version @throws Refused platform.changed-since with what is there now
   */
  note(actor: Actor, sheetId: string, note: string, seen: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      await this.#mayMark(tx, sheetId);
      if (await this.marks.writeNote(tx, sheetId, note, seen)) return seen + 1;
      const current = await this.marks.ofOne(tx, sheetId);
      throw new Refused('platform.changed-since', {
        version: current.noteVersion,
        value: current.note,
      });
    });
  }

  async #mayMark(tx: Tx, sheetId: string): Promise<void> {
    const sheet = await this.sheets.own(tx, sheetId);
    must('judging', markSheet(await this.rounds.share(tx, sheet.roundId), sheet, tx.now));
  }
}
