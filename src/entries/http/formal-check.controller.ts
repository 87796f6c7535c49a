import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { AskCorrection } from '../use-cases/ask-correction.js';
import { DecideFormalCheck } from '../use-cases/decide-formal-check.js';
import { ListFormalCheck } from '../use-cases/list-formal-check.js';
import { MarkCheckItem } from '../use-cases/mark-check-item.js';
import { ShowFileStanding } from '../use-cases/show-file-standing.js';
import { ChangedEntryView } from './answers.view.js';
import {
  AcceptanceDto,
  CheckMarkDto,
  CorrectionDto,
  CorrectionExtensionDto,
  FormalCheckQueryDto,
  CorrectionRecallDto,
  RejectionDto,
} from './check.dto.js';
import { SavedMarkView } from './check.view.js';
import { FileChecksView, FormalCheckPageView } from './formal-check.view.js';
import { checkView } from './show-checks.js';
import { cardView } from './show-views.js';

/** 形式审查: what the province decides on recommended entries. Stands before the routes with an id. */
@Controller('api/entries')
export class FormalCheckController {
  constructor(
    private readonly listFormalCheck: ListFormalCheck,
    private readonly decide: DecideFormalCheck,
    private readonly markItem: MarkCheckItem,
    private readonly correction: AskCorrection,
    private readonly showFileStanding: ShowFileStanding,
  ) {}

  @Get('formal-check')
  @Allow('entries.check')
  async list(
    @Who() actor: Actor,
    @Query() query: FormalCheckQueryDto,
  ): Promise<FormalCheckPageView> {
    const page = await this.listFormalCheck.run(actor, query.programmeId, query.after);
    const entries = page.rows.map((row) => ({
      ...cardView(row),
      checks: row.checks.map(checkView),
    }));
    return { entries, next: page.next, counts: [...page.counts] };
  }

  /** Whether files are scanned for viruses, and how many wait for a scanner that does not answer. */
  @Get('file-checks')
  @Allow('entries.check')
  async fileChecks(): Promise<FileChecksView> {
    const { scanner, files, since } = await this.showFileStanding.run();
    return { scanner, waiting: files, since: since?.toISOString() ?? null };
  }

  /** What the officer found on one item; `If-Match` carries the finding's own version, `"0"` for none. */
  @Put(':id/check-marks/:item')
  @Allow('entries.check')
  async mark(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('item') item: string,
    @Body() form: CheckMarkDto,
    @SeenVersion() seen: number,
  ): Promise<SavedMarkView> {
    return { version: await this.markItem.run(actor, id, { item, ...form }, seen) };
  }

  @Post(':id/acceptance')
  @Allow('entries.check')
  @HttpCode(200)
  accept(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: AcceptanceDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.decide.accept(actor, id, form.confirmsOpen ?? false, seen);
  }

  @Post(':id/rejection')
  @Allow('entries.check')
  @HttpCode(200)
  reject(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: RejectionDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.decide.reject(actor, id, form, seen);
  }

  /** Gives the unit time to correct the named parts. */
  @Post(':id/correction')
  @Allow('entries.check')
  @HttpCode(200)
  ask(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { remarks, dueAt }: CorrectionDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.correction.run(actor, id, { remarks, dueAt: new Date(dueAt) }, seen);
  }

  @Put(':id/correction')
  @Allow('entries.check')
  extend(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { dueAt, reason }: CorrectionExtensionDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.correction.extend(actor, id, { dueAt: new Date(dueAt), reason }, seen);
  }

  /** Waits no longer for the correction. */
  @Post(':id/correction/recall')
  @Allow('entries.check')
  @HttpCode(200)
  recall(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: CorrectionRecallDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.correction.recall(actor, id, reason, seen);
  }
}
