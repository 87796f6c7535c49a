import { Injectable } from '@nestjs/common';
import { type BlindCopy, Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { type Content, ContentsData } from '../data/contents-data.js';
import { MarksData } from '../data/marks-data.js';
import type { PrivateMark } from '../data/private-mark.entity.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { isLive } from '../rules/states.js';
import { sheetActions } from '../rules/writing.js';
import type { WeightedRubric } from './rubric-of.js';
import { SheetDesk, standingOf } from './sheet-desk.js';

export type ShownSheet = {
  readonly sheet: ScoreSheet;
  readonly round: Round;
  readonly copy: BlindCopy;
  readonly rubric: WeightedRubric;
  readonly content: Content;
  readonly mark: PrivateMark;
  readonly total: number | null;
  readonly missing: readonly string[];
  /** Until when its judge is asked to look again; null when nobody asks. */
  readonly lookUntil: Date | null;
  readonly actions: readonly string[];
};

@Injectable()
export class ShowSheet {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly contents: ContentsData,
    private readonly marks: MarksData,
    private readonly desk: SheetDesk,
  ) {}

  /** One of the judge's own sheets with what they read and what they wrote. */
  run(actor: Actor, sheetId: string): Promise<ShownSheet> {
    return this.database.transaction(actor, async (tx) => {
      const own = await this.sheets.own(tx, sheetId);
      const sheet = found('judging', isLive(own.state) ? own : null);
      const round = await this.rounds.find(tx, sheet.roundId);
      const rubric = await this.desk.rubric(tx, round.programmeId, sheet.judgeId);
      const content = await this.contents.ofOne(tx, sheetId);
      const mark = await this.marks.ofOne(tx, sheetId);
      const copy = await this.entries.blindCopy(tx, sheet.entryId);
      const lookUntil = (await this.desk.secondLooks(tx, [sheet])).get(sheet.id) ?? null;
      const actions = sheetActions(round, sheet, tx.now);
      const standing = standingOf(rubric, content);
      return { sheet, round, copy, rubric, content, mark, ...standing, lookUntil, actions };
    });
  }
}
