import {
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download } from '../../platform/http/download.js';
import { Who } from '../../platform/http/request.decorators.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ExportEntries } from '../use-cases/export-entries.js';
import { tablesFor } from '../use-cases/export-rows.js';
import { ExportTables } from '../use-cases/export-tables.js';
import { ImportEntries } from '../use-cases/import-entries.js';
import { PackEntries } from '../use-cases/pack-entries.js';
import { ExchangeQueryDto, PackageQueryDto, TableQueryDto } from './exchange.dto.js';
import { EntryRowsView, ExportsView, ImportedView } from './exchange.view.js';

const anyFile = { schema: { type: 'string', format: 'binary' } } as const;
const oneFile = { schema: { type: 'object', properties: { file: anyFile.schema } } };

/** What leaves the house as a file, and what comes in as one. Stands before the routes with an id. */
@Controller('api/entries')
export class ExchangeController {
  constructor(
    private readonly tables: ExportTables,
    private readonly exportEntries: ExportEntries,
    private readonly packEntries: PackEntries,
    private readonly importEntries: ImportEntries,
  ) {}

  @Get('exports')
  @Allow('entries.read')
  list(@Who() { role }: Actor): ExportsView {
    return { tables: tablesFor(role) };
  }

  @Get('exports/table')
  @Allow('entries.read')
  @ApiOkResponse(anyFile)
  async table(
    @Who() actor: Actor,
    @Query() { programmeId, table, form }: TableQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.tables.run(actor, programmeId, { table, form }));
  }

  /** Original files and forms of the entries on the lists, a folder each, as a zip made while it is sent. */
  @Get('exports/package')
  @Allow('entries.read')
  @ApiOkResponse(anyFile)
  async package(
    @Who() actor: Actor,
    @Query() { programmeId, unitId }: PackageQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.packEntries.run(actor, programmeId, unitId));
  }

  /** One entry a row, in the columns that an import reads. */
  @Get('exports/entries')
  @Allow('entries.read')
  @ApiOkResponse(anyFile)
  async entries(
    @Who() actor: Actor,
    @Query() { programmeId }: ExchangeQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.exportEntries.run(actor, programmeId));
  }

  @Get('imports/template')
  @Allow('entries.write')
  @ApiOkResponse(anyFile)
  async template(
    @Who() actor: Actor,
    @Query() { programmeId }: ExchangeQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.exportEntries.template(actor, programmeId));
  }

  /** An xlsx file in a multipart form; nothing is written. */
  @Post('imports/preview')
  @Allow('entries.write')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(oneFile)
  async preview(
    @Who() actor: Actor,
    @Query() { programmeId }: ExchangeQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<EntryRowsView> {
    const sent = await bytesOf(request);
    const { rows, faults } = await this.importEntries.preview(actor, programmeId, sent);
    return {
      rows: rows.map(({ values, ...row }) => ({ ...row, answers: values.size })),
      faults: [...faults],
    };
  }

  /** An xlsx file in a multipart form: all of its rows become drafts, or none. */
  @Post('imports')
  @Allow('entries.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(oneFile)
  async import(
    @Who() actor: Actor,
    @Query() { programmeId }: ExchangeQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportedView> {
    const sent = await bytesOf(request);
    return { entryIds: await this.importEntries.run(actor, programmeId, sent) };
  }
}

async function bytesOf(request: FastifyRequest): Promise<Readable> {
  const file = await sentFile(request);
  if (file === null) throw new Refused('entries.file-missing');
  return file.bytes;
}
