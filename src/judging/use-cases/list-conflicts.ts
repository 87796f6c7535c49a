import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes, recusalRules } from '../../programmes/public-api.js';
import { type ConflictFilter, ConflictsData, conflictsPerPage } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import type { Conflict } from '../data/judge.entity.js';
import { decisionsOn } from '../rules/conflict-states.js';
import { mayInvite } from '../rules/inviting.js';
import { ListJudges } from './list-judges.js';

export type ConflictRow = Conflict & {
  readonly judge: { readonly code: string; readonly name: string; readonly unit: string };
  readonly entry: { readonly caseNo: string; readonly title: string };
  /** Who decided; empty while nobody has. */
  readonly decider: string;
  readonly actions: readonly string[];
};

export type ConflictPage = {
  readonly rows: readonly ConflictRow[];
  readonly next?: string;
  /** recuse, check. */
  readonly actions: readonly string[];
};

@Injectable()
export class ListConflicts {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
    private readonly listJudges: ListJudges,
  ) {}

  /** A page of a programme's conflicts by judge code, for those who run it. */
  run(actor: Actor, programmeId: string, filter: ConflictFilter): Promise<ConflictPage> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const page = await this.conflicts.page(tx, programmeId, filter);
      const rows = await this.#describe(tx, programme, page);
      const next = page.length === conflictsPerPage ? page.at(-1)?.id : undefined;
      return { rows, next, actions: mayInvite(programme.state).ok ? ['recuse', 'check'] : [] };
    });
  }

  async #describe(
    tx: Tx,
    programme: ProgrammeFacts,
    page: readonly Conflict[],
  ): Promise<ConflictRow[]> {
    const wanted = new Set(page.map(({ judgeId }) => judgeId));
    const all = await this.judges.ofProgramme(tx, programme.id);
    const judges = await this.listJudges.describe(
      tx,
      programme,
      all.filter(({ id }) => wanted.has(id)),
    );
    const byId = new Map(judges.map(({ id, code, name, unit }) => [id, { code, name, unit }]));
    const entries = await this.entries.facts(
      tx,
      page.map(({ entryId }) => entryId),
    );
    const deciders = await this.identity.people(
      tx,
      page.flatMap(({ decidedBy }) => decidedBy ?? []),
    );
    const isOpen = mayInvite(programme.state).ok;
    return page.map((conflict) => ({
      ...conflict,
      judge: byId.get(conflict.judgeId) ?? { code: '', name: '', unit: '' },
      entry: entries.get(conflict.entryId) ?? { caseNo: '', title: '' },
      decider: deciders.get(conflict.decidedBy ?? '')?.name ?? '',
      actions: isOpen ? decisionsOn(conflict, recusalRules(programme.config.recusal)) : [],
    }));
  }
}
