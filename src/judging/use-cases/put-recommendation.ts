import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { ContentsData } from '../data/contents-data.js';
import type { Recommendation } from '../rules/score.js';
import { SheetDesk, type Written } from './sheet-desk.js';

@Injectable()
export class PutRecommendation {
  constructor(
    private readonly database: Database,
    private readonly desk: SheetDesk,
    private readonly contents: ContentsData,
  ) {}

  /** Writes the recommendation of the judge's own sheet. @param seen its version, 0 for none */
  run(
    actor: Actor,
    sheetId: string,
    recommendation: Recommendation | null,
    seen: number,
  ): Promise<Written> {
    return this.database.transaction(actor, async (tx) => {
      const held = await this.desk.hold(tx, sheetId);
      if (!(await this.contents.writeRecommendation(tx, sheetId, recommendation, seen)))
        return this.desk.clash(tx, sheetId, ({ opinion }) => ({
          version: opinion.recommendationVersion,
          value: opinion.recommendation,
        }));
      return this.desk.written(tx, held, seen + 1);
    });
  }
}
