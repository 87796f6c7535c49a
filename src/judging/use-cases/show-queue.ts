import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { ContentsData } from '../data/contents-data.js';
import { MarksData } from '../data/marks-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import type { Score, ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import type { Recommendation } from '../rules/score.js';
import { inTime } from '../rules/writing.js';
import type { WeightedRubric } from './rubric-of.js';
import { SheetDesk, standingOf } from './sheet-desk.js';

export type QueueRow = {
  readonly sheet: ScoreSheet;
  /** Empty for a sheet that was given back: it is out of the judge's sight. */
  readonly blindCode: string;
  readonly title: string;
  readonly scores: readonly Score[];
  readonly total: number | null;
  readonly recommendation: Recommendation | null;
  readonly missing: readonly string[];
  readonly flagged: boolean;
  /** Whether its judge is asked to look at it again. */
  readonly lookAgain: boolean;
};

export type Queue = {
  readonly round: Round;
  readonly judgeId: string;
  readonly programme: string;
  readonly category: string;
  readonly rubric: WeightedRubric;
  readonly rows: readonly QueueRow[];
  readonly actions: readonly string[];
};

@Injectable()
export class ShowQueue {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly contents: ContentsData,
    private readonly marks: MarksData,
    private readonly desk: SheetDesk,
  ) {}

  /** The judge's own sheets of a round, in their personal order. */
  run(actor: Actor, roundId: string): Promise<Queue> {
    return this.database.transaction(actor, async (tx) => {
      const sheets = await this.sheets.ownOfRound(tx, roundId);
      const { judgeId } = found('judging', sheets[0]);
      const round = await this.rounds.find(tx, roundId);
      const seat = await this.desk.seat(tx, round.programmeId, judgeId);
      const titles = await this.entries.blindTitles(
        tx,
        sheets.map(({ entryId }) => entryId),
      );
      const ids = sheets.map(({ id }) => id);
      const contents = await this.contents.of(tx, ids);
      const marks = await this.marks.of(tx, ids);
      const looks = await this.desk.secondLooks(tx, sheets);
      const rows = sheets.map((sheet): QueueRow => {
        const content = found('judging', contents.get(sheet.id));
        return {
          sheet,
          blindCode: titles.get(sheet.entryId)?.blindCode ?? '',
          title: titles.get(sheet.entryId)?.title ?? '',
          scores: content.scores,
          recommendation: content.opinion.recommendation,
          ...standingOf(seat.rubric, content),
          flagged: marks.get(sheet.id)?.flagged ?? false,
          lookAgain: looks.has(sheet.id),
        };
      });
      const isTimely = [null, ...sheets.map(({ dueAt }) => dueAt)].some(
        (dueAt) => inTime(round, tx.now, dueAt).ok,
      );
      const actions = isTimely ? ['score', 'sign'] : [];
      return { round, judgeId, ...seat, rows, actions };
    });
  }
}
