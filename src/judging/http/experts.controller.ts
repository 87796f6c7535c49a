import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
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
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { requiredFile, TakesFile } from '../../platform/http/sent-file.js';
import { ImportExperts } from '../use-cases/import-experts.js';
import { ListExperts } from '../use-cases/list-experts.js';
import { SetExpertState } from '../use-cases/set-expert-state.js';
import { ExpertFilterDto, ExpertQueryDto, ExpertStateDto } from './experts.dto.js';
import {
  ChangedExpertView,
  ExpertPageView,
  expertPageView,
  ExpertPlanView,
  expertPlanView,
  ImportedExpertsView,
} from './experts.view.js';

const right = 'judging.manage';

/** The pool of experts 专家库: people who may be asked to judge. */
@Controller('api/judging/experts')
export class ExpertsController {
  constructor(
    private readonly experts: ListExperts,
    private readonly importExperts: ImportExperts,
    private readonly setState: SetExpertState,
  ) {}

  @Get()
  @Allow(right)
  async list(@Who() actor: Actor, @Query() query: ExpertQueryDto): Promise<ExpertPageView> {
    const { after, ...wanted } = query;
    return expertPageView(await this.experts.run(actor, wanted, after));
  }

  /** The same list as an xlsx file that can be mended and imported again. */
  @Get('file')
  @Allow(right)
  @SendsFile()
  async file(
    @Who() actor: Actor,
    @Query() wanted: ExpertFilterDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.experts.file(actor, wanted));
  }

  @Get('imports/template')
  @Allow(right)
  @SendsFile()
  async template(
    @Who() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.experts.template(actor));
  }

  /** An xlsx file in a multipart form; nothing is kept. */
  @Post('imports/preview')
  @Allow(right)
  @HttpCode(200)
  @TakesFile()
  async preview(@Who() actor: Actor, @Req() request: FastifyRequest): Promise<ExpertPlanView> {
    return expertPlanView(await this.importExperts.preview(actor, await bytesOf(request)));
  }

  /** An xlsx file in a multipart form: every row is taken in, or none. */
  @Post('imports')
  @Allow(right)
  @TakesFile()
  async import(@Who() actor: Actor, @Req() request: FastifyRequest): Promise<ImportedExpertsView> {
    return this.importExperts.run(actor, await bytesOf(request));
  }

  @Post(':id/state')
  @Allow(right)
  @HttpCode(200)
  async change(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: ExpertStateDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedExpertView> {
    return { version: await this.setState.run(actor, id, form, seen) };
  }
}

const bytesOf = async (request: FastifyRequest): Promise<Readable> =>
  (await requiredFile(request, 'judging.file-missing')).bytes;
