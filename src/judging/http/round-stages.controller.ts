import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { CloseRound } from '../use-cases/close-round.js';
import { ExtendRound } from '../use-cases/extend-round.js';
import { OpenRound } from '../use-cases/open-round.js';
import { ExtensionDto, OpeningDto } from './judging.dto.js';
import { RoundVersionView } from './rounds.view.js';

/** A round's way from open to closed. */
@Controller('api/judging/rounds/:id')
export class RoundStagesController {
  constructor(
    private readonly openRound: OpenRound,
    private readonly extendRound: ExtendRound,
    private readonly closeRound: CloseRound,
  ) {}

  @Post('opening')
  @Allow('judging.manage')
  @HttpCode(200)
  async open(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until, reason = '' }: OpeningDto,
    @SeenVersion() seen: number,
  ): Promise<RoundVersionView> {
    const extension = until === undefined ? undefined : { until: new Date(until), reason };
    return { version: await this.openRound.run(actor, id, extension, seen) };
  }

  @Post('extension')
  @Allow('judging.manage')
  @HttpCode(200)
  async extend(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until, reason }: ExtensionDto,
    @SeenVersion() seen: number,
  ): Promise<RoundVersionView> {
    const extension = { until: new Date(until), reason };
    return { version: await this.extendRound.run(actor, id, extension, seen) };
  }

  @Post('closing')
  @Allow('judging.manage')
  @HttpCode(200)
  async close(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<RoundVersionView> {
    return { version: await this.closeRound.run(actor, id, seen) };
  }
}
