import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { CheckHealth } from '../use-cases/check-health.js';
import { HealthCheckView, healthView } from './health.view.js';

/** The check of a draft before its opening. */
@Controller('api/programmes/:id/health')
export class HealthCheckController {
  constructor(private readonly checkHealth: CheckHealth) {}

  @Get()
  @Allow('programmes.manage')
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HealthCheckView> {
    return healthView(await this.checkHealth.run(actor, id));
  }
}
