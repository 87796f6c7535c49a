import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Person } from '../data/identity.entities.js';
import { SessionData } from '../data/session-data.js';
import { Passwords } from '../public-api.js';
import { mostFailures } from './sign-in.js';

@Injectable()
export class ConfirmPassword extends Passwords {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionData,
  ) {
    super();
  }

  async confirm(actor: Actor, password: string): Promise<void> {
    const person = await this.database.transaction(systemActor, async (tx) => {
      const found = await tx.manager
        .createQueryBuilder(Person, 'person')
        .addSelect('person.passwordHash')
        .where({ id: actor.personId })
        .getOneOrFail();
      if ((await this.sessions.recentFailures(tx, accountOf(found))) >= mostFailures)
        throw new Refused('identity.too-many-attempts');
      return found;
    });
    if (person.passwordHash && (await verify(person.passwordHash, password))) return;
    await this.database.transaction(systemActor, (tx) =>
      this.sessions.recordFailure(tx, accountOf(person)),
    );
    throw new Refused('identity.wrong-password');
  }
}

const accountOf = ({ email }: Person): string => email.toLowerCase();
