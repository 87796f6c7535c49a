import type {} from '@fastify/cookie';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/http/allow.decorator.js';
import { AcceptInvitation } from '../use-cases/accept-invitation.js';
import type { OpenedSession } from '../use-cases/session-facts.js';
import { Sessions } from '../use-cases/sessions.js';
import { SignIn } from '../use-cases/sign-in.js';
import { ChoosePasswordDto, SignInDto, SwitchGrantDto } from './identity.dto.js';
import { SessionCookie } from './session-cookie.js';
import { InvitationView, SessionView, sessionView } from './session.view.js';

@Controller('api')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly invitation: AcceptInvitation,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('session')
  @Allow('public')
  @HttpCode(200)
  async open(
    @Body() form: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.#welcome(reply, await this.signIn.run(form.email, form.password));
  }

  @Get('session')
  @Allow('signed-in')
  async show(@Req() request: FastifyRequest): Promise<SessionView> {
    return sessionView(await this.sessions.facts(this.#token(request)));
  }

  @Delete('session')
  @Allow('signed-in')
  @HttpCode(204)
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(this.#token(request));
    this.cookie.clear(reply);
  }

  @Put('session/grant')
  @Allow('signed-in')
  async switch(
    @Body() form: SwitchGrantDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.#welcome(
      reply,
      await this.sessions.switchGrant(this.#token(request), form.grantId),
    );
  }

  @Get('invitations/:token')
  @Allow('public')
  async invitationOf(@Param('token') token: string): Promise<InvitationView> {
    const { person, grant } = await this.invitation.show(token);
    return {
      name: person.name,
      email: person.email,
      role: grant.role,
      organisation: grant.organisationName,
    };
  }

  @Post('invitations/:token')
  @Allow('public')
  @HttpCode(200)
  async accept(
    @Param('token') token: string,
    @Body() form: ChoosePasswordDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.#welcome(reply, await this.invitation.run(token, form.password));
  }

  #welcome(reply: FastifyReply, opened: OpenedSession): SessionView {
    this.cookie.set(reply, opened.token);
    return sessionView(opened.facts);
  }

  #token(request: FastifyRequest): string {
    return this.cookie.read(request.cookies) ?? '';
  }
}
