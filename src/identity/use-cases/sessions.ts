import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { SessionData } from '../data/session-data.js';
import { type OpenedSession, SessionDesk, type SessionFacts } from './session-facts.js';

/** What happens to a session after it was opened. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionData,
    private readonly desk: SessionDesk,
  ) {}

  /** The actor of a token, or null when its session has ended. */
  async actor(token: string): Promise<Actor | null> {
    const session = await this.sessions.look(this.database, token);
    return (
      session && {
        personId: session.personId,
        organisationId: session.organisationId,
        role: session.role,
      }
    );
  }

  facts(token: string): Promise<SessionFacts> {
    return this.database.transaction(systemActor, async (tx) => {
      const session = found('identity', await this.sessions.find(tx, token));
      const person = { id: session.personId, name: session.personName, email: session.email };
      return this.desk.facts(tx, person, session.grantId);
    });
  }

  end(token: string): Promise<void> {
    return this.database.transaction(systemActor, (tx) => this.sessions.end(tx, token));
  }

  /** Acts in another role from now on: a new session takes the place of the old one. */
  switchGrant(token: string, grantId: string): Promise<OpenedSession> {
    return this.database.transaction(systemActor, async (tx) => {
      const session = found('identity', await this.sessions.find(tx, token));
      const person = { id: session.personId, name: session.personName, email: session.email };
      const opened = await this.desk.open(tx, person, grantId);
      await this.sessions.end(tx, token);
      return opened;
    });
  }
}
