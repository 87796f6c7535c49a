import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
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

  /**
   * @returns how many roles were not held before
   * @throws Refused naming the first row that cannot be granted; then none is
   */
  grants(actor: Actor, rows: readonly GrantRequest[]): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      let added = 0;
      for (const row of rows) {
        const personId = await this.#receiver(tx, row);
        const organisationId = await this.#place(tx, row);
        if (await this.identity.grant(tx, { personId, organisationId, role: row.role })) added++;
      }
      return added;
    });
  }

  /** The person of a row, who may take its role. */
  async #receiver(tx: Tx, { email, role }: GrantRequest): Promise<string> {
    const person = await this.identity.findByEmail(tx, email);
    if (person === null) throw new Refused('identity.unknown-person', { email });
    if (person.disabledAt !== null) throw new Refused('identity.person-disabled', { email });
    if (person.id === tx.actor.personId) throw new Refused('identity.own-role', { email });
    const held = await tx.manager.findBy(RoleGrant, { personId: person.id });
    if (clashes(role, held)) throw new Refused('identity.roles-exclude-each-other', { email });
    return person.id;
  }

  /** The organisation of a row, where its role may be held. */
  async #place(tx: Tx, { role, organisationCode: code }: GrantRequest): Promise<string> {
    const organisation = await tx.manager.findOneBy(Organisation, { code });
    if (organisation === null) throw new Refused('identity.unknown-organisation', { code });
    if (!mayBeHeldAt(role, organisation.kind))
      throw new Refused('identity.role-needs-kind', { role, code });
    return organisation.id;
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
