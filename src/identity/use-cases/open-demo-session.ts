import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { Person } from '../data/identity.entities.js';
import { type OpenedSession, SessionDesk } from './session-facts.js';

@Injectable()
export class OpenDemoSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
  ) {}

  /** Signs in as one of the demo people without a password. Wired outside production only. */
  run(personId: string): Promise<OpenedSession> {
    return this.database.transaction(systemActor, async (tx) => {
      const person = found('identity', await tx.manager.findOneBy(Person, { id: personId }));
      return this.desk.open(tx, person);
    });
  }

  /** As `run`, for the playing of the demo; the session's token. */
  async byEmail(email: string): Promise<string> {
    const person = await this.database.transaction(systemActor, (tx) =>
      tx.manager.findOneByOrFail(Person, { email }),
    );
    return (await this.run(person.id)).token;
  }
}
