import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { hashToken } from '../data/identity-data.js';
import { Person } from '../data/identity.entities.js';
import { SessionData } from '../data/session-data.js';
import { acceptablePassword } from '../rules/password.js';
import { type OpenedSession, SessionDesk, type SessionFacts } from './session-facts.js';
import { argon2 } from './sign-in.js';

/** A one-time link: shown, then used once to choose a password. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionData,
    private readonly events: Events,
  ) {}

  /** Whose link it is. Looking does not use it up. */
  show(token: string): Promise<SessionFacts> {
    return this.database.transaction(systemActor, async (tx) =>
      this.desk.facts(tx, await this.#holder(tx, token)),
    );
  }

  /** @throws Refused identity.link-not-valid, identity.password-too-short, … */
  async run(token: string, password: string): Promise<OpenedSession> {
    const holder = await this.database.transaction(systemActor, (tx) => this.#holder(tx, token));
    must('identity', acceptablePassword(password, holder.email));
    const passwordHash = await hash(password, argon2);
    return this.database.transaction({ ...systemActor, personId: holder.id }, async (tx) => {
      await this.#useUp(tx, token);
      await tx.manager.update(Person, { id: holder.id }, { passwordHash });
      await this.sessions.endOfPerson(tx, holder.id);
      await this.sessions.endLinksOf(tx, holder.id);
      await this.events.record(tx, 'identity.password-chosen', { personId: holder.id });
      return this.desk.open(tx, holder);
    });
  }

  async #holder(tx: Tx, token: string): Promise<{ id: string; name: string; email: string }> {
    const [person] = await tx.manager.query<{ id: string; name: string; email: string }[]>(
      `select person.id, person.name, person.email from identity.one_time_link link
       join identity.person person on person.id = link.person_id and person.disabled_at is null
       where link.token_hash = $1 and link.used_at is null and link.expires_at > clock_timestamp()`,
      [hashToken(token)],
    );
    if (person === undefined) throw new Refused('identity.link-not-valid');
    return person;
  }

  async #useUp(tx: Tx, token: string): Promise<void> {
    const [, used] = await tx.manager.query<[unknown, number]>(
      'update identity.one_time_link set used_at = clock_timestamp() where token_hash = $1 and used_at is null',
      [hashToken(token)],
    );
    if (used !== 1) throw new Refused('identity.link-not-valid');
  }
}
