import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Person } from '../data/identity.entities.js';
import { SessionData } from '../data/session-data.js';
import { type OpenedSession, SessionDesk } from './session-facts.js';

/** Argon2id, 19 MiB, two passes (OWASP). */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Within the time that `SessionData` looks back. */
export const mostFailures = 10;

@Injectable()
export class SignIn {
  /** Verified for unknown addresses, so that known and unknown ones take the same time. */
  readonly #decoy = hash('no one has this password', argon2);

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionData,
    private readonly desk: SessionDesk,
    private readonly events: Events,
  ) {}

  /** @throws Refused identity.wrong-credentials, identity.too-many-attempts */
  async run(email: string, password: string): Promise<OpenedSession> {
    const account = email.trim().toLowerCase();
    const person = await this.#look(account);
    const right = await verify(person?.passwordHash ?? (await this.#decoy), password);
    if (!right || !person?.passwordHash) return this.#refuse(account);
    return this.database.transaction({ ...systemActor, personId: person.id }, async (tx) => {
      const opened = await this.desk.open(tx, person);
      await this.events.record(tx, 'identity.signed-in', { personId: person.id });
      return opened;
    });
  }

  async #look(account: string): Promise<Person | null> {
    return this.database.transaction(systemActor, async (tx) => {
      if ((await this.sessions.recentFailures(tx, account)) >= mostFailures)
        throw new Refused('identity.too-many-attempts');
      return tx.manager
        .createQueryBuilder(Person, 'person')
        .addSelect('person.passwordHash')
        .where('lower(person.email) = :account and person.disabled_at is null', { account })
        .getOne();
    });
  }

  async #refuse(account: string): Promise<never> {
    await this.database.transaction(systemActor, (tx) => this.sessions.recordFailure(tx, account));
    throw new Refused('identity.wrong-credentials');
  }
}
