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
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download } from '../../platform/http/download.js';
import { Who } from '../../platform/http/request.decorators.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { Attachments } from '../use-cases/attachments.js';
import { UploadAttachment } from '../use-cases/upload-attachment.js';
import { UploadedView } from './answers.view.js';
import { AttachmentRuleDto } from './entries.dto.js';
import { uploadedView } from './show-views.js';

const anyFile = { schema: { type: 'string', format: 'binary' } } as const;

/** The files of an entry. */
@Controller('api/entries/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly uploadAttachment: UploadAttachment,
    private readonly attachments: Attachments,
  ) {}

  /** One file, in a multipart form, for one attachment rule. */
  @Post()
  @Allow('entries.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: anyFile.schema } } })
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
  @ApiOkResponse({ content: { 'application/octet-stream': anyFile } })
  async original(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, bytes } = await this.attachments.read(actor, id, attachmentId);
    return download(reply, { ...attachment, name: attachment.fileName, bytes });
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
