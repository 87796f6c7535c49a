import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import type { Judge } from '../data/judge.entity.js';
import { type OwnRound, SheetsData } from '../data/sheets-data.js';
import { invitationActions } from '../rules/inviting.js';

export type Invitation = {
  readonly judge: Judge;
  readonly programme: ProgrammeFacts;
  readonly category: string;
  readonly rounds: readonly OwnRound[];
  readonly actions: readonly string[];
};

@Injectable()
export class ListInvitations {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly sheets: SheetsData,
  ) {}

  /** Where the actor was asked to judge, with the rounds that are open to them. */
  run(actor: Actor): Promise<Invitation[]> {
    return this.database.transaction(actor, async (tx) => {
      const judges = await this.judges.own(tx);
      const rounds = await this.sheets.ownRounds(tx);
      const invitations: Invitation[] = [];
      for (const judge of judges) {
        const programme = await this.programmes.find(tx, judge.programmeId);
        const category = programme.categories.find(({ id }) => id === judge.categoryId);
        invitations.push({
          judge,
          programme,
          category: category?.name ?? '',
          rounds: rounds.filter(({ programmeId }) => programmeId === judge.programmeId),
          actions: invitationActions(judge.state, programme.state),
        });
      }
      return invitations;
    });
  }
}
