import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { DecideUnlock } from '../use-cases/decide-unlock.js';
import { ListUnlocks } from '../use-cases/list-unlocks.js';
import { RequestUnlock } from '../use-cases/request-unlock.js';
import { UnlockConfirmationDto, UnlockDto, UnlockQueryDto } from './unlocks.dto.js';
import { NewUnlockView, UnlockDecidedView, UnlockView, unlockView } from './unlocks.view.js';

/** Opening a signed sheet again: one administrator asks, another confirms, a supervisor reads. */
@Controller('api/judging')
export class UnlocksController {
  constructor(
    private readonly list: ListUnlocks,
    private readonly requestUnlock: RequestUnlock,
    private readonly decideUnlock: DecideUnlock,
  ) {}

  @Get('unlocks')
  @Allow('judging.read-unlocks')
  async unlocks(@Who() actor: Actor, @Query() { roundId }: UnlockQueryDto): Promise<UnlockView[]> {
    return (await this.list.run(actor, roundId)).map(unlockView);
  }

  @Post('rounds/:id/unlocks')
  @Allow('judging.manage')
  async request(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: UnlockDto,
  ): Promise<NewUnlockView> {
    return { id: await this.requestUnlock.run(actor, id, form) };
  }

  @Post('unlocks/:id/confirmation')
  @Allow('judging.manage')
  @HttpCode(200)
  async confirm(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { password }: UnlockConfirmationDto,
    @SeenVersion() seen: number,
  ): Promise<UnlockDecidedView> {
    return { version: await this.decideUnlock.confirm(actor, id, password, seen) };
  }

  @Post('unlocks/:id/dismissal')
  @Allow('judging.manage')
  @HttpCode(200)
  async dismiss(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<UnlockDecidedView> {
    return { version: await this.decideUnlock.dismiss(actor, id, seen) };
  }
}
