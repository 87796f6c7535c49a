import { Injectable } from '@nestjs/common';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import { Events } from '../../audit/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Identity, type OrganisationFacts, type PersonFacts } from '../public-api.js';
import type { Role } from '../rules/roles.js';
import { Organisation, Person } from './identity.entities.js';

export const linkLifetime = '7 days';

export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(32).toString('base64url');

@Injectable()
export class IdentityData extends Identity {
  constructor(private readonly events: Events) {
    super();
  }

  async organisation(tx: Tx, id: string): Promise<OrganisationFacts> {
    const organisation = await tx.manager.findOneBy(Organisation, { id });
    if (organisation === null) throw new Refused('identity.unknown-organisation');
    return organisation;
  }

  async organisationByCode(tx: Tx, code: string): Promise<OrganisationFacts> {
    const organisation = await tx.manager.findOneBy(Organisation, { code });
    if (organisation === null) throw new Refused('identity.unknown-organisation', { code });
    return organisation;
  }

  async organisationsByCode(
    tx: Tx,
    codes: readonly string[],
  ): Promise<Map<string, OrganisationFacts>> {
    const code = In([...new Set(codes)]);
    const rows = await tx.manager.findBy(Organisation, { code, validTo: IsNull() });
    return new Map(rows.map((row) => [row.code, row]));
  }

  async organisations(tx: Tx, ids: readonly string[]): Promise<Map<string, OrganisationFacts>> {
    const rows = await tx.manager.findBy(Organisation, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  recommendingUnits(tx: Tx): Promise<OrganisationFacts[]> {
    return tx.manager.find(Organisation, {
      where: { kind: In(['prefecture', 'province-direct']), validTo: IsNull() },
      order: { code: 'ASC' },
    });
  }

  async schoolCounts(tx: Tx): Promise<Map<string, number>> {
    const rows = await tx.manager.query<{ id: string; count: number }[]>(
      `select prefecture_id as id, count(*)::int as count from identity.organisation
       where kind = 'school' and valid_to is null group by prefecture_id`,
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async people(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonFacts>> {
    const rows = await tx.manager.findBy(Person, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  async holders(
    tx: Tx,
    role: Role,
    organisationIds: readonly string[],
  ): Promise<{ personId: string; organisationId: string }[]> {
    return tx.manager.query<{ personId: string; organisationId: string }[]>(
      `select held.person_id as "personId", held.organisation_id as "organisationId"
       from identity.role_grant held
       join identity.person person on person.id = held.person_id and person.disabled_at is null
       where held.role = $1 and held.organisation_id = any($2) and held.revoked_at is null
       order by held.person_id`,
      [role, organisationIds],
    );
  }

  async enrol(
    tx: Tx,
    newcomer: { name: string; email: string; organisationId: string; role: Role },
  ): Promise<{ personId: string }> {
    const known = await this.findByEmail(tx, newcomer.email);
    const personId = known?.id ?? (await this.createPerson(tx, newcomer));
    await this.grant(tx, {
      personId,
      organisationId: newcomer.organisationId,
      role: newcomer.role,
    });
    return { personId };
  }

  async mintLink(tx: Tx, personId: string): Promise<string> {
    const token = newToken();
    await tx.manager.query(
      `insert into identity.one_time_link (token_hash, person_id, expires_at)
       values ($1, $2, clock_timestamp() + interval '${linkLifetime}')`,
      [hashToken(token), personId],
    );
    return token;
  }

  findByEmail(tx: Tx, email: string): Promise<Person | null> {
    return tx.manager
      .createQueryBuilder(Person, 'person')
      .where('lower(person.email) = lower(:email)', { email })
      .getOne();
  }

  /** A new person, who is told by a letter with a one-time link. */
  async createPerson(
    tx: Tx,
    person: { name: string; email: string; phone?: string | null },
  ): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(Person, {
      id,
      name: person.name,
      email: person.email,
      createdAt: tx.now,
      phone: person.phone ?? null,
      invitedAt: tx.now,
      invitedBy: tx.actor.personId,
    });
    await this.events.record(tx, 'identity.person-invited', { personId: id });
    return id;
  }

  /** Gives a role once; a revoked grant is revived. Whether it was not held before. */
  async grant(
    tx: Tx,
    grant: { personId: string; organisationId: string; role: Role },
  ): Promise<boolean> {
    const rows = await tx.manager.query<unknown[]>(
      `insert into identity.role_grant as held (id, person_id, organisation_id, role, granted_at, granted_by)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (person_id, organisation_id, role)
         do update set revoked_at = null, granted_at = excluded.granted_at, granted_by = excluded.granted_by
         where held.revoked_at is not null
       returning id`,
      [randomUUID(), grant.personId, grant.organisationId, grant.role, tx.now, tx.actor.personId],
    );
    const isNew = rows.length > 0;
    if (isNew) await this.events.record(tx, 'identity.role-granted', grant);
    return isNew;
  }
}
