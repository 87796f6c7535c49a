import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { IdentityData } from '../data/identity-data.js';
import { Organisation, RoleGrant } from '../data/identity.entities.js';
import { mayBeHeldAt, type Role, separateAdministrations } from '../rules/roles.js';

export type PersonRow = { readonly name: string; readonly email: string };
export type GrantRequest = {
  readonly email: string;
  readonly role: Role;
  readonly organisationCode: string;
};

/** The system administrator lists people; the security administrator gives them roles. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityData,
  ) {}

  /** Adds people who are not yet known; each is told by a letter with a one-time link. */
  people(actor: Actor, rows: readonly PersonRow[]): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      let added = 0;
      for (const row of rows) {
        if (await this.identity.findByEmail(tx, row.email)) continue;
        await this.identity.createPerson(tx, row);
        added++;
      }
      return added;
    });
  }

  /** @throws Refused naming the first row that cannot be granted; then none is */
  grants(actor: Actor, rows: readonly GrantRequest[]): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      for (const row of rows) {
        const person = await this.identity.findByEmail(tx, row.email);
        if (person === null) throw new Refused('identity.unknown-person', { email: row.email });
        const organisation = await tx.manager.findOneBy(Organisation, {
          code: row.organisationCode,
        });
        if (organisation === null)
          throw new Refused('identity.unknown-organisation', { code: row.organisationCode });
        if (!mayBeHeldAt(row.role, organisation.kind))
          throw new Refused('identity.role-needs-kind', {
            role: row.role,
            code: row.organisationCode,
          });
        const held = await tx.manager.findBy(RoleGrant, { personId: person.id });
        if (clashes(row.role, held))
          throw new Refused('identity.roles-exclude-each-other', { email: row.email });
        await this.identity.grant(tx, {
          personId: person.id,
          organisationId: organisation.id,
          role: row.role,
        });
      }
      return rows.length;
    });
  }
}

const clashes = (role: Role, held: readonly RoleGrant[]): boolean =>
  separateAdministrations.includes(role) &&
  held.some(
    (grant) =>
      grant.revokedAt === null &&
      grant.role !== role &&
      separateAdministrations.includes(grant.role),
  );
