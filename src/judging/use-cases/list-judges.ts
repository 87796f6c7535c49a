import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { JudgesData, judgesPerPage } from '../data/judges-data.js';
import type { Judge } from '../data/judge.entity.js';
import { permits } from '../../platform/pure/decision.js';
import { mayInvite } from '../rules/inviting.js';
import { judgeStates } from '../rules/states.js';

export type JudgeRow = Judge & {
  readonly name: string;
  readonly email: string;
  readonly category: string;
  readonly unit: string;
  /** Empty for someone from a provincial body. */
  readonly prefecture: string;
  readonly actions: readonly string[];
};

@Injectable()
export class ListJudges {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly judges: JudgesData,
  ) {}

  /** A page of a programme's judges by code. @param after the last code seen */
  run(
    actor: Actor,
    programmeId: string,
    after: string,
  ): Promise<{ readonly judges: JudgeRow[]; readonly next?: string }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const page = await this.judges.page(tx, programmeId, after);
      const judges = await this.describe(tx, programme, page);
      return { judges, next: page.length === judgesPerPage ? page.at(-1)?.code : undefined };
    });
  }

  /** Gives judges the names of their person, category, unit and prefecture. */
  async describe(tx: Tx, programme: ProgrammeFacts, judges: readonly Judge[]): Promise<JudgeRow[]> {
    const people = await this.identity.people(
      tx,
      judges.map(({ personId }) => personId),
    );
    const organisations = await this.identity.organisations(
      tx,
      judges.flatMap(({ unitId, prefectureId }) => [unitId, prefectureId ?? unitId]),
    );
    const categories = new Map(programme.categories.map((category) => [category.id, category]));
    return judges.map((judge) => ({
      ...judge,
      ...person(people.get(judge.personId)),
      category: nameOf(categories.get(judge.categoryId)),
      unit: nameOf(organisations.get(judge.unitId)),
      prefecture: organisations.get(judge.prefectureId ?? '')?.shortName ?? '',
      actions: actionsOn(judge, programme),
    }));
  }
}

function actionsOn({ state, isChair }: Judge, programme: ProgrammeFacts): string[] {
  if (!mayInvite(programme.state).ok || !permits(judgeStates, state, 'withdraw')) return [];
  if (isChair) return ['withdraw', 'clear-chair'];
  return state === 'accepted' ? ['withdraw', 'set-chair'] : ['withdraw'];
}

const nameOf = (row: { readonly name: string } | undefined): string => row?.name ?? '';

const person = ({ name, email } = { name: '', email: '' }): { name: string; email: string } => ({
  name,
  email,
});
