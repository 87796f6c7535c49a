import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { Person } from '../data/identity.entities.js';
import { type OpenedSession, SessionDesk } from './session-facts.js';
import { argon2 } from './sign-in.js';

/** What every person of the demo signs with; written on the sign-in page of the demo. */
export const demoPassword = 'linxuan-demo';

@Injectable()
export class OpenDemoSession {
  readonly #demoHash = hash(demoPassword, argon2);

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

  /** As `run`, for the playing of the demo, and gives the person the demo's password; the session's token. */
  async byEmail(email: string): Promise<string> {
    const passwordHash = await this.#demoHash;
    const person = await this.database.transaction(systemActor, async (tx) => {
      await tx.manager.update(Person, { email }, { passwordHash });
      return tx.manager.findOneByOrFail(Person, { email });
    });
    return (await this.run(person.id)).token;
  }
}
