import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import type { KnownPerson } from '../rules/invitation-plan.js';
import type { Role } from '../rules/roles.js';
import { Organisation, Person } from './identity.entities.js';

export const belowPerPage = 100;

export type PersonBelow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly role: Role;
  readonly organisation: string;
  readonly organisationCode: string;
  readonly invitedAt: Date | null;
  readonly hasSignedIn: boolean;
  readonly isDisabled: boolean;
  readonly isWhollyBelow: boolean;
  /** Of the role held, the place in the list. */
  readonly grantId: string;
};

/** The condition on `organisation` that it stands below the acting unit, which is parameter 1. */
const standsBelow = ({ role }: Actor): string => {
  if (role === 'county-officer')
    return `(organisation.county_id = $1 and organisation.kind = 'school')`;
  if (role === 'prefecture-officer')
    return `(organisation.prefecture_id = $1 and organisation.id <> $1)`;
  return 'false';
};

/** As `standsBelow`, of the organisation of another grant of the same person. */
const otherStandsBelow = (actor: Actor): string =>
  standsBelow(actor).replaceAll('organisation.', 'elsewhere.');

const says = (words: string): string => `strpos(lower(${words}), lower($2)) > 0`;

/** The people and organisations of the level below a unit. */
@Injectable()
export class BelowData {
  /** By code. */
  organisations(tx: Tx): Promise<Organisation[]> {
    return tx.manager
      .createQueryBuilder(Organisation, 'organisation')
      .where(standsBelow(tx.actor).replaceAll('$1', ':own'), { own: tx.actor.organisationId })
      .andWhere('organisation.valid_to is null')
      .orderBy('organisation.code')
      .getMany();
  }

  /** Accounts with one of these addresses, whatever their capitals, with the roles they hold. */
  known(tx: Tx, emails: readonly string[]): Promise<KnownPerson[]> {
    return tx.manager.query<KnownPerson[]>(
      `select person.id, person.email, person.disabled_at is not null as "isDisabled",
         coalesce((select jsonb_agg(jsonb_build_object('role', held.role, 'organisationId', held.organisation_id))
           from identity.role_grant held where held.person_id = person.id and held.revoked_at is null), '[]') as grants
       from identity.person person where lower(person.email) = any($1)`,
      [emails.map((email) => email.toLowerCase())],
    );
  }

  /** Keeps a number for who has none. */
  async addPhone(tx: Tx, personId: string, phone: string): Promise<void> {
    await tx.manager.update(Person, { id: personId, phone: IsNull() }, { phone });
  }

  /** Holders of roles below by organisation and name; one more than a page when there is a next one. */
  people(
    tx: Tx,
    wanted: { search: string; silent: boolean; after?: string; limit: number },
  ): Promise<PersonBelow[]> {
    return tx.manager.query<PersonBelow[]>(
      `select person.id, person.name, person.email, person.phone, held.role, held.id as "grantId",
         organisation.name as organisation, organisation.code as "organisationCode",
         person.invited_at as "invitedAt", person.password_hash is not null as "hasSignedIn",
         person.disabled_at is not null as "isDisabled", ${this.#isWhollyBelow(tx.actor)} as "isWhollyBelow"
       from identity.role_grant held
       join identity.organisation organisation on organisation.id = held.organisation_id
       join identity.person person on person.id = held.person_id
       where held.revoked_at is null and held.role in ('county-officer', 'submitter')
         and ${standsBelow(tx.actor)}
         and ($2 = '' or ${says(`person.name || ' ' || person.email || ' ' || organisation.name || ' ' || organisation.code`)})
         and (not $3 or (person.password_hash is null and person.disabled_at is null))
         and ($4::uuid is null or (organisation.code, person.name, held.id) > (
           select o.code, p.name, g.id from identity.role_grant g
           join identity.organisation o on o.id = g.organisation_id
           join identity.person p on p.id = g.person_id where g.id = $4))
       order by organisation.code, person.name, held.id limit $5`,
      [tx.actor.organisationId, wanted.search, wanted.silent, wanted.after ?? null, wanted.limit],
    );
  }

  /** A person who holds a role below, held to the end of the transaction. @throws Refused identity.not-found */
  async lockPerson(
    tx: Tx,
    id: string,
  ): Promise<{ person: Person; hasSignedIn: boolean; isWhollyBelow: boolean }> {
    const [row] = await tx.manager.query<{ hasSignedIn: boolean; isWhollyBelow: boolean }[]>(
      `select person.password_hash is not null as "hasSignedIn",
         ${this.#isWhollyBelow(tx.actor)} as "isWhollyBelow"
       from identity.person person
       where person.id = $2 and exists (
         select from identity.role_grant held
         join identity.organisation organisation on organisation.id = held.organisation_id
         where held.person_id = person.id and held.revoked_at is null
           and held.role in ('county-officer', 'submitter') and ${standsBelow(tx.actor)})
       for no key update of person`,
      [tx.actor.organisationId, id],
    );
    const standing = found('identity', row);
    return { person: await tx.manager.findOneByOrFail(Person, { id }), ...standing };
  }

  #isWhollyBelow(actor: Actor): string {
    return `not exists (
      select from identity.role_grant other
      join identity.organisation elsewhere on elsewhere.id = other.organisation_id
      where other.person_id = person.id and other.revoked_at is null
        and not (${otherStandsBelow(actor)} and other.role in ('county-officer', 'submitter')))`;
  }
}
