import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type GrantRow, SessionData } from '../data/session-data.js';
import { permissionsOf } from '../rules/permissions.js';

export type SessionFacts = {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly grant: GrantRow;
  readonly grants: readonly GrantRow[];
  readonly permissions: readonly string[];
};

/** A session just opened: its token leaves once, in the cookie. */
export type OpenedSession = { readonly token: string; readonly facts: SessionFacts };

/** What a signed-in page needs to know of its person, and the opening of sessions. */
@Injectable()
export class SessionDesk {
  constructor(private readonly sessions: SessionData) {}

  /** @param grantId the role to act in; the first one held when absent */
  async open(
    tx: Tx,
    person: { id: string; name: string; email: string },
    grantId?: string,
  ): Promise<OpenedSession> {
    const facts = await this.facts(tx, person, grantId);
    return { token: await this.sessions.open(tx, person.id, facts.grant.id), facts };
  }

  async facts(
    tx: Tx,
    person: { id: string; name: string; email: string },
    grantId?: string,
  ): Promise<SessionFacts> {
    const grants = await this.sessions.grantsOf(tx, person.id);
    const grant = grantId === undefined ? grants[0] : grants.find(({ id }) => id === grantId);
    if (grant === undefined) throw new Refused('identity.role-not-held');
    const { id, name, email } = person;
    return { person: { id, name, email }, grant, grants, permissions: permissionsOf(grant.role) };
  }
}
