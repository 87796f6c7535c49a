import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { InviteJudges } from '../use-cases/invite-judges.js';
import { ListJudges } from '../use-cases/list-judges.js';
import { ListRounds } from '../use-cases/list-rounds.js';
import { PrepareRound } from '../use-cases/prepare-round.js';
import { WithdrawJudge } from '../use-cases/withdraw-judge.js';
import { JudgesDto, PrepareRoundDto, ReasonDto } from './judging.dto.js';
import {
  InvitedView,
  invitedView,
  JudgePageView,
  judgeView,
  WithdrawnView,
} from './judges.view.js';
import { NewRoundView, RoundListView, roundListView } from './rounds.view.js';

/** A programme's judges and rounds, for those who run it. */
@Controller('api/judging')
export class ProgrammeJudgingController {
  constructor(
    private readonly inviteJudges: InviteJudges,
    private readonly listJudges: ListJudges,
    private readonly withdrawJudge: WithdrawJudge,
    private readonly listRounds: ListRounds,
    private readonly prepareRound: PrepareRound,
  ) {}

  @Post('programmes/:id/judges')
  @Allow('judging.manage')
  @HttpCode(200)
  async invite(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: JudgesDto,
  ): Promise<InvitedView> {
    return invitedView(await this.inviteJudges.run(actor, id, form.judges));
  }

  @Get('programmes/:id/judges')
  @Allow('judging.manage')
  async judges(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('after', new DefaultValuePipe('')) after: string,
  ): Promise<JudgePageView> {
    const { judges, next } = await this.listJudges.run(actor, id, after);
    return { judges: judges.map(judgeView), next: next ?? null };
  }

  @Post('judges/:id/withdrawal')
  @Allow('judging.manage')
  @HttpCode(200)
  withdraw(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: ReasonDto,
    @SeenVersion() seen: number,
  ): Promise<WithdrawnView> {
    return this.withdrawJudge.run(actor, id, form.reason, seen);
  }

  @Get('programmes/:id/rounds')
  @Allow('judging.manage')
  async rounds(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RoundListView> {
    return roundListView(await this.listRounds.run(actor, id));
  }

  @Post('programmes/:id/rounds')
  @Allow('judging.manage')
  async prepare(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) programmeId: string,
    @Body() form: PrepareRoundDto,
  ): Promise<NewRoundView> {
    const { id, version } = await this.prepareRound.run(actor, programmeId, form.name);
    return { id, version };
  }
}
