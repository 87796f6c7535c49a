import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Passwords } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowColumns } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { RuleChangeData } from '../data/rule-change-data.js';
import type { RuleChange } from '../data/rule-change.entity.js';
import { decideChange, isCurrent, movedWindows, rulesIn } from '../rules/rule-change.js';
import { personOf, sound } from './propose-change.js';
import { RulesDesk } from './rules-desk.js';

type Revised = { readonly version: number; readonly fingerprint: string };

/** The second person's word on a change of open rules, or the first one's who takes it back. */
@Injectable()
export class DecideChange {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly changes: RuleChangeData,
    private readonly rules: RulesDesk,
    private readonly passwords: Passwords,
    private readonly events: Events,
  ) {}

  /**
   * The rules become what was proposed, under a new fingerprint, for every reader at once.
   * @throws Refused programmes.second-person-needed, change-decided, change-outdated, change-too-late
   */
  async confirm(
    actor: Actor,
    programmeId: string,
    changeId: string,
    password: string,
  ): Promise<Revised> {
    await this.passwords.confirm(actor, password);
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.locked(tx, programmeId);
      const change = await this.changes.lock(tx, programmeId, changeId);
      const state = must('programmes', decideChange(change, 'confirm', personOf(actor)));
      if (!isCurrent(change, programme)) throw new Refused('programmes.change-outdated');
      sound(programme, rulesIn(change.after), tx.now);
      const revised = await this.#revise(tx, programme, change, state);
      await this.events.record(tx, 'programmes.change-confirmed', {
        ...{ programmeId, changeId, fingerprint: revised.fingerprint },
        previous: change.baseFingerprint,
        revision: change.baseRevision + 1,
        moved: movedWindows(change.before, change.after),
      });
      return revised;
    });
  }

  /** @throws Refused programmes.second-person-needed, change-decided */
  reject(actor: Actor, programmeId: string, changeId: string, reason: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const change = await this.changes.lock(tx, programmeId, changeId);
      const decidedBy = personOf(actor);
      const state = must('programmes', decideChange(change, 'reject', decidedBy));
      await this.changes.decide(tx, change, { state, decidedBy, decisionReason: reason });
      const told = { programmeId, changeId, reason };
      await this.events.record(tx, 'programmes.change-rejected', told);
    });
  }

  /** @throws Refused programmes.not-proposer, change-decided */
  takeBack(actor: Actor, programmeId: string, changeId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const change = await this.changes.lock(tx, programmeId, changeId);
      const decidedBy = personOf(actor);
      const state = must('programmes', decideChange(change, 'take-back', decidedBy));
      await this.changes.decide(tx, change, { state, decidedBy });
      await this.events.record(tx, 'programmes.change-taken-back', { programmeId, changeId });
    });
  }

  /** The change is decided first: the database lets the frozen rules move to nothing else. */
  async #revise(
    tx: Tx,
    programme: Programme,
    change: RuleChange,
    state: RuleChange['state'],
  ): Promise<Revised> {
    const after = rulesIn(change.after);
    const { rulesRevision } = programme;
    const revision = rulesRevision + 1;
    const previous = change.baseFingerprint;
    const amendment = { name: after.name, revision, previous };
    const frozen = await this.rules.freeze(tx, programme, after, amendment);
    const { text: baseText } = await this.#current(tx, programme);
    const decidedBy = personOf(tx.actor);
    await this.changes.decide(tx, change, { state, decidedBy, ...frozen, baseText });
    const version = await this.programmes.change(tx, programme, {
      name: after.name,
      config: { ...programme.config, publicity: after.publicity },
      ...windowColumns(after.windows),
      rulesFingerprint: frozen.fingerprint,
      rulesRevision: revision,
    });
    return { version, fingerprint: frozen.fingerprint };
  }

  /** The text of the rules in force: as it was kept with their change, or as the opening froze it. */
  async #current(tx: Tx, programme: Programme): Promise<{ readonly text: string }> {
    const made = await this.changes.confirmed(tx, programme.id, programme.rulesRevision - 1);
    return made?.text ? { text: made.text } : this.rules.freeze(tx, programme);
  }
}
