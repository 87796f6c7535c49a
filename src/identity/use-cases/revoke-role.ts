import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { RoleGrant } from '../data/identity.entities.js';
import { RegisterData } from '../data/register-data.js';
import { SessionData } from '../data/session-data.js';
import { revoke } from '../rules/registers.js';

/** Ends a role that a person holds for an organisation, and the sessions that act in it. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly database: Database,
    private readonly registers: RegisterData,
    private readonly sessions: SessionData,
    private readonly events: Events,
  ) {}

  /** @throws Refused identity.own-role, identity.already-so, identity.last-administrator */
  run(actor: Actor, grantId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      await this.registers.lockAdministrations(tx);
      const grant = await this.registers.lockGrant(tx, grantId);
      const { personId, organisationId, role } = grant;
      const isSole = await this.registers.isSoleAdministrator(tx, personId, role);
      must('identity', revoke(grant, actor, isSole));
      await tx.manager.update(RoleGrant, { id: grantId }, { revokedAt: tx.now });
      await this.sessions.endOfGrant(tx, grantId);
      await this.events.record(tx, 'identity.role-revoked', { personId, organisationId, role });
    });
  }
}
