import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import type { Recommendation } from '../rules/score.js';
import { Opinion, Score } from './sheet.entity.js';

/** What is written on a sheet, with the version of each part. */
export type Content = {
  readonly scores: readonly Score[];
  readonly opinion: Opinion;
};

const blank = (sheetId: string): Opinion => ({
  sheetId,
  comment: '',
  commentVersion: 0,
  recommendation: null,
  recommendationVersion: 0,
  total: null,
});

/** The content of sheets. Row-level security shows it to its judge, and to staff after the closing. */
@Injectable()
export class ContentsData {
  /** By sheet id; a sheet nobody wrote on has a blank one. */
  async of(tx: Tx, sheetIds: readonly string[]): Promise<Map<string, Content>> {
    const sheetId = In([...sheetIds]);
    const order = { sheetId: 'ASC', criterionKey: 'ASC' } as const;
    const scores = await tx.manager.find(Score, { where: { sheetId }, order });
    const opinions = await tx.manager.findBy(Opinion, { sheetId });
    const contents = new Map(
      sheetIds.map((id) => [id, { scores: [] as Score[], opinion: blank(id) }]),
    );
    for (const score of scores) contents.get(score.sheetId)?.scores.push(score);
    for (const opinion of opinions) {
      const content = contents.get(opinion.sheetId);
      if (content) content.opinion = opinion;
    }
    return contents;
  }

  async ofOne(tx: Tx, sheetId: string): Promise<Content> {
    return (await this.of(tx, [sheetId])).get(sheetId) ?? { scores: [], opinion: blank(sheetId) };
  }

  /** @param seen the version before, 0 for none @returns whether it was still so */
  async writeScore(
    tx: Tx,
    score: { sheetId: string; criterionKey: string; value: number | null },
    seen: number,
  ): Promise<boolean> {
    const { sheetId, criterionKey, value } = score;
    if (seen === 0) {
      const rows = await tx.manager.query<unknown[]>(
        `insert into judging.score (sheet_id, criterion_key, value) values ($1, $2, $3)
         on conflict do nothing returning version`,
        [sheetId, criterionKey, value],
      );
      return rows.length === 1;
    }
    const { affected } = await tx.manager.update(
      Score,
      { sheetId, criterionKey, version: seen },
      { value, version: seen + 1 },
    );
    return affected === 1;
  }

  async writeTotal(tx: Tx, sheetId: string, total: number | null): Promise<void> {
    await tx.manager.query(
      `insert into judging.opinion (sheet_id, total) values ($1, $2)
       on conflict (sheet_id) do update set total = excluded.total`,
      [sheetId, total],
    );
  }

  /** @returns whether the version was still as seen */
  async writeComment(tx: Tx, sheetId: string, comment: string, seen: number): Promise<boolean> {
    await this.#demandOpinion(tx, sheetId);
    const { affected } = await tx.manager.update(
      Opinion,
      { sheetId, commentVersion: seen },
      { comment, commentVersion: seen + 1 },
    );
    return affected === 1;
  }

  /** @returns whether the version was still as seen */
  async writeRecommendation(
    tx: Tx,
    sheetId: string,
    recommendation: Recommendation | null,
    seen: number,
  ): Promise<boolean> {
    await this.#demandOpinion(tx, sheetId);
    const { affected } = await tx.manager.update(
      Opinion,
      { sheetId, recommendationVersion: seen },
      { recommendation, recommendationVersion: seen + 1 },
    );
    return affected === 1;
  }

  async #demandOpinion(tx: Tx, sheetId: string): Promise<void> {
    await tx.manager.query(
      'insert into judging.opinion (sheet_id) values ($1) on conflict do nothing',
      [sheetId],
    );
  }
}
