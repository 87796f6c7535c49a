import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { CheckConflicts } from '../use-cases/check-conflicts.js';
import { DecideConflict } from '../use-cases/decide-conflict.js';
import { ListConflicts } from '../use-cases/list-conflicts.js';
import { RecuseJudge } from '../use-cases/recuse-judge.js';
import { ConflictDecisionDto, ConflictQueryDto, OrderedRecusalDto } from './conflicts.dto.js';
import {
  ConflictDecidedView,
  ConflictPageView,
  conflictPageView,
  ConflictsCheckedView,
  RecusedView,
} from './conflicts.view.js';

/** Who must not score what, for those who run the selection. */
@Controller('api/judging')
export class ConflictsController {
  constructor(
    private readonly list: ListConflicts,
    private readonly checkConflicts: CheckConflicts,
    private readonly recuseJudge: RecuseJudge,
    private readonly decideConflict: DecideConflict,
  ) {}

  @Get('programmes/:id/conflicts')
  @Allow('judging.manage')
  async conflicts(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() filter: ConflictQueryDto,
  ): Promise<ConflictPageView> {
    return conflictPageView(await this.list.run(actor, id, filter));
  }

  @Post('programmes/:id/conflicts')
  @Allow('judging.manage')
  @HttpCode(200)
  recuse(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: OrderedRecusalDto,
  ): Promise<RecusedView> {
    return this.recuseJudge.run(actor, id, form);
  }

  @Post('programmes/:id/conflicts/check')
  @Allow('judging.manage')
  @HttpCode(200)
  check(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ConflictsCheckedView> {
    return this.checkConflicts.run(actor, id);
  }

  @Post('conflicts/:id/decision')
  @Allow('judging.manage')
  @HttpCode(200)
  decide(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: ConflictDecisionDto,
    @SeenVersion() seen: number,
  ): Promise<ConflictDecidedView> {
    return this.decideConflict.run(actor, id, form, seen);
  }
}
