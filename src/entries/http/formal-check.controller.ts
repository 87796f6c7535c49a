import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { DecideFormalCheck } from '../use-cases/decide-formal-check.js';
import { ListFormalCheck } from '../use-cases/list-formal-check.js';
import { ChangedEntryView, FormalCheckPageView, OutcomesView } from './answers.view.js';
import { AcceptancesDto, FormalCheckQueryDto, RejectionDto } from './entries.dto.js';
import { checkPageView } from './show-views.js';

/** 形式审查: what the province decides on recommended entries. Stands before the routes with an id. */
@Controller('api/entries')
export class FormalCheckController {
  constructor(
    private readonly listFormalCheck: ListFormalCheck,
    private readonly decide: DecideFormalCheck,
  ) {}

  @Get('formal-check')
  @Allow('entries.check')
  async list(
    @Who() actor: Actor,
    @Query() query: FormalCheckQueryDto,
  ): Promise<FormalCheckPageView> {
    return checkPageView(await this.listFormalCheck.run(actor, query.programmeId, query.after));
  }

  /** One outcome a row; a row that is refused does not hold up the others. */
  @Post('formal-check/acceptances')
  @Allow('entries.check')
  @HttpCode(200)
  async acceptMany(@Who() actor: Actor, @Body() form: AcceptancesDto): Promise<OutcomesView> {
    const outcomes = await this.decide.acceptMany(actor, form.entryIds);
    return { outcomes: outcomes.map((row) => ({ ...row, accepted: row.code === null })) };
  }

  @Post(':id/acceptance')
  @Allow('entries.check')
  @HttpCode(200)
  accept(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.decide.accept(actor, id, seen);
  }

  @Post(':id/rejection')
  @Allow('entries.check')
  @HttpCode(200)
  reject(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: RejectionDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.decide.reject(actor, id, form, seen);
  }
}
