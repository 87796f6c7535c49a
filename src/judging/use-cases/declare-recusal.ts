import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { found, must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import type { Judge } from '../data/judge.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import type { DeclaredKind } from '../rules/conflict-kinds.js';
import { mayDeclare, recuse } from '../rules/declaring.js';
import { newConflict } from '../rules/new-conflict.js';

export type Recusal = {
  /** The entry's blind code: all a judge knows it by. */
  readonly entryRef: string;
  readonly kind: DeclaredKind;
  readonly note: string;
};

@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
    private readonly sheets: SheetsData,
    private readonly events: Events,
  ) {}

  /**
   * A judge says they must not score an entry. If they hold its sheet in an open round, it goes back.
   * The answer is the same whether they would have got it or not.
   */
  run(actor: Actor, judgeId: string, recusal: Recusal): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const judge = await this.judges.lock(tx, judgeId);
      const programme = await this.programmes.find(tx, judge.programmeId);
      must('judging', mayDeclare(judge.state, programme.state));
      const listed = await this.conflicts.listedByCode(tx, judge.programmeId, recusal.entryRef);
      const { entryId } = found('judging', listed);
      await this.#giveBack(tx, judge, entryId);
      await this.conflicts.add(tx, [conflictOf(tx, judge, entryId, recusal)]);
      const { kind } = recusal;
      await this.events.record(tx, 'judging.recusal-declared', { judgeId, entryId, kind });
    });
  }

  async #giveBack(tx: Tx, judge: Judge, entryId: string): Promise<void> {
    const sheet = await this.sheets.lockForEntry(tx, judge.id, entryId);
    if (sheet === null) return;
    const state = must('judging', recuse(sheet.state));
    if (state !== sheet.state) await this.sheets.change(tx, sheet, { state });
  }
}

const conflictOf = (tx: Tx, judge: Judge, entryId: string, { kind, note }: Recusal) =>
  newConflict(randomUUID(), tx.now, {
    judgeId: judge.id,
    entryId,
    kind,
    source: 'declared',
    state: 'confirmed',
    note: note === '' ? null : note,
  });
