import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download, SendsFile } from '../../platform/http/download.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { requiredFile, TakesFile } from '../../platform/http/sent-file.js';
import { PrintListSheet } from '../use-cases/print-list-sheet.js';
import { PutLocalPublicity } from '../use-cases/put-local-publicity.js';
import { ReadListSheet } from '../use-cases/read-list-sheet.js';
import { ReceiveListScan } from '../use-cases/receive-list-scan.js';
import { EntryVersionView, PrintedSheetView } from './answers.view.js';
import { ListScanDto, ListSheetQueryDto, LocalPublicityDto, ProgrammeDto } from './entries.dto.js';

/** The sheet 汇总表 of a unit's list on its way to the lock: printed, stamped, scanned. */
@Controller('api/entries/list-sheet')
export class ListSheetController {
  constructor(
    private readonly printSheet: PrintListSheet,
    private readonly readSheet: ReadListSheet,
    private readonly receiveScan: ReceiveListScan,
    private readonly putPublicity: PutLocalPublicity,
  ) {}

  @Post()
  @Allow('entries.endorse')
  @HttpCode(200)
  print(@Who() actor: Actor, @Body() { programmeId }: ProgrammeDto): Promise<PrintedSheetView> {
    return this.printSheet.run(actor, programmeId);
  }

  /** The newest sheet as PDF or xlsx, or the scan of it. */
  @Get('file')
  @Allow('entries.endorse')
  @SendsFile()
  async read(
    @Who() actor: Actor,
    @Query() { programmeId, form }: ListSheetQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.readSheet.run(actor, programmeId, form));
  }

  /** The stamped sheet as PDF, jpg or png, in a multipart form. */
  @Post('scan')
  @Allow('entries.endorse')
  @HttpCode(204)
  @TakesFile()
  async scan(
    @Who() actor: Actor,
    @Query() { programmeId, sheet }: ListScanDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const file = await requiredFile(request, 'entries.file-missing');
    await this.receiveScan.run(actor, programmeId, sheet, {
      name: file.fileName,
      bytes: file.bytes,
    });
  }

  @Put('publicity')
  @Allow('entries.endorse')
  async publicity(
    @Who() actor: Actor,
    @Body() { programmeId, ...record }: LocalPublicityDto,
    @SeenVersion() seen: number,
  ): Promise<EntryVersionView> {
    return { version: await this.putPublicity.run(actor, programmeId, record, seen) };
  }
}
