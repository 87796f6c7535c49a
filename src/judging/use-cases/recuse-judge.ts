import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import type { Judge } from '../data/judge.entity.js';
import type { DeclaredKind } from '../rules/conflict-kinds.js';
import { mayInvite } from '../rules/inviting.js';
import { newConflict } from '../rules/new-conflict.js';
import { PartPairs } from './part-pairs.js';

export type OrderedRecusal = {
  readonly judgeId: string;
  /** Absent: every entry of the judge's category. */
  readonly caseNos?: readonly string[];
  readonly kind: DeclaredKind;
  readonly note: string;
};

export type Recused = {
  /** How many entries the judge may not score by this act. */
  readonly entries: number;
  /** Unsigned sheets that were taken from the judge. */
  readonly voided: number;
};

@Injectable()
export class RecuseJudge {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
    private readonly partPairs: PartPairs,
    private readonly events: Events,
  ) {}

  /** An administrator keeps a judge from entries. The judge is not told. */
  run(actor: Actor, programmeId: string, recusal: OrderedRecusal): Promise<Recused> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      must('judging', mayInvite(programme.state));
      const held = await this.judges.lock(tx, recusal.judgeId);
      const judge = found('judging', held.programmeId === programmeId ? held : null);
      const entries = await this.#chosen(tx, judge, recusal.caseNos);
      await this.#write(tx, entries, recusal);
      const voided = await this.partPairs.run(tx, judge.id, entries);
      const { kind, note } = recusal;
      const entryIds = entries.map(({ id }) => id);
      const order = { judgeId: judge.id, entryIds, kind, note, voided };
      await this.events.record(tx, 'judging.judge-recused', order);
      return { entries: entries.length, voided };
    });
  }

  /** @throws Refused judging.unknown-case-nos for what is not of the judge's category or not accepted */
  async #chosen(tx: Tx, judge: Judge, caseNos?: readonly string[]): Promise<EntryFacts[]> {
    const accepted = await this.entries.accepted(tx, judge.programmeId);
    const own = accepted.filter(({ categoryId }) => categoryId === judge.categoryId);
    if (caseNos === undefined) return own;
    const known = new Set(own.map(({ caseNo }) => caseNo));
    const unknown = caseNos.filter((caseNo) => !known.has(caseNo));
    if (unknown.length > 0) throw new Refused('judging.unknown-case-nos', { caseNos: unknown });
    return own.filter(({ caseNo }) => caseNos.includes(caseNo));
  }

  async #write(
    tx: Tx,
    entries: readonly EntryFacts[],
    { judgeId, kind, note }: OrderedRecusal,
  ): Promise<void> {
    const stated = { judgeId, kind, note, source: 'administrator', state: 'confirmed' } as const;
    await this.conflicts.add(
      tx,
      entries.map(({ id }) => newConflict(randomUUID(), tx.now, { ...stated, entryId: id })),
    );
    const entryIds = entries.map(({ id }) => id);
    await this.conflicts.confirm(tx, { judgeId, entryIds }, kind, note);
  }
}
