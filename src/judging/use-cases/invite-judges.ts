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
import { mayInvite } from '../rules/inviting.js';
import { judgeStates } from '../rules/states.js';

export type JudgeInvitation = {
  readonly name: string;
  readonly email: string;
  readonly organisationCode: string;
  readonly categoryCode: string;
  readonly code: string;
};

export type Invited = { readonly invited: number; readonly known: number };

@Injectable()
export class InviteJudges {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly judges: JudgesData,
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
      let invited = 0;
      for (const row of rows) if (await this.#invite(tx, programme, row, known)) invited++;
      return { invited, known: rows.length - invited };
    });
  }

  /** @returns whether the person was asked */
  async #invite(
    tx: Tx,
    programme: ProgrammeFacts,
    row: JudgeInvitation,
    known: Judge[],
  ): Promise<boolean> {
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
    return true;
  }

  async #inviteAgain(
    tx: Tx,
    judge: Judge,
    categoryId: string,
    row: JudgeInvitation,
  ): Promise<boolean> {
    if (judge.categoryId !== categoryId)
      throw new Refused('judging.judge-in-other-category', { email: row.email });
    const next = step(judgeStates, judge.state, 'invite');
    if (!next.ok) return false;
    await this.judges.change(tx, judge, {
      state: next.value,
      reason: null,
      invitedAt: tx.now,
      answeredAt: null,
    });
    await this.events.record(tx, 'judging.judge-invited', { judgeId: judge.id });
    return true;
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
  answeredAt: null,
});
