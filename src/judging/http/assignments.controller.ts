import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { CancelRun } from '../use-cases/cancel-run.js';
import { DeployRun } from '../use-cases/deploy-run.js';
import { ShowRun } from '../use-cases/show-run.js';
import { UndoRun } from '../use-cases/undo-run.js';
import { DeployedView, deployedView, RunDetailView, runDetailView } from './assignments.view.js';
import { RoundVersionView } from './rounds.view.js';

/** The life of one assignment from its computation to its place in the round. */
@Controller('api/judging/assignments/:id')
export class AssignmentsController {
  constructor(
    private readonly showRun: ShowRun,
    private readonly cancelRun: CancelRun,
    private readonly deployRun: DeployRun,
    private readonly undoRun: UndoRun,
  ) {}

  @Get()
  @Allow('judging.manage')
  async show(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RunDetailView> {
    return runDetailView(await this.showRun.run(actor, id));
  }

  @Post('cancellation')
  @Allow('judging.manage')
  @HttpCode(204)
  cancel(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.cancelRun.run(actor, id);
  }

  /** Puts it in place; at the round's version. */
  @Post('deployment')
  @Allow('judging.manage')
  @HttpCode(200)
  async deploy(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<DeployedView> {
    return deployedView(await this.deployRun.run(actor, id, seen));
  }

  /** Lets what stood before stand again; at the round's version. */
  @Post('reversal')
  @Allow('judging.manage')
  @HttpCode(200)
  async undo(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<RoundVersionView> {
    return { version: await this.undoRun.run(actor, id, seen) };
  }
}
