import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { IdentityData } from '../data/identity-data.js';
import { Organisation } from '../data/identity.entities.js';
import type { Role } from '../rules/roles.js';
import { ImportOrganisations } from './import-organisations.js';

@Injectable()
export class CreateAdmin {
  constructor(
    private readonly database: Database,
    private readonly organisations: ImportOrganisations,
    private readonly identity: IdentityData,
  ) {}

  /**
   * The first administrators of an installation, or a new link for one who lost it.
   * @returns the one-time link's token, shown once
   */
  async run(admin: {
    name: string;
    email: string;
    role: Role;
    province: { code: string; name: string };
  }): Promise<string> {
    await this.organisations.run(systemActor, [{ ...admin.province, kind: 'province' }]);
    return this.database.transaction(systemActor, async (tx) => {
      const province = await tx.manager.findOneByOrFail(Organisation, { kind: 'province' });
      const { personId } = await this.identity.enrol(tx, { ...admin, organisationId: province.id });
      return this.identity.mintLink(tx, personId);
    });
  }
}
