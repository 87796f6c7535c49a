import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/http/allow.decorator.js';
import { ListIdentity } from '../use-cases/list-identity.js';
import { OpenDemoSession } from '../use-cases/open-demo-session.js';
import { DemoSessionDto } from './identity.dto.js';
import { DemoPersonView } from './registers.view.js';
import { SessionCookie } from './session-cookie.js';
import { SessionView, sessionView } from './session.view.js';

/** The people of the demo, to click on. Wired in demo mode only. */
@Controller('api/demo')
export class DemoController {
  constructor(
    private readonly list: ListIdentity,
    private readonly openSession: OpenDemoSession,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('people')
  @Allow('public')
  async people(): Promise<DemoPersonView[]> {
    const people = await this.list.demoPeople();
    return people.map(({ id, name, role, organisation }) => ({
      id,
      name,
      role: role ?? '',
      organisation: organisation ?? '',
    }));
  }

  @Post('session')
  @Allow('public')
  @HttpCode(200)
  async open(
    @Body() form: DemoSessionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = await this.openSession.run(form.personId);
    this.cookie.set(reply, opened.token);
    return sessionView(opened.facts);
  }
}
