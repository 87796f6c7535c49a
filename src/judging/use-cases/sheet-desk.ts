import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { type Content, ContentsData } from '../data/contents-data.js';
import { JudgesData } from '../data/judges-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { SpreadsData } from '../data/spreads-data.js';
import { isScored, missingIn, type ScoreRules, totalOf } from '../rules/score.js';
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

export type Seat = {
  readonly programme: string;
  readonly category: string;
  readonly rubric: WeightedRubric;
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
    private readonly conflicts: ConflictsData,
    private readonly spreads: SpreadsData,
  ) {}

  /** The actor's own sheet, held for writing; it becomes a draft. @throws Refused judging.late, … */
  async hold(tx: Tx, sheetId: string): Promise<HeldSheet> {
    const { roundId } = await this.sheets.own(tx, sheetId);
    const round = await this.rounds.share(tx, roundId);
    const sheet = await this.sheets.lockOwn(tx, sheetId);
    const state = must('judging', actOnSheet(round, sheet, 'write', tx.now));
    if (await this.conflicts.binds(tx, sheet)) throw new Refused('judging.sheet-closed');
    if (state !== sheet.state) await this.sheets.change(tx, sheet, { state });
    return { sheet, rubric: await this.rubric(tx, round.programmeId, sheet.judgeId) };
  }

  async rubric(tx: Tx, programmeId: string, judgeId: string): Promise<WeightedRubric> {
    return (await this.seat(tx, programmeId, judgeId)).rubric;
  }

  /** What a judge was asked to judge, and by which rubric. */
  async seat(tx: Tx, programmeId: string, judgeId: string): Promise<Seat> {
    const programme = await this.programmes.find(tx, programmeId);
    const { categoryId } = await this.judges.find(tx, judgeId);
    const category = programme.categories.find(({ id }) => id === categoryId)?.name ?? '';
    return { programme: programme.name, category, rubric: rubricOf(programme, categoryId) };
  }

  /** Until when the judge is asked to look again, by the sheets that wait for it. */
  async secondLooks(tx: Tx, sheets: readonly ScoreSheet[]): Promise<Map<string, Date>> {
    const signed = sheets.filter(({ state }) => state === 'signed').map(({ id }) => id);
    const looks = await this.spreads.looksAt(tx, signed);
    const waiting = [...looks.values()].filter(
      ({ state, dueAt }) => state === 'asked' && tx.now < dueAt,
    );
    return new Map(waiting.map(({ sheetId, dueAt }) => [sheetId, dueAt]));
  }

  /** Total and what is missing, after a part got a new version. */
  async written(tx: Tx, { sheet, rubric }: HeldSheet, version: number): Promise<Written> {
    const standing = standingOf(rubric, await this.contents.ofOne(tx, sheet.id));
    await this.contents.writeTotal(tx, sheet.id, standing.total);
    await this.sheets.touch(tx, sheet.id, isScored(standing.missing));
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
