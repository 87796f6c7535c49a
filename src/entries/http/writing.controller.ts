import {
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Req,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { requiredFile, TakesFile } from '../../platform/http/sent-file.js';
import { ReadEntryDocument } from '../use-cases/read-document.js';
import { ShowFieldHistory } from '../use-cases/show-field-history.js';
import {
  FieldVersionValueView,
  fieldVersionValueView,
  FieldVersionView,
  fieldVersionView,
} from './field-history.view.js';
import { ReadDocumentView } from './text-import.view.js';

/** What helps a unit to write its texts. */
@Controller('api/entries/:id')
export class WritingController {
  constructor(
    private readonly readDocument: ReadEntryDocument,
    private readonly showFieldHistory: ShowFieldHistory,
  ) {}

  /** What a field said before, for those who write the entry, the newest first. */
  @Get('fields/:key/versions')
  @Allow('entries.write')
  async versions(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
  ): Promise<FieldVersionView[]> {
    return (await this.showFieldHistory.list(actor, id, key)).map(fieldVersionView);
  }

  @Get('fields/:key/versions/:version')
  @Allow('entries.write')
  async version(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<FieldVersionValueView> {
    return fieldVersionValueView(await this.showFieldHistory.one(actor, id, key, version));
  }

  /** A docx file in a multipart form: its text in parts, each with the field it may go to. Nothing is written. */
  @Post('text-import')
  @Allow('entries.write')
  @HttpCode(200)
  @TakesFile()
  async read(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ReadDocumentView> {
    const file = await requiredFile(request, 'entries.file-missing');
    const { parts, found } = await this.readDocument.run(actor, id, file);
    return { parts: [...parts], found };
  }
}
