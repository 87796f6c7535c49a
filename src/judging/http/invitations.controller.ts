import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { AnswerInvitation } from '../use-cases/answer-invitation.js';
import { DeclareRecusal } from '../use-cases/declare-recusal.js';
import { ListDeclarable } from '../use-cases/list-declarable.js';
import { ListInvitations } from '../use-cases/list-invitations.js';
import { WithdrawJudge } from '../use-cases/withdraw-judge.js';
import {
  AnsweredView,
  DeclarableView,
  declarableView,
  InvitationToJudgeView,
  invitationToJudgeView,
} from './invitations.view.js';
import { ReasonDto, RecusalDto } from './judging.dto.js';

/** A judge's own invitations. */
@Controller('api/judging/invitations')
export class InvitationsController {
  constructor(
    private readonly list: ListInvitations,
    private readonly answer: AnswerInvitation,
    private readonly withdrawJudge: WithdrawJudge,
    private readonly listDeclarable: ListDeclarable,
    private readonly declareRecusal: DeclareRecusal,
  ) {}

  @Get()
  @Allow('judging.score')
  async mine(@Who() actor: Actor): Promise<InvitationToJudgeView[]> {
    return (await this.list.run(actor)).map(invitationToJudgeView);
  }

  @Post(':id/acceptance')
  @Allow('judging.score')
  @HttpCode(200)
  async accept(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<AnsweredView> {
    return { version: await this.answer.run(actor, id, { action: 'accept' }, seen) };
  }

  @Post(':id/refusal')
  @Allow('judging.score')
  @HttpCode(200)
  async decline(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
    @SeenVersion() seen: number,
  ): Promise<AnsweredView> {
    return { version: await this.answer.run(actor, id, { action: 'decline', reason }, seen) };
  }

  @Post(':id/withdrawal')
  @Allow('judging.score')
  @HttpCode(200)
  async withdraw(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
    @SeenVersion() seen: number,
  ): Promise<AnsweredView> {
    const { version } = await this.withdrawJudge.run(actor, id, reason, seen);
    return { version };
  }

  @Get(':id/entries')
  @Allow('judging.score')
  async declarable(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeclarableView[]> {
    return (await this.listDeclarable.run(actor, id)).map(declarableView);
  }

  @Post(':id/recusals')
  @Allow('judging.score')
  @HttpCode(204)
  declare(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { entryRef, kind, note = '' }: RecusalDto,
  ): Promise<void> {
    return this.declareRecusal.run(actor, id, { entryRef, kind, note });
  }
}
