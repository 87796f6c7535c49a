import { Controller, Get } from '@nestjs/common';
import { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';
import { Allow } from '../http/allow.decorator.js';
import { QueueBackend } from '../queue/queue-backend.js';
import { Refused } from '../refusal/refused.js';
import { HealthView } from './house.view.js';

@Controller('api/health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly backend: QueueBackend,
  ) {}

  /** The process answers. */
  @Get('live')
  @Allow('public')
  live(): HealthView {
    return { status: 'live' };
  }

  /** The process and all it needs answer. */
  @Get('ready')
  @Allow('public')
  async ready(): Promise<HealthView> {
    try {
      await Promise.all([
        this.database.transaction(systemActor, async () => undefined),
        this.backend.ping(),
      ]);
    } catch {
      throw new Refused('platform.unavailable');
    }
    return { status: 'ready' };
  }
}
