import { Injectable } from '@nestjs/common';
import type { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { OrganisationKind, Role } from '../rules/roles.js';
import { hashToken, newToken } from './identity-data.js';

const idleLimit = '30 minutes';
const absoluteLimit = '12 hours';

export type GrantRow = {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
};

/** How long ago a session was last seen before that is written again. */
const staleAfter = '1 minute';

const livingSession = `select session.person_id as "personId", person.name as "personName", person.email,
    held.id as "grantId", held.role, held.organisation_id as "organisationId",
    session.last_seen_at < clock_timestamp() - interval '${staleAfter}' as "isStale"
  from identity.session session
  join identity.person person on person.id = session.person_id and person.disabled_at is null
  join identity.role_grant held on held.id = session.grant_id and held.revoked_at is null
  where session.token_hash = $1 and session.ended_at is null
    and session.last_seen_at > clock_timestamp() - interval '${idleLimit}'
    and session.created_at > clock_timestamp() - interval '${absoluteLimit}'`;

export type SessionRow = {
  readonly personId: string;
  readonly personName: string;
  readonly email: string;
  readonly grantId: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly isStale: boolean;
};

/** Opaque sessions: the browser holds a random token, the database only its hash. Real time counts. */
@Injectable()
export class SessionData {
  async open(tx: Tx, personId: string, grantId: string): Promise<string> {
    const token = newToken();
    await tx.manager.query(
      'insert into identity.session (token_hash, person_id, grant_id) values ($1, $2, $3)',
      [hashToken(token), personId, grantId],
    );
    return token;
  }

  /** The living session of this token; a revoked grant or a disabled person ends it at once. */
  async find(tx: Tx, token: string): Promise<SessionRow | null> {
    const [row] = await tx.manager.query<SessionRow[]>(livingSession, [hashToken(token)]);
    return row ?? null;
  }

  /** As `find`, in one statement before the request's actor is known; notes that the person is there. */
  async look(database: Database, token: string): Promise<SessionRow | null> {
    const hash = hashToken(token);
    const [row] = await database.beforeActor<SessionRow>(livingSession, [hash]);
    if (row?.isStale)
      await database.beforeActor(
        'update identity.session set last_seen_at = clock_timestamp() where token_hash = $1',
        [hash],
      );
    return row ?? null;
  }

  async end(tx: Tx, token: string): Promise<void> {
    await tx.manager.query(
      'update identity.session set ended_at = clock_timestamp() where token_hash = $1',
      [hashToken(token)],
    );
  }

  /** Signs a person out everywhere. */
  async endOfPerson(tx: Tx, personId: string): Promise<void> {
    await tx.manager.query(
      'update identity.session set ended_at = clock_timestamp() where person_id = $1 and ended_at is null',
      [personId],
    );
  }

  /** Ends what acts in a role; given again later, the role does not bring them back. */
  async endOfGrant(tx: Tx, grantId: string): Promise<void> {
    await tx.manager.query(
      'update identity.session set ended_at = clock_timestamp() where grant_id = $1 and ended_at is null',
      [grantId],
    );
  }

  /** One-time links that were not used yet stop working. */
  async endLinksOf(tx: Tx, personId: string): Promise<void> {
    await tx.manager.query(
      `update identity.one_time_link set expires_at = clock_timestamp()
       where person_id = $1 and used_at is null and expires_at > clock_timestamp()`,
      [personId],
    );
  }

  async grantsOf(tx: Tx, personId: string): Promise<GrantRow[]> {
    return tx.manager.query<GrantRow[]>(
      `select held.id, held.role, organisation.id as "organisationId", organisation.code as "organisationCode",
         organisation.name as "organisationName", organisation.kind as "organisationKind"
       from identity.role_grant held
       join identity.organisation organisation on organisation.id = held.organisation_id
       where held.person_id = $1 and held.revoked_at is null
       order by held.granted_at, held.id`,
      [personId],
    );
  }

  /** How often the account's password was guessed wrongly in the last 15 minutes. */
  async recentFailures(tx: Tx, account: string): Promise<number> {
    const [row] = await tx.manager.query<{ count: number }[]>(
      `select count(*)::int as count from identity.sign_in_failure
       where account = $1 and at > clock_timestamp() - interval '15 minutes'`,
      [account],
    );
    return row?.count ?? 0;
  }

  async recordFailure(tx: Tx, account: string): Promise<void> {
    await tx.manager.query('insert into identity.sign_in_failure (account) values ($1)', [account]);
  }
}
