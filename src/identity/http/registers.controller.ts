import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  HttpCode,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { ImportOrganisations } from '../use-cases/import-organisations.js';
import { ImportPeople } from '../use-cases/import-people.js';
import { ListIdentity } from '../use-cases/list-identity.js';
import { GrantsDto, OrganisationsDto, PeopleDto } from './identity.dto.js';
import { AddedView, OrganisationRowView, PersonInRoleView } from './registers.view.js';

@Controller('api/identity')
export class RegistersController {
  constructor(
    private readonly list: ListIdentity,
    private readonly importOrganisations: ImportOrganisations,
    private readonly importPeople: ImportPeople,
  ) {}

  @Get('people')
  @Allow('identity.read')
  people(
    @Who() actor: Actor,
    @Query('search', new DefaultValuePipe('')) search: string,
    @Query('page', new DefaultValuePipe(0), ParseIntPipe) page: number,
  ): Promise<PersonInRoleView[]> {
    return this.list.people(actor, search, Math.max(0, page));
  }

  @Get('organisations')
  @Allow('signed-in')
  async organisations(
    @Who() actor: Actor,
    @Query('parent', new ParseUUIDPipe({ optional: true })) parent?: string,
  ): Promise<OrganisationRowView[]> {
    const rows = await this.list.organisations(actor, parent);
    return rows.map(({ id, code, name, shortName, kind }) => ({ id, code, name, shortName, kind }));
  }

  @Post('organisations')
  @Allow('identity.manage-organisations')
  @HttpCode(200)
  async addOrganisations(@Who() actor: Actor, @Body() form: OrganisationsDto): Promise<AddedView> {
    return { added: await this.importOrganisations.run(actor, form.organisations) };
  }

  @Post('people')
  @Allow('identity.manage-people')
  @HttpCode(200)
  async addPeople(@Who() actor: Actor, @Body() form: PeopleDto): Promise<AddedView> {
    return { added: await this.importPeople.people(actor, form.people) };
  }

  @Post('grants')
  @Allow('identity.grant-roles')
  @HttpCode(200)
  async addGrants(@Who() actor: Actor, @Body() form: GrantsDto): Promise<AddedView> {
    return { added: await this.importPeople.grants(actor, form.grants) };
  }
}
