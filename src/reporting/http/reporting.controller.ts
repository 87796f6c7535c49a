import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { ComparePrefectures } from '../use-cases/compare-prefectures.js';
import { PrefecturesView, prefecturesView } from './reporting.view.js';

@Controller('api/reporting')
export class ReportingController {
  constructor(private readonly comparePrefectures: ComparePrefectures) {}

  @Get('programmes/:id/prefectures')
  @Allow('reporting.read')
  async prefectures(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PrefecturesView> {
    return prefecturesView(await this.comparePrefectures.run(actor, id));
  }
}
