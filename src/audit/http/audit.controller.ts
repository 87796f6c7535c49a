import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { linesPerPage, ListLines } from '../use-cases/list-lines.js';
import { VerifyChain } from '../use-cases/verify-chain.js';
import { AuditChainView, AuditPageView } from './audit-line.view.js';
import { AuditLinesQueryDto } from './audit.dto.js';

@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly listLines: ListLines,
    private readonly verifyChain: VerifyChain,
  ) {}

  @Get('lines')
  @Allow('audit.read')
  async lines(@Who() actor: Actor, @Query() query: AuditLinesQueryDto): Promise<AuditPageView> {
    const { before, event } = query;
    const lines = await this.listLines.run(actor, { before, events: event?.split(',') });
    return {
      lines: lines.map(({ at, payload, ...line }) => ({
        ...line,
        at: at.toISOString(),
        payload: JSON.stringify(payload),
      })),
      next: lines.length === linesPerPage ? lines.at(-1)?.id : undefined,
    };
  }

  @Get('chain')
  @Allow('audit.read')
  chain(@Who() actor: Actor): Promise<AuditChainView> {
    return this.verifyChain.run(actor);
  }
}
