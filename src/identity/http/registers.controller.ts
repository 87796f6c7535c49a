import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { ImportOrganisations } from '../use-cases/import-organisations.js';
import { ImportPeople } from '../use-cases/import-people.js';
import { ListIdentity } from '../use-cases/list-identity.js';
import {
  GrantsDto,
  NamesQueryDto,
  OrganisationsDto,
  OrganisationsQueryDto,
  PeopleDto,
  PeopleQueryDto,
} from './identity.dto.js';
import {
  AddedView,
  NamesView,
  OrganisationRowView,
  PeoplePageView,
  registeredPersonView,
} from './registers.view.js';

@Controller('api/identity')
export class RegistersController {
  constructor(
    private readonly list: ListIdentity,
    private readonly importOrganisations: ImportOrganisations,
    private readonly importPeople: ImportPeople,
  ) {}

  @Get('people')
  @Allow('identity.read')
  async people(@Who() actor: Actor, @Query() query: PeopleQueryDto): Promise<PeoplePageView> {
    const { people, next } = await this.list.people(actor, query.search ?? '', query.after);
    return { people: people.map(registeredPersonView), next };
  }

  @Get('organisations')
  @Allow('signed-in')
  organisations(
    @Who() actor: Actor,
    @Query() query: OrganisationsQueryDto,
  ): Promise<OrganisationRowView[]> {
    return this.list.organisations(actor, query);
  }

  /** For who reads the audit record, whose lines hold ids only. */
  @Get('names')
  @Allow('audit.read')
  async names(@Who() actor: Actor, @Query() query: NamesQueryDto): Promise<NamesView> {
    const { people, organisations } = await this.list.names(actor, query.ids.split(','));
    return {
      people: people.map(({ id, name }) => ({ id, name })),
      organisations: organisations.map(({ id, name }) => ({ id, name })),
    };
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
