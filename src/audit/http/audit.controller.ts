import { Controller, Get, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { linesPerPage, ListLines } from '../use-cases/list-lines.js';
import { AuditPageView } from './audit-line.view.js';

@Controller('api/audit')
export class AuditController {
  constructor(private readonly listLines: ListLines) {}

  @Get('lines')
  @Allow('audit.read')
  async lines(
    @Who() actor: Actor,
    @Query('before', new ParseUUIDPipe({ optional: true })) before?: string,
  ): Promise<AuditPageView> {
    const lines = await this.listLines.run(actor, before);
    return {
      lines: lines.map(({ at, payload, ...line }) => ({
        ...line,
        at: at.toISOString(),
        payload: JSON.stringify(payload),
      })),
      next: lines.length === linesPerPage ? lines.at(-1)?.id : undefined,
    };
  }
}
