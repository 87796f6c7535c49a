import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { RuleChangeData } from '../data/rule-change-data.js';
import {
  change,
  changeFaults,
  differences,
  type OpenRules,
  storedRules,
} from '../rules/rule-change.js';
import { validateConfig } from '../rules/validate-config.js';
import { windowFaults } from '../rules/windows.js';
import { openRulesOf } from './rules-desk.js';

@Injectable()
export class ProposeChange {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly changes: RuleChangeData,
    private readonly events: Events,
  ) {}

  /**
   * Proposes other rules for an open selection; nothing changes until somebody else confirms it.
   * @throws Refused programmes.wrong-state, nothing-changed, change-too-late, windows-disordered, change-open
   */
  run(
    actor: Actor,
    programmeId: string,
    { reason, rules }: { readonly reason: string; readonly rules: OpenRules },
    seen: number,
  ): Promise<{ readonly id: string }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lockedAt(tx, programmeId, seen);
      sound(programme, rules, tx.now);
      const before = storedRules(openRulesOf(programme));
      const after = storedRules(rules);
      const id = randomUUID();
      await this.changes.add(tx, {
        ...undecided,
        ...{ id, programmeId, reason, before, after },
        baseRevision: programme.rulesRevision,
        baseFingerprint: programme.rulesFingerprint ?? '',
        proposedBy: personOf(actor),
        proposedAt: tx.now,
      });
      await this.events.record(tx, 'programmes.change-proposed', {
        ...{ programmeId, changeId: id, reason },
        changes: differences(before, after).map(
          (one) => `${one.path}: ${one.before} → ${one.after}`,
        ),
      });
      return { id };
    });
  }
}

const undecided = {
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  fingerprint: null,
  baseText: null,
  text: null,
} as const;

/** @throws Refused when the change may not be made now, with what is wrong where */
export function sound(programme: Programme, rules: OpenRules, now: Date): void {
  const before = openRulesOf(programme);
  const decision = change(programme.state, before, rules, now);
  if (!decision.ok && decision.code === 'change-too-late') {
    const faults = changeFaults(programme.state, before, rules, now);
    throw new Refused('programmes.change-too-late', { faults });
  }
  if (!decision.ok && decision.code === 'windows-disordered')
    throw new Refused('programmes.windows-disordered', { faults: windowFaults(rules.windows) });
  must('programmes', decision);
  const validated = validateConfig({ ...programme.config, publicity: rules.publicity });
  if (!validated.ok)
    throw new Refused('programmes.config-invalid', { faults: [...validated.problems] });
}

export function personOf({ personId }: Actor): string {
  if (personId === null) throw new Refused('platform.no-right');
  return personId;
}
