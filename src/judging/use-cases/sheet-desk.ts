import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { type Content, ContentsData } from '../data/contents-data.js';
import { JudgesData } from '../data/judges-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { missingIn, type ScoreRules, totalOf } from '../rules/score.js';
import { actOnSheet } from '../rules/writing.js';
import { rubricOf, type WeightedRubric } from './rubric-of.js';

/** What a judge is told after each thing they write. */
export type Written = {
  /** The new version of the part that was written. */
  readonly version: number;
  /** Hundredths, null until every criterion has a score. */
  readonly total: number | null;
  readonly missing: readonly string[];
};

export type HeldSheet = { readonly sheet: ScoreSheet; readonly rubric: WeightedRubric };

/** What the acts on one sheet have in common: hold it, check that it may be written, say how it stands. */
@Injectable()
export class SheetDesk {
  constructor(
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly contents: ContentsData,
  ) {}

  /** The actor's own sheet, held for writing; it becomes a draft. @throws Refused judging.late, … */
  async hold(tx: Tx, sheetId: string): Promise<HeldSheet> {
    const { roundId } = await this.sheets.own(tx, sheetId);
    const round = await this.rounds.share(tx, roundId);
    const sheet = await this.sheets.lockOwn(tx, sheetId);
    const state = must('judging', actOnSheet(round, sheet, 'write', tx.now));
    if (state !== sheet.state) await this.sheets.change(tx, sheet, { state });
    return { sheet, rubric: await this.rubric(tx, round.programmeId, sheet.judgeId) };
  }

  async rubric(tx: Tx, programmeId: string, judgeId: string): Promise<WeightedRubric> {
    const programme = await this.programmes.find(tx, programmeId);
    const { categoryId } = await this.judges.find(tx, judgeId);
    return rubricOf(programme, categoryId);
  }

  /** Total and what is missing, after a part got a new version. */
  async written(tx: Tx, { sheet, rubric }: HeldSheet, version: number): Promise<Written> {
    const standing = standingOf(rubric, await this.contents.ofOne(tx, sheet.id));
    await this.contents.writeTotal(tx, sheet.id, standing.total);
    return { version, ...standing };
  }

  /** @throws Refused platform.changed-since with what the server has now */
  async clash(
    tx: Tx,
    sheetId: string,
    current: (content: Content) => { version: number; value: string | number | null },
  ): Promise<never> {
    const content = await this.contents.ofOne(tx, sheetId);
    throw new Refused('platform.changed-since', current(content));
  }
}

/** How far a sheet is. */
export function standingOf(
  rubric: ScoreRules,
  content: Content,
): { readonly total: number | null; readonly missing: string[] } {
  const { comment, recommendation } = content.opinion;
  const scores = Object.fromEntries(
    content.scores.map(({ criterionKey, value }) => [criterionKey, value]),
  );
  return {
    total: totalOf(rubric, scores),
    missing: missingIn(rubric, { scores, comment, recommendation }),
  };
}
