import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import type { Judge } from '../data/judge.entity.js';
import type { ConflictKind } from '../rules/conflict-kinds.js';
import { mayAsk, mayInvite } from '../rules/inviting.js';
import { judgeStates } from '../rules/states.js';
import { ConflictLedger } from './conflict-ledger.js';

export type JudgeInvitation = {
  readonly name: string;
  readonly email: string;
  readonly organisationCode: string;
  readonly categoryCode: string;
  readonly code: string;
};

export type Invited = {
  readonly invited: number;
  readonly known: number;
  /** Those asked now whom something keeps from entries of their category. */
  readonly conflicted: readonly {
    readonly code: string;
    readonly kinds: readonly ConflictKind[];
    readonly entries: number;
  }[];
};

@Injectable()
export class InviteJudges {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly judges: JudgesData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /**
   * Invites people to judge; all of them or none. Who is invited or has accepted is left as they
   * are; who declined or withdrew is asked again.
   * @throws Refused naming the first row that cannot be invited
   */
  run(actor: Actor, programmeId: string, rows: readonly JudgeInvitation[]): Promise<Invited> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      must('judging', mayInvite(programme.state));
      const known = await this.judges.ofProgramme(tx, programmeId);
      const invited: Judge[] = [];
      for (const row of rows) invited.push(...(await this.#invite(tx, programme, row, known)));
      const conflicted = await this.#conflicts(tx, programme, invited);
      return { invited: invited.length, known: rows.length - invited.length, conflicted };
    });
  }

  /** What is known to speak against the invited. @throws Refused judging.conflicts-with-all */
  async #conflicts(
    tx: Tx,
    programme: ProgrammeFacts,
    invited: readonly Judge[],
  ): Promise<Invited['conflicted']> {
    const { entries, conflicts } = await this.ledger.against(tx, programme, invited);
    return invited.flatMap(({ id, code, categoryId }) => {
      const own = conflicts.filter(({ judgeId }) => judgeId === id);
      if (own.length === 0) return [];
      const kinds = [...new Set(own.map(({ kind }) => kind))];
      const kept = new Set(own.map(({ entryId }) => entryId)).size;
      const all = entries.filter((entry) => entry.categoryId === categoryId).length;
      if (!mayAsk(all, kept).ok) throw new Refused('judging.conflicts-with-all', { code, kinds });
      return [{ code, kinds, entries: kept }];
    });
  }

  /** @returns the judge, if they were asked */
  async #invite(
    tx: Tx,
    programme: ProgrammeFacts,
    row: JudgeInvitation,
    known: Judge[],
  ): Promise<Judge[]> {
    const category = programme.categories.find(({ code }) => code === row.categoryCode);
    if (category === undefined)
      throw new Refused('judging.unknown-category', { code: row.categoryCode });
    const organisation = await this.identity.organisationByCode(tx, row.organisationCode);
    const { personId } = await this.identity.enrol(tx, {
      name: row.name,
      email: row.email,
      organisationId: organisation.id,
      role: 'judge',
    });
    const judge = known.find((other) => other.personId === personId);
    if (judge !== undefined) return this.#inviteAgain(tx, judge, category.id, row);
    if (known.some(({ code }) => code === row.code))
      throw new Refused('judging.code-taken', { code: row.code });
    const added = newJudge(tx, {
      programmeId: programme.id,
      personId,
      categoryId: category.id,
      unitId: organisation.id,
      prefectureId: organisation.prefectureId,
      code: row.code,
    });
    await this.judges.insert(tx, added);
    known.push(added);
    await this.events.record(tx, 'judging.judge-invited', { judgeId: added.id });
    return [added];
  }

  async #inviteAgain(
    tx: Tx,
    judge: Judge,
    categoryId: string,
    row: JudgeInvitation,
  ): Promise<Judge[]> {
    if (judge.categoryId !== categoryId)
      throw new Refused('judging.judge-in-other-category', { email: row.email });
    const next = step(judgeStates, judge.state, 'invite');
    if (!next.ok) return [];
    await this.judges.change(tx, judge, {
      state: next.value,
      reason: null,
      invitedAt: tx.now,
      answeredAt: null,
    });
    await this.events.record(tx, 'judging.judge-invited', { judgeId: judge.id });
    return [judge];
  }
}

type Placed = Pick<
  Judge,
  'programmeId' | 'personId' | 'categoryId' | 'unitId' | 'prefectureId' | 'code'
>;

const newJudge = (tx: Tx, placed: Placed): Judge => ({
  ...placed,
  id: randomUUID(),
  state: 'invited',
  reason: null,
  version: 1,
  invitedAt: tx.now,
  isChair: false,
  answeredAt: null,
});
