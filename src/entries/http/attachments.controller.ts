import {
  Controller,
  Delete,
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
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download, fileSchema } from '../../platform/http/download.js';
import { Who } from '../../platform/http/request.decorators.js';
import { sentFile, TakesFile } from '../../platform/http/sent-file.js';
import { AskBlindCopy } from '../use-cases/ask-blind-copy.js';
import { Attachments } from '../use-cases/attachments.js';
import { UploadAttachment } from '../use-cases/upload-attachment.js';
import { UploadedView } from './answers.view.js';
import { AttachmentRuleDto } from './entries.dto.js';
import { uploadedView } from './show-views.js';

/** The files of an entry. */
@Controller('api/entries/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly uploadAttachment: UploadAttachment,
    private readonly attachments: Attachments,
    private readonly askBlindCopy: AskBlindCopy,
  ) {}

  /** One file, in a multipart form, for one attachment rule: for callers without a page, which sends in parts. */
  @Post()
  @Allow('entries.write')
  @TakesFile()
  async upload(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { rule }: AttachmentRuleDto,
    @Req() request: FastifyRequest,
  ): Promise<UploadedView> {
    const file = await sentFile(request);
    return uploadedView(await this.uploadAttachment.run(actor, id, rule, file));
  }

  /** The original, to be saved. */
  @Get(':attachmentId')
  @Allow('entries.read')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: fileSchema } } })
  async original(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, bytes } = await this.attachments.read(actor, id, attachmentId);
    return download(reply, { ...attachment, name: attachment.fileName, bytes });
  }

  /** Lets the copy for judges be made again that could not be made. */
  @Post(':attachmentId/copy')
  @Allow('entries.check')
  @HttpCode(202)
  makeCopy(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ): Promise<void> {
    return this.askBlindCopy.run(actor, id, attachmentId);
  }

  @Delete(':attachmentId')
  @Allow('entries.write')
  @HttpCode(204)
  remove(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ): Promise<void> {
    return this.attachments.remove(actor, id, attachmentId);
  }
}
