import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';

export type Declarable = {
  readonly ref: string;
  readonly title: string;
  /** What the judge declared. */
  readonly declared: readonly string[];
};

@Injectable()
export class ListDeclarable {
  constructor(
    private readonly database: Database,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
  ) {}

  /** The titles of a judge's category to declare conflicts against; empty until the judging is prepared. */
  run(actor: Actor, judgeId: string): Promise<Declarable[]> {
    return this.database.transaction(actor, async (tx) => {
      const { programmeId, categoryId } = await this.judges.find(tx, judgeId);
      const listed = await this.conflicts.listed(tx, programmeId, categoryId);
      const declared = await this.conflicts.declaredBy(tx, judgeId);
      return listed.map(({ entryId, blindCode, title }) => ({
        ref: blindCode,
        title,
        declared: declared.filter((own) => own.entryId === entryId).map(({ kind }) => kind),
      }));
    });
  }
}
