import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download, SendsFile } from '../../platform/http/download.js';
import { Who } from '../../platform/http/request.decorators.js';
import { requiredFile, TakesFile } from '../../platform/http/sent-file.js';
import { roleBelow } from '../rules/inviting.js';
import { ImportBelow } from '../use-cases/import-below.js';
import { InviteBelow } from '../use-cases/invite-below.js';
import { PeopleBelow } from '../use-cases/people-below.js';
import { BelowQueryDto, InvitationsDto } from './below.dto.js';
import {
  InvitationPlanView,
  InvitedBelowListView,
  invitedView,
  linkPath,
  PeopleBelowPageView,
  personBelowView,
  PlaceBelowView,
  planView,
  ShownLinkView,
} from './below.view.js';

const right = 'identity.invite-below';

/** A unit's people of the level below: invited, listed, reminded. */
@Controller('api/identity/below')
export class BelowController {
  constructor(
    private readonly people: PeopleBelow,
    private readonly invite: InviteBelow,
    private readonly importBelow: ImportBelow,
  ) {}

  @Get('organisations')
  @Allow(right)
  async organisations(@Who() actor: Actor): Promise<PlaceBelowView[]> {
    const places = await this.people.places(actor);
    return places.map((place) => ({
      code: place.code,
      name: place.name,
      kind: place.kind,
      role: roleBelow(actor, place) ?? '',
    }));
  }

  @Get('people')
  @Allow(right)
  async list(@Who() actor: Actor, @Query() query: BelowQueryDto): Promise<PeopleBelowPageView> {
    const { people, next } = await this.people.list(actor, wantedOf(query));
    return { people: people.map(personBelowView), next };
  }

  /** The same list as an xlsx file. */
  @Get('people/file')
  @Allow(right)
  @SendsFile()
  async file(
    @Who() actor: Actor,
    @Query() query: BelowQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.people.file(actor, wantedOf(query)));
  }

  /** All of them or none; new accounts get a letter, and their links are handed to the inviter too. */
  @Post('people')
  @Allow(right)
  async add(@Who() actor: Actor, @Body() form: InvitationsDto): Promise<InvitedBelowListView> {
    const invitees = form.people.map(({ name, email, phone, organisation }, index) => ({
      row: index + 1,
      name: name.trim(),
      email: email.trim(),
      phone: phone?.trim() ?? '',
      organisation: organisation.trim(),
    }));
    return invitedView(await this.invite.run(actor, invitees, true));
  }

  /** A new link to hand over, for an account that nobody has taken yet. */
  @Post('people/:id/shown-link')
  @Allow(right)
  async showLink(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ShownLinkView> {
    return { link: linkPath(await this.people.showLink(actor, id)) };
  }

  /** A new link by letter. */
  @Post('people/:id/link')
  @Allow(right)
  @HttpCode(204)
  resend(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.people.resend(actor, id);
  }

  @Get('imports/template')
  @Allow(right)
  @SendsFile()
  async template(
    @Who() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.people.template(actor));
  }

  /** An xlsx file in a multipart form; nobody is invited. */
  @Post('imports/preview')
  @Allow(right)
  @HttpCode(200)
  @TakesFile()
  async preview(@Who() actor: Actor, @Req() request: FastifyRequest): Promise<InvitationPlanView> {
    return planView(await this.importBelow.preview(actor, await bytesOf(request)));
  }

  /** An xlsx file in a multipart form: everybody in it is invited by letter, or nobody. */
  @Post('imports')
  @Allow(right)
  @TakesFile()
  async import(@Who() actor: Actor, @Req() request: FastifyRequest): Promise<InvitedBelowListView> {
    return invitedView(await this.importBelow.run(actor, await bytesOf(request)));
  }
}

const wantedOf = ({ search, silent, after }: BelowQueryDto) => ({
  search: search ?? '',
  silent: silent === 'true',
  after,
});

const bytesOf = async (request: FastifyRequest): Promise<Readable> =>
  (await requiredFile(request, 'identity.file-missing')).bytes;
