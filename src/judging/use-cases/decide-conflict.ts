import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes, recusalRules } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import { type ConflictAction, decideConflict, isBinding } from '../rules/conflict-states.js';
import { mayInvite } from '../rules/inviting.js';
import { PartPairs } from './part-pairs.js';

export type ConflictDecided = {
  readonly version: number;
  /** Unsigned sheets that were taken from the judge. */
  readonly voided: number;
};

@Injectable()
export class DecideConflict {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
    private readonly partPairs: PartPairs,
    private readonly events: Events,
  ) {}

  /** An administrator confirms, dismisses or pins a conflict, with a reason. */
  run(
    actor: Actor,
    conflictId: string,
    { action, note }: { readonly action: ConflictAction; readonly note: string },
    seen: number,
  ): Promise<ConflictDecided> {
    return this.database.transaction(actor, async (tx) => {
      const conflict = await this.conflicts.lockAt(tx, conflictId, seen);
      const { judgeId, entryId } = conflict;
      const judge = await this.judges.lock(tx, judgeId);
      const programme = await this.programmes.find(tx, judge.programmeId);
      must('judging', mayInvite(programme.state));
      const state = must(
        'judging',
        decideConflict(conflict, action, recusalRules(programme.config.recusal)),
      );
      const version = await this.conflicts.decide(tx, conflict, { state, note });
      const facts = await this.entries.facts(tx, [entryId]);
      const parted = isBinding(state) ? [...facts.values()] : [];
      const voided = await this.partPairs.run(tx, judgeId, parted);
      const decided = { conflictId, judgeId, entryId, state, note, voided };
      await this.events.record(tx, 'judging.conflict-decided', decided);
      return { version, voided };
    });
  }
}
