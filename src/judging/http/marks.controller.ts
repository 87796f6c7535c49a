import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { MarkSheet } from '../use-cases/mark-sheet.js';
import { NoteWrittenView } from './desk.view.js';
import { FlagDto, NoteDto } from './sheet.dto.js';

/** What a judge notes for themselves on their own sheets. */
@Controller('api/judging/sheets/:id')
export class MarksController {
  constructor(private readonly markSheet: MarkSheet) {}

  @Put('flag')
  @Allow('judging.score')
  @HttpCode(204)
  flag(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { flagged }: FlagDto,
  ): Promise<void> {
    return this.markSheet.flag(actor, id, flagged);
  }

  @Put('note')
  @Allow('judging.score')
  async note(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: NoteDto,
    @SeenVersion() seen: number,
  ): Promise<NoteWrittenView> {
    return { version: await this.markSheet.note(actor, id, note, seen) };
  }
}
