import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { type OrganisationKind, type Role, separateAdministrations } from '../rules/roles.js';
import { Organisation, Person, RoleGrant } from './identity.entities.js';

export const peoplePerPage = 50;
export const organisationsFound = 50;

export type RegisteredPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  readonly hasSignedIn: boolean;
};

export type RegisteredGrant = {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly organisation: string;
  readonly organisationCode: string;
};

export type RegisteredOrganisation = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly above: string[];
  readonly children: number;
};

const says = (words: string): string => `strpos(lower(${words}), lower($1)) > 0`;

const peoplePage = `select person.id, person.name, person.email, person.disabled_at as "disabledAt",
    person.password_hash is not null as "hasSignedIn"
  from identity.person person
  where ($1 = '' or ${says("person.name || ' ' || person.email")} or exists (
      select from identity.role_grant held
      join identity.organisation organisation on organisation.id = held.organisation_id
      where held.person_id = person.id and held.revoked_at is null
        and ${says("organisation.name || ' ' || organisation.code")}))
    and ($2::uuid is null or (person.name, person.id) >
      (select seen.name, seen.id from identity.person seen where seen.id = $2))
  order by person.name, person.id limit ${peoplePerPage}`;

const organisations = `select organisation.id, organisation.code, organisation.name,
    organisation.short_name as "shortName", organisation.kind,
    array_remove(array[prefecture.name, county.name], null) as above,
    (select count(*)::int from identity.organisation child where child.parent_id = organisation.id) as children
  from identity.organisation organisation
  left join identity.organisation prefecture
    on prefecture.id = organisation.prefecture_id and prefecture.id <> organisation.id
  left join identity.organisation county
    on county.id = organisation.county_id and county.id <> organisation.id`;

/** What the registers show, and the rows they change. */
@Injectable()
export class RegisterData {
  /** People by name. @param search part of a name, an address, or a unit they act for */
  people(tx: Tx, search: string, after: string | undefined): Promise<RegisteredPerson[]> {
    return tx.manager.query<RegisteredPerson[]>(peoplePage, [search, after ?? null]);
  }

  /** The roles these people now hold. */
  grantsOf(tx: Tx, personIds: readonly string[]): Promise<RegisteredGrant[]> {
    return tx.manager.query<RegisteredGrant[]>(
      `select held.id, held.person_id as "personId", held.role, organisation.name as organisation,
         organisation.code as "organisationCode"
       from identity.role_grant held
       join identity.organisation organisation on organisation.id = held.organisation_id
       where held.person_id = any($1) and held.revoked_at is null
       order by held.granted_at, held.id`,
      [personIds],
    );
  }

  /** Organisations right under a parent, or the province itself. */
  under(tx: Tx, parentId: string | undefined): Promise<RegisteredOrganisation[]> {
    return tx.manager.query<RegisteredOrganisation[]>(
      `${organisations} where organisation.parent_id is not distinct from $1
       order by organisation.code`,
      [parentId ?? null],
    );
  }

  /** The first organisations by code whose name or code holds the text. */
  named(tx: Tx, search: string): Promise<RegisteredOrganisation[]> {
    return tx.manager.query<RegisteredOrganisation[]>(
      `${organisations} where ${says("organisation.name || ' ' || organisation.code")}
       order by organisation.code limit ${organisationsFound}`,
      [search],
    );
  }

  /** What people and organisations are called; ids of neither are left out. */
  async names(
    tx: Tx,
    ids: readonly string[],
  ): Promise<{ people: Person[]; organisations: Organisation[] }> {
    const known = { id: In([...ids]) };
    return {
      people: await tx.manager.findBy(Person, known),
      organisations: await tx.manager.findBy(Organisation, known),
    };
  }

  /** @throws Refused identity.not-found */
  async lockPerson(tx: Tx, id: string): Promise<Person> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found('identity', await tx.manager.findOne(Person, { where: { id }, lock }));
  }

  /** @throws Refused identity.not-found */
  async lockGrant(tx: Tx, id: string): Promise<RoleGrant> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found('identity', await tx.manager.findOne(RoleGrant, { where: { id }, lock }));
  }

  /** First of all, so that two administrators cannot put each other out at the same moment. */
  async lockAdministrations(tx: Tx): Promise<void> {
    await tx.manager.query(
      'select id from identity.role_grant where role = any($1) order by id for update',
      [separateAdministrations],
    );
  }

  /** Whether the person holds an administration (this one, if named) that no other open account holds. */
  async isSoleAdministrator(tx: Tx, personId: string, role?: Role): Promise<boolean> {
    const [row] = await tx.manager.query<{ isSole: boolean }[]>(
      `select exists (select from identity.role_grant held
         where held.person_id = $1 and held.revoked_at is null and held.role = any($2)
           and held.role = coalesce($3, held.role) and not exists (
             select from identity.role_grant other
             join identity.person person on person.id = other.person_id and person.disabled_at is null
             where other.role = held.role and other.person_id <> $1 and other.revoked_at is null)
       ) as "isSole"`,
      [personId, separateAdministrations, role ?? null],
    );
    return row?.isSole === true;
  }
}
