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
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download, SendsFile } from '../../platform/http/download.js';
import { Who } from '../../platform/http/request.decorators.js';
import { requiredFile, TakesFile } from '../../platform/http/sent-file.js';
import { ExportEntries } from '../use-cases/export-entries.js';
import { tablesFor } from '../use-cases/export-rows.js';
import { ExportTables } from '../use-cases/export-tables.js';
import { ImportEntries } from '../use-cases/import-entries.js';
import { PackEntries } from '../use-cases/pack-entries.js';
import { ExchangeQueryDto, PackageQueryDto, TableQueryDto } from './exchange.dto.js';
import { EntryRowsView, ExportsView, ImportedView } from './exchange.view.js';

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
  @SendsFile()
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
  @SendsFile()
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
  @SendsFile()
  async entries(
    @Who() actor: Actor,
    @Query() { programmeId }: ExchangeQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.exportEntries.run(actor, programmeId));
  }

  @Get('imports/template')
  @Allow('entries.write')
  @SendsFile()
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
  @TakesFile()
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
  @TakesFile()
  async import(
    @Who() actor: Actor,
    @Query() { programmeId }: ExchangeQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportedView> {
    const sent = await bytesOf(request);
    return { entryIds: await this.importEntries.run(actor, programmeId, sent) };
  }
}

const bytesOf = async (request: FastifyRequest): Promise<Readable> =>
  (await requiredFile(request, 'entries.file-missing')).bytes;
