import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { ReportProblem } from '../use-cases/report-problem.js';
import { SettleProblem } from '../use-cases/settle-problem.js';
import { MaterialProblemDto, ProblemAnswerDto } from './material-problems.dto.js';
import {
  NewProblemView,
  OwnProblemView,
  ownProblemView,
  ProblemSettledView,
  ProblemTaskView,
  problemTaskView,
} from './material-problems.view.js';

/** Something is wrong with what a judge was given to read: they say so, an administrator sees to it and answers. */
@Controller('api/judging')
export class MaterialProblemsController {
  constructor(
    private readonly reportProblem: ReportProblem,
    private readonly settleProblem: SettleProblem,
  ) {}

  @Post('sheets/:id/problems')
  @Allow('judging.score')
  async report(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: MaterialProblemDto,
  ): Promise<NewProblemView> {
    return { id: await this.reportProblem.run(actor, id, form) };
  }

  @Get('sheets/:id/problems')
  @Allow('judging.score')
  async own(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnProblemView[]> {
    return (await this.reportProblem.own(actor, id)).map(ownProblemView);
  }

  @Get('programmes/:id/problems')
  @Allow('judging.manage')
  async tasks(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ProblemTaskView[]> {
    return (await this.settleProblem.list(actor, id)).map(problemTaskView);
  }

  @Post('problems/:id/settlement')
  @Allow('judging.manage')
  @HttpCode(200)
  async settle(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { answer }: ProblemAnswerDto,
    @SeenVersion() seen: number,
  ): Promise<ProblemSettledView> {
    return { version: await this.settleProblem.run(actor, id, answer, seen) };
  }
}
