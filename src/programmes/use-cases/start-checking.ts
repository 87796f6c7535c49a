import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowsOf } from '../data/programmes-data.js';
import { startChecking } from '../rules/checking.js';
import { checkingFrom } from '../rules/windows.js';

/** Ends the collecting: what was recommended goes to the formal check. */
@Injectable()
export class StartChecking {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly events: Events,
  ) {}

  /** @throws Refused programmes.wrong-state, too-early (from when, in details) */
  run(actor: Actor, programmeId: string, seen: number): Promise<{ readonly version: number }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lockedAt(tx, programmeId, seen);
      const windows = windowsOf(programme);
      const decision = startChecking({ state: programme.state, windows }, tx.now);
      if (!decision.ok && decision.code === 'too-early')
        throw new Refused('programmes.too-early', { from: checkingFrom(windows).toISOString() });
      const state = must('programmes', decision);
      const version = await this.programmes.change(tx, programme, { state });
      await this.events.record(tx, 'programmes.checking-started', { programmeId });
      return { version };
    });
  }
}
