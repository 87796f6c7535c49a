import {
  Body,
  Controller,
  DefaultValuePipe,
  Get,
  Param,
  ParseBoolPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { AddSheet } from '../use-cases/add-sheet.js';
import { ListCandidates } from '../use-cases/list-candidates.js';
import { ListPanels } from '../use-cases/list-panels.js';
import { OrderRun } from '../use-cases/order-run.js';
import { ShowRound } from '../use-cases/show-round.js';
import { NewSheetDto, RunOrderDto } from './judging.dto.js';
import {
  CandidateView,
  candidateView,
  NewRunView,
  NewSheetView,
  PanelPageView,
  panelView,
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
    private readonly orderRun: OrderRun,
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

  /** Asks for an assignment; a job computes it. */
  @Post('assignments')
  @Allow('judging.manage')
  async order(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { kind, seed, ...settings }: RunOrderDto,
  ): Promise<NewRunView> {
    const run = await this.orderRun.run(actor, id, { kind, seed, settings });
    return { id: run.id, number: run.number };
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
