import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { ExportRun } from '../use-cases/export-run.js';
import { RequestRun } from '../use-cases/request-run.js';
import { ShowTally } from '../use-cases/show-tally.js';
import { VerifyRun } from '../use-cases/verify-run.js';
import { runExportView, tallyView } from './tally-views.js';
import { VerificationDto } from './tally.dto.js';
import { RunExportView, RunStartedView, RunStateView, TallyView } from './tally.view.js';

@Controller('api/tally')
export class TallyController {
  constructor(
    private readonly showTally: ShowTally,
    private readonly requestRun: RequestRun,
    private readonly verifyRun: VerifyRun,
    private readonly exportRun: ExportRun,
  ) {}

  /** A programme's runs and the ranking of the newest. */
  @Get('programmes/:id')
  @Allow('tally.read')
  async show(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TallyView> {
    return tallyView(await this.showTally.run(actor, id));
  }

  /** Computes the results again. */
  @Post('programmes/:id/runs')
  @Allow('tally.verify')
  @HttpCode(202)
  async start(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RunStartedView> {
    return { id: await this.requestRun.run(actor, id) };
  }

  /** One person's word on a run; two different people must confirm it. */
  @Post('runs/:id/verification')
  @Allow('tally.verify')
  @HttpCode(200)
  async verify(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: VerificationDto,
  ): Promise<RunStateView> {
    return { state: await this.verifyRun.run(actor, id, form) };
  }

  /** The canonical texts of a run, to be computed again by anybody who may read it. */
  @Get('runs/:id/export')
  @Allow('tally.read')
  async export(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RunExportView> {
    return runExportView(await this.exportRun.run(actor, id));
  }
}
