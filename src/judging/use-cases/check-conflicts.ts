import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { mayInvite } from '../rules/inviting.js';
import { ConflictLedger } from './conflict-ledger.js';

@Injectable()
export class CheckConflicts {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /** Writes down the conflicts that can be computed by now. @returns how many are new */
  run(actor: Actor, programmeId: string): Promise<{ readonly added: number }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      must('judging', mayInvite(programme.state));
      const { added } = await this.ledger.bringUpToDate(tx, programme);
      await this.events.record(tx, 'judging.conflicts-checked', { programmeId, added });
      return { added };
    });
  }
}
