import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import {
  peoplePerPage,
  RegisterData,
  type RegisteredGrant,
  type RegisteredOrganisation,
  type RegisteredPerson,
} from '../data/register-data.js';
import { actsOnGrant, actsOnPerson } from '../rules/registers.js';

export type ListedPerson = RegisteredPerson & {
  readonly actions: string[];
  readonly grants: (RegisteredGrant & { readonly actions: string[] })[];
};

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
};

type Name = { readonly id: string; readonly name: string };

/** The registers of people and organisations. */
@Injectable()
export class ListIdentity {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterData,
  ) {}

  /** People by name with the roles they hold. @param after the last person of the page before */
  people(
    actor: Actor,
    search: string,
    after: string | undefined,
  ): Promise<{ people: ListedPerson[]; next: string | undefined }> {
    return this.database.transaction(actor, async (tx) => {
      const page = await this.registers.people(tx, search, after);
      const grants = await this.registers.grantsOf(
        tx,
        page.map(({ id }) => id),
      );
      const held = groupBy(grants, ({ personId }) => personId);
      const people = page.map((person) => ({
        ...person,
        actions: actsOnPerson(person, actor),
        grants: (held.get(person.id) ?? []).map((grant) => ({
          ...grant,
          actions: actsOnGrant(person, actor),
        })),
      }));
      return { people, next: page.length === peoplePerPage ? page.at(-1)?.id : undefined };
    });
  }

  /** Organisations by part of a name or code; without it those right under a parent. */
  organisations(
    actor: Actor,
    wanted: { readonly parent?: string; readonly search?: string },
  ): Promise<RegisteredOrganisation[]> {
    return this.database.transaction(actor, (tx) =>
      wanted.search
        ? this.registers.named(tx, wanted.search)
        : this.registers.under(tx, wanted.parent),
    );
  }

  /** What the people and organisations among these ids are called. */
  names(
    actor: Actor,
    ids: readonly string[],
  ): Promise<{ people: readonly Name[]; organisations: readonly Name[] }> {
    return this.database.transaction(actor, (tx) => this.registers.names(tx, ids));
  }

  /** Whom a visitor of the demo may be: at most three a role, with those who have work first. */
  demoPeople(): Promise<DemoPerson[]> {
    return this.database.transaction(systemActor, (tx) =>
      tx.manager.query<DemoPerson[]>(
        `select id, name, role, organisation from (
           select person.id, person.name, person.email, held.role, organisation.name as organisation,
             row_number() over (partition by held.role order by person.email) as place
           from identity.person person
           join identity.role_grant held on held.person_id = person.id and held.revoked_at is null
           join identity.organisation organisation on organisation.id = held.organisation_id
           where person.disabled_at is null) ranked
         where place <= 3 order by role, email`,
      ),
    );
  }
}
