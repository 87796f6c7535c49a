import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { SetQuotas } from '../use-cases/set-quotas.js';
import { ShowQuotas } from '../use-cases/show-quotas.js';
import { VersionView } from './programme.view.js';
import { QuotasDto } from './programmes.dto.js';
import { QuotaTableView, quotaTableView } from './quotas.view.js';

@Controller('api/programmes/:id/quotas')
export class QuotasController {
  constructor(
    private readonly showQuotas: ShowQuotas,
    private readonly setQuotas: SetQuotas,
  ) {}

  @Get()
  @Allow('programmes.read')
  async show(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<QuotaTableView> {
    return quotaTableView(await this.showQuotas.run(actor, id));
  }

  @Put()
  @Allow('programmes.manage')
  set(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: QuotasDto,
    @SeenVersion() seen: number,
  ): Promise<VersionView> {
    return this.setQuotas.run(actor, id, form.quotas, seen);
  }
}
