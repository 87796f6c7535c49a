import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { ContentsData } from '../data/contents-data.js';
import { scoreValue } from '../rules/score.js';
import { SheetDesk, type Written } from './sheet-desk.js';

@Injectable()
export class PutScore {
  constructor(
    private readonly database: Database,
    private readonly desk: SheetDesk,
    private readonly contents: ContentsData,
  ) {}

  /**
   * Writes one score of the judge's own sheet. What is typed is not news: it is recorded when it is signed.
   * @param score hundredths; null takes the score away
   * @param seen the score's version, 0 for none
   */
  run(
    actor: Actor,
    sheetId: string,
    score: { readonly criterionKey: string; readonly value: number | null },
    seen: number,
  ): Promise<Written> {
    return this.database.transaction(actor, async (tx) => {
      const held = await this.desk.hold(tx, sheetId);
      const { criterionKey } = score;
      const value = must('judging', scoreValue(held.rubric, criterionKey, score.value));
      if (!(await this.contents.writeScore(tx, { sheetId, criterionKey, value }, seen)))
        return this.desk.clash(tx, sheetId, ({ scores }) => {
          const current = scores.find((other) => other.criterionKey === criterionKey);
          return { version: current?.version ?? 0, value: current?.value ?? null };
        });
      return this.desk.written(tx, held, seen + 1);
    });
  }
}
