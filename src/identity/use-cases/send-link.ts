import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Person } from '../data/identity.entities.js';
import { RegisterData } from '../data/register-data.js';
import { SessionData } from '../data/session-data.js';
import { sendLink } from '../rules/registers.js';

/** A new one-time link by letter, for a person who lost theirs or forgot the password. */
@Injectable()
export class SendLink {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterData,
    private readonly sessions: SessionData,
    private readonly events: Events,
  ) {}

  /** Links not used so far stop working. @throws Refused identity.person-disabled */
  run(actor: Actor, personId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      must('identity', sendLink(await this.registers.lockPerson(tx, personId)));
      await this.send(tx, personId);
    });
  }

  /** As `run`, for a person whose account is known to be open, as part of a transaction. */
  async send(tx: Tx, personId: string): Promise<void> {
    await this.sessions.endLinksOf(tx, personId);
    const invited = { invitedAt: tx.now, invitedBy: tx.actor.personId };
    await tx.manager.update(Person, { id: personId }, invited);
    await this.events.record(tx, 'identity.person-invited', { personId });
  }
}
