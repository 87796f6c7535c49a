import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { DisablePerson } from '../use-cases/disable-person.js';
import { RevokeRole } from '../use-cases/revoke-role.js';
import { SendLink } from '../use-cases/send-link.js';

/** What administrators do to one account. */
@Controller('api/identity')
export class AccountsController {
  constructor(
    private readonly sendLink: SendLink,
    private readonly disablePerson: DisablePerson,
    private readonly revokeRole: RevokeRole,
  ) {}

  @Post('people/:id/link')
  @Allow('identity.manage-people')
  @HttpCode(204)
  link(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sendLink.run(actor, id);
  }

  @Post('people/:id/disabling')
  @Allow('identity.manage-people')
  @HttpCode(204)
  disable(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.disablePerson.run(actor, id);
  }

  @Delete('people/:id/disabling')
  @Allow('identity.manage-people')
  @HttpCode(204)
  enable(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.disablePerson.undo(actor, id);
  }

  @Delete('grants/:id')
  @Allow('identity.grant-roles')
  @HttpCode(204)
  revoke(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.revokeRole.run(actor, id);
  }
}
