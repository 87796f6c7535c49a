import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { ContentsData } from '../data/contents-data.js';
import { JudgesData } from '../data/judges-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import type { Recommendation } from '../rules/score.js';
import { inTime } from '../rules/writing.js';
import { rubricOf } from './rubric-of.js';
import { standingOf } from './sheet-desk.js';

export type QueueRow = {
  readonly sheet: ScoreSheet;
  /** Empty for a sheet that was given back: it is out of the judge's sight. */
  readonly blindCode: string;
  readonly title: string;
  readonly total: number | null;
  readonly recommendation: Recommendation | null;
  readonly missing: readonly string[];
};

export type Queue = {
  readonly round: Round;
  readonly judgeId: string;
  readonly programme: string;
  readonly category: string;
  readonly rows: readonly QueueRow[];
  readonly actions: readonly string[];
};

@Injectable()
export class ShowQueue {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly contents: ContentsData,
  ) {}

  /** The judge's own sheets of a round, in their personal order. */
  run(actor: Actor, roundId: string): Promise<Queue> {
    return this.database.transaction(actor, async (tx) => {
      const sheets = await this.sheets.ownOfRound(tx, roundId);
      const { judgeId } = found('judging', sheets[0]);
      const round = await this.rounds.find(tx, roundId);
      const programme = await this.programmes.find(tx, round.programmeId);
      const { categoryId } = await this.judges.find(tx, judgeId);
      const rubric = rubricOf(programme, categoryId);
      const titles = await this.entries.blindTitles(
        tx,
        sheets.map(({ entryId }) => entryId),
      );
      const contents = await this.contents.of(
        tx,
        sheets.map(({ id }) => id),
      );
      const rows = sheets.map((sheet): QueueRow => {
        const content = found('judging', contents.get(sheet.id));
        return {
          sheet,
          blindCode: titles.get(sheet.entryId)?.blindCode ?? '',
          title: titles.get(sheet.entryId)?.title ?? '',
          recommendation: content.opinion.recommendation,
          ...standingOf(rubric, content),
        };
      });
      const category = programme.categories.find(({ id }) => id === categoryId)?.name ?? '';
      const actions = inTime(round, tx.now).ok ? ['score', 'sign'] : [];
      return { round, judgeId, programme: programme.name, category, rows, actions };
    });
  }
}
