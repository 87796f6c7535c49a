import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { RuleChangeData } from '../data/rule-change-data.js';
import type { RuleChange } from '../data/rule-change.entity.js';
import {
  type ChangeAction,
  changeableParts,
  decideChange,
  type StoredRules,
  storedRules,
} from '../rules/rule-change.js';
import { openRulesOf, RulesDesk } from './rules-desk.js';

export type ShownChange = {
  readonly change: RuleChange;
  readonly proposer: string;
  /** Empty while nobody decided. */
  readonly decider: string;
  readonly actions: readonly ChangeAction[];
};

export type ShownChanges = {
  readonly programme: Programme;
  readonly current: StoredRules;
  /** What may still be changed: name, publicity and the names of windows. */
  readonly parts: readonly string[];
  readonly mayPropose: boolean;
  /** The newest first. */
  readonly changes: readonly ShownChange[];
};

const words: readonly ChangeAction[] = ['confirm', 'reject', 'take-back'];

/** The changes of open rules for who runs or supervises the selection. */
@Injectable()
export class ShowChanges {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly changes: RuleChangeData,
    private readonly identity: Identity,
    private readonly rules: RulesDesk,
  ) {}

  /** @throws Refused programmes.not-found */
  run(actor: Actor, programmeId: string): Promise<ShownChanges> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.visible(tx, programmeId);
      const rows = await this.changes.ofProgramme(tx, programmeId);
      const ids = rows.flatMap(({ proposedBy, decidedBy }) => [
        proposedBy,
        decidedBy ?? proposedBy,
      ]);
      const people = await this.identity.people(tx, [...new Set(ids)]);
      const nameOf = (id: string | null): string => (id && people.get(id)?.name) || '';
      const parts = changeableParts(programme.state);
      const isOpen = rows.some(({ state }) => state === 'proposed');
      return {
        programme,
        current: storedRules(openRulesOf(programme)),
        parts,
        mayPropose: actor.role === 'programme-admin' && parts.length > 0 && !isOpen,
        changes: rows.map((change) => ({
          change,
          proposer: nameOf(change.proposedBy),
          decider: nameOf(change.decidedBy),
          actions: actionsOf(actor, change),
        })),
      };
    });
  }

  /** The text whose SHA-256 is the fingerprint of a revision. @throws Refused programmes.no-revision */
  text(actor: Actor, programmeId: string, revision: number): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.visible(tx, programmeId);
      return this.#text(tx, programme, revision);
    });
  }

  async #text(tx: Tx, programme: Programme, revision: number): Promise<string> {
    const { id, rulesRevision, state } = programme;
    if (state === 'draft' || revision > rulesRevision) throw new Refused('programmes.no-revision');
    const made = await this.changes.confirmed(tx, id, revision - 1);
    if (made?.text) return made.text;
    const left = await this.changes.confirmed(tx, id, revision);
    return left?.baseText ?? (await this.rules.freeze(tx, programme)).text;
  }
}

const actionsOf = ({ role, personId }: Actor, change: RuleChange): ChangeAction[] =>
  role === 'programme-admin' && personId !== null
    ? words.filter((action) => decideChange(change, action, personId).ok)
    : [];
