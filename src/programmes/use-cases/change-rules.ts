import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { differingParts, patched, type RulesPatch } from '../rules/draft-rules.js';
import { type DraftChange, DraftDesk } from './draft-desk.js';

export type RulesChange = Omit<DraftChange, 'config'> & { readonly config?: RulesPatch };

/** Puts parts of a draft's rules in place of those it has; contradictions wait for the health check. */
@Injectable()
export class ChangeRules {
  constructor(
    private readonly database: Database,
    private readonly desk: DraftDesk,
    private readonly events: Events,
  ) {}

  /**
   * @throws Refused programmes.wrong-state, config-invalid, windows-disordered, slug-taken,
   * category-holds-places
   */
  run(
    actor: Actor,
    programmeId: string,
    change: RulesChange,
    seen: number,
  ): Promise<{ readonly version: number }> {
    return this.database.transaction(actor, async (tx) => {
      const draft = await this.desk.hold(tx, programmeId, seen);
      const result = patched(draft.config, change.config ?? {});
      if (!result.ok)
        throw new Refused('programmes.config-invalid', { faults: [...result.faults] });
      const { config } = result;
      const version = await this.desk.write(tx, draft, { ...change, config });
      const parts = differingParts(draft.config, config);
      await this.events.record(tx, 'programmes.rules-changed', { programmeId, version, parts });
      return { version };
    });
  }
}
