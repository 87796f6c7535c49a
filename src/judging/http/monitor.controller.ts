import { Controller, Get, type MessageEvent, Param, ParseUUIDPipe, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { changeStream } from '../../platform/http/change-stream.js';
import { Who } from '../../platform/http/request.decorators.js';
import { FollowRound } from '../use-cases/follow-round.js';
import { ShowMonitor } from '../use-cases/show-monitor.js';
import { MonitorView, monitorView } from './monitor.view.js';

/** How a round goes while judges score, for those who run the selection. */
@Controller('api/judging/rounds/:id')
export class MonitorController {
  constructor(
    private readonly showMonitor: ShowMonitor,
    private readonly followRound: FollowRound,
  ) {}

  @Get('monitor')
  @Allow('judging.manage')
  async monitor(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MonitorView> {
    return monitorView(await this.showMonitor.run(actor, id));
  }

  /** That the round moved, and nothing of how: who hears it asks for the monitor again. */
  @Sse('events')
  @Allow('judging.manage')
  async events(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<Observable<MessageEvent>> {
    return changeStream(await this.followRound.run(actor, id));
  }
}
