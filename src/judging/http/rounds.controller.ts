import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  HttpCode,
  Param,
  ParseBoolPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { AddSheet } from '../use-cases/add-sheet.js';
import { AssignRound } from '../use-cases/assign-round.js';
import { ListCandidates } from '../use-cases/list-candidates.js';
import { ListPanels } from '../use-cases/list-panels.js';
import { RepairRound } from '../use-cases/repair-round.js';
import { ShowRound } from '../use-cases/show-round.js';
import { AssignmentDto, NewSheetDto } from './judging.dto.js';
import {
  AssignedView,
  assignedView,
  CandidateView,
  candidateView,
  NewSheetView,
  PanelPageView,
  panelView,
  RepairedView,
  RoundView,
  roundView,
} from './rounds.view.js';

/** Who scores what in a round, for those who run the selection. */
@Controller('api/judging/rounds/:id')
export class RoundsController {
  constructor(
    private readonly show: ShowRound,
    private readonly listPanels: ListPanels,
    private readonly listCandidates: ListCandidates,
    private readonly assignRound: AssignRound,
    private readonly repairRound: RepairRound,
    private readonly addSheet: AddSheet,
  ) {}

  @Get()
  @Allow('judging.manage')
  async round(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RoundView> {
    return roundView(await this.show.run(actor, id));
  }

  @Get('entries')
  @Allow('judging.manage')
  async entries(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('gaps', new DefaultValuePipe(false), ParseBoolPipe) gapsOnly: boolean,
    @Query('after', new DefaultValuePipe('')) after: string,
  ): Promise<PanelPageView> {
    const { rows, next } = await this.listPanels.run(actor, id, { gapsOnly, after });
    return { entries: rows.map(panelView), next: next ?? null };
  }

  @Get('entries/:entryId/candidates')
  @Allow('judging.manage')
  async candidates(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
  ): Promise<CandidateView[]> {
    return (await this.listCandidates.run(actor, id, entryId)).map(candidateView);
  }

  @Post('assignment')
  @Allow('judging.manage')
  @HttpCode(200)
  async assign(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: AssignmentDto,
    @SeenVersion() seen: number,
  ): Promise<AssignedView> {
    return assignedView(await this.assignRound.run(actor, id, form.seed, seen));
  }

  @Post('repair')
  @Allow('judging.manage')
  @HttpCode(200)
  repair(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<RepairedView> {
    return this.repairRound.run(actor, id, seen);
  }

  @Post('sheets')
  @Allow('judging.manage')
  async add(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: NewSheetDto,
  ): Promise<NewSheetView> {
    return { id: await this.addSheet.run(actor, id, form) };
  }
}
