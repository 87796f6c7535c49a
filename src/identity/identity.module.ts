import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.token.js';
import { defineProblems } from '../platform/http/problems.js';
import { IdentityData } from './data/identity-data.js';
import { BelowData } from './data/below-data.js';
import { RegisterData } from './data/register-data.js';
import { SessionData } from './data/session-data.js';
import { AccountsController } from './http/accounts.controller.js';
import { BelowController } from './http/below.controller.js';
import { DemoController } from './http/demo.controller.js';
import { identityProblems } from './http/problems.js';
import { RegistersController } from './http/registers.controller.js';
import { SessionCookie } from './http/session-cookie.js';
import { SessionController } from './http/session.controller.js';
import { SessionGuard } from './http/session.guard.js';
import { Identity, Passwords } from './public-api.js';
import { AcceptInvitation } from './use-cases/accept-invitation.js';
import { ConfirmPassword } from './use-cases/confirm-password.js';
import { CreateAdmin } from './use-cases/create-admin.js';
import { DisablePerson } from './use-cases/disable-person.js';
import { ImportBelow } from './use-cases/import-below.js';
import { InviteBelow } from './use-cases/invite-below.js';
import { PeopleBelow } from './use-cases/people-below.js';
import { ImportOrganisations } from './use-cases/import-organisations.js';
import { ImportPeople } from './use-cases/import-people.js';
import { ListIdentity } from './use-cases/list-identity.js';
import { OpenDemoSession } from './use-cases/open-demo-session.js';
import { RevokeRole } from './use-cases/revoke-role.js';
import { SendLink } from './use-cases/send-link.js';
import { SessionDesk } from './use-cases/session-facts.js';
import { Sessions } from './use-cases/sessions.js';
import { SignIn } from './use-cases/sign-in.js';

defineProblems('identity', identityProblems);

/** What keeps the registers of people and organisations. */
const registers = [
  CreateAdmin,
  ImportOrganisations,
  ImportPeople,
  ListIdentity,
  DisablePerson,
  RevokeRole,
  SendLink,
  InviteBelow,
  ImportBelow,
  PeopleBelow,
];

@Global()
@Module({})
export class IdentityModule {
  /** @param mode the demo's people can be clicked on in demo mode only */
  static register(mode: Config['mode']): DynamicModule {
    const demo = mode === 'demo';
    return {
      module: IdentityModule,
      controllers: [
        SessionController,
        RegistersController,
        AccountsController,
        BelowController,
        ...(demo ? [DemoController] : []),
      ],
      providers: [
        IdentityData,
        { provide: Identity, useExisting: IdentityData },
        RegisterData,
        BelowData,
        SessionData,
        SessionDesk,
        Sessions,
        SignIn,
        { provide: Passwords, useClass: ConfirmPassword },
        AcceptInvitation,
        ...registers,
        ...(mode === 'production' ? [] : [OpenDemoSession]),
        {
          provide: SessionCookie,
          inject: [CONFIG],
          useFactory: (config: Config) => new SessionCookie(config.publicUrl),
        },
        { provide: APP_GUARD, useClass: SessionGuard },
      ],
      exports: [Identity, Passwords, CreateAdmin],
    };
  }
}
