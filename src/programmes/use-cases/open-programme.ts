import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowsOf } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { blockers, open } from '../rules/opening.js';
import { RulesDesk } from './rules-desk.js';

/** Opens a selection: its rules freeze under a fingerprint and units may begin to submit. */
@Injectable()
export class OpenProgramme {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly rules: RulesDesk,
    private readonly events: Events,
  ) {}

  /** @throws Refused programmes.wrong-state, config-invalid, windows-disordered, submission-over, quota-empty */
  run(
    actor: Actor,
    programmeId: string,
    seen: number,
  ): Promise<{ readonly version: number; readonly fingerprint: string }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lockedAt(tx, programmeId, seen);
      const state = must('programmes', open(programme.state));
      const fingerprint = await this.#freeze(tx, programme);
      const change = { state, rulesFingerprint: fingerprint, openedAt: tx.now };
      const version = await this.programmes.change(tx, programme, change);
      await this.events.record(tx, 'programmes.opened', { programmeId, fingerprint });
      return { version, fingerprint };
    });
  }

  async #freeze(tx: Tx, programme: Programme): Promise<string> {
    const { id, config } = programme;
    const windows = windowsOf(programme);
    const quotas = await this.programmes.quotas(tx, id);
    const places = quotas.reduce((sum, quota) => sum + quota.places, 0);
    const [blocker] = blockers({ config, windows, places }, tx.now);
    if (blocker) throw new Refused(`programmes.${blocker.code}`, { faults: [...blocker.faults] });
    return (await this.rules.freeze(tx, programme)).fingerprint;
  }
}
