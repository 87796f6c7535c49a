import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { AnswerSecondLook } from '../use-cases/answer-second-look.js';
import { ChairDesk } from '../use-cases/chair-desk.js';
import { CheckSpread } from '../use-cases/check-spread.js';
import { ListSpreads } from '../use-cases/list-spreads.js';
import { SetChair } from '../use-cases/set-chair.js';
import { ChairDto, SecondLookDto, SpreadDecisionDto } from './spreads.dto.js';
import {
  ChairCaseView,
  chairCaseView,
  RoundSpreadsView,
  roundSpreadsView,
  SpreadDecidedView,
} from './spreads.view.js';

/** Judges who are far apart: they look again, the chair decides, the others see counts until the closing. */
@Controller('api/judging')
export class SpreadsController {
  constructor(
    private readonly answerSecondLook: AnswerSecondLook,
    private readonly chairDesk: ChairDesk,
    private readonly checkSpread: CheckSpread,
    private readonly listSpreads: ListSpreads,
    private readonly setChair: SetChair,
  ) {}

  @Post('sheets/:id/second-look')
  @Allow('judging.score')
  @HttpCode(204)
  async lookAgain(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { keeps, reason }: SecondLookDto,
  ): Promise<void> {
    await this.answerSecondLook.run(actor, id, keeps ? { keeps } : { keeps, reason: reason ?? '' });
  }

  @Get('spreads')
  @Allow('judging.score')
  async chairCases(@Who() actor: Actor): Promise<ChairCaseView[]> {
    return (await this.chairDesk.list(actor)).map(chairCaseView);
  }

  @Post('spreads/:id/decision')
  @Allow('judging.score')
  @HttpCode(200)
  async decide(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { value, reason }: SpreadDecisionDto,
    @SeenVersion() seen: number,
  ): Promise<SpreadDecidedView> {
    return { version: await this.chairDesk.decide(actor, id, { value, reason }, seen) };
  }

  @Get('rounds/:id/spreads')
  @Allow('judging.read-spreads')
  async spreads(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RoundSpreadsView> {
    return roundSpreadsView(await this.listSpreads.run(actor, id));
  }

  /** Goes on where the time to look again is over. */
  @Post('rounds/:id/spreads/check')
  @Allow('judging.manage')
  @HttpCode(204)
  check(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.checkSpread.run(id);
  }

  @Put('judges/:id/chair')
  @Allow('judging.manage')
  async chair(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { isChair }: ChairDto,
    @SeenVersion() seen: number,
  ): Promise<SpreadDecidedView> {
    return { version: await this.setChair.run(actor, id, isChair, seen) };
  }
}
