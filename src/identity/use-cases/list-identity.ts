import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { Organisation } from '../data/identity.entities.js';

export type PersonInRole = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly hasSignedIn: boolean;
};

const peoplePerPage = 100;

const people = `select person.id, person.name, person.email, held.role,
    organisation.name as organisation, person.password_hash is not null as "hasSignedIn"
  from identity.person person
  left join identity.role_grant held on held.person_id = person.id and held.revoked_at is null
  left join identity.organisation organisation on organisation.id = held.organisation_id`;

/** The registers of people and organisations. */
@Injectable()
export class ListIdentity {
  constructor(private readonly database: Database) {}

  /** People by name with one row per role. @param search part of a name or address */
  people(actor: Actor, search: string, page: number): Promise<PersonInRole[]> {
    return this.database.transaction(actor, (tx) =>
      tx.manager.query<PersonInRole[]>(
        `${people} where $1 = '' or strpos(lower(person.name || ' ' || person.email), lower($1)) > 0
         order by organisation.code, person.name, person.id, held.role limit $2 offset $3`,
        [search, peoplePerPage, page * peoplePerPage],
      ),
    );
  }

  /** Organisations under a parent, or the province itself. */
  organisations(actor: Actor, parentId: string | undefined): Promise<Organisation[]> {
    return this.database.transaction(actor, (tx) => {
      const query = tx.manager
        .createQueryBuilder(Organisation, 'organisation')
        .orderBy('organisation.code');
      if (parentId === undefined) query.where('organisation.parentId is null');
      else query.where('organisation.parentId = :parentId', { parentId });
      return query.getMany();
    });
  }

  /** Whom a visitor of the demo may be: at most three a role, with those who have work first. */
  demoPeople(): Promise<PersonInRole[]> {
    return this.database.transaction(systemActor, (tx) =>
      tx.manager.query<PersonInRole[]>(
        `select * from (select listed.*, row_number() over (partition by role order by email) as place
           from (${people} where held.id is not null) listed) ranked
         where place <= 3 order by role, email`,
      ),
    );
  }
}
