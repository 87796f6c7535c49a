import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { Person } from '../data/identity.entities.js';
import { RegisterData } from '../data/register-data.js';
import { SessionData } from '../data/session-data.js';
import { disable, enable } from '../rules/registers.js';

/** Closes an account, and opens it again. What the person did stays as it is. */
@Injectable()
export class DisablePerson {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterData,
    private readonly sessions: SessionData,
    private readonly events: Events,
  ) {}

  /** @throws Refused identity.own-account, identity.already-so, identity.last-administrator */
  run(actor: Actor, personId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      await this.registers.lockAdministrations(tx);
      const person = await this.registers.lockPerson(tx, personId);
      const isSole = await this.registers.isSoleAdministrator(tx, personId);
      must('identity', disable(person, actor, isSole));
      await tx.manager.update(Person, { id: personId }, { disabledAt: tx.now });
      await this.sessions.endOfPerson(tx, personId);
      await this.events.record(tx, 'identity.person-disabled', { personId });
    });
  }

  /** @throws Refused identity.already-so */
  undo(actor: Actor, personId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      must('identity', enable(await this.registers.lockPerson(tx, personId)));
      await tx.manager.update(Person, { id: personId }, { disabledAt: null });
      await this.events.record(tx, 'identity.person-enabled', { personId });
    });
  }
}
