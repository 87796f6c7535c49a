import {
  Controller,
  Delete,
  Head,
  HttpCode,
  Options,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import {
  bytesHeader,
  demandTus,
  describeTus,
  sentPart,
  SpeaksTus,
  TakesPart,
  uploadMetadata,
} from '../../platform/http/tus.js';
import { Attachments } from '../use-cases/attachments.js';
import { type Progress, SendInParts } from '../use-cases/send-in-parts.js';

/** Files sent in parts, by the tus protocol: a break loses at most one part. */
@Controller('api/entries/:id/uploads')
export class UploadsController {
  constructor(
    private readonly sendInParts: SendInParts,
    private readonly attachments: Attachments,
  ) {}

  /** What this server can do of the protocol. */
  @Options()
  @Allow('entries.write')
  @HttpCode(204)
  describe(@Res({ passthrough: true }) reply: FastifyReply): void {
    describeTus(reply);
  }

  /** Holds a place for a file: its size, and in the metadata `filename` and `rule`. */
  @Post()
  @Allow('entries.write')
  @SpeaksTus()
  @ApiHeader({ name: 'Upload-Length', required: true })
  @ApiHeader({ name: 'Upload-Metadata', required: true })
  async begin(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    demandTus(request);
    const told = uploadMetadata(request);
    const progress = await this.sendInParts.begin(actor, id, {
      ruleKey: told.get('rule') ?? '',
      fileName: told.get('filename') ?? '',
      size: bytesHeader(request, 'upload-length'),
    });
    tell(reply, progress).header('location', `/api/entries/${id}/uploads/${progress.id}`);
  }

  /** How many bytes have come. */
  @Head(':uploadId')
  @Allow('entries.write')
  @SpeaksTus()
  async offset(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('uploadId', ParseUUIDPipe) uploadId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    tell(reply, await this.sendInParts.offset(actor, id, uploadId));
  }

  /** The bytes that follow. */
  @Patch(':uploadId')
  @Allow('entries.write')
  @HttpCode(204)
  @TakesPart()
  async append(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('uploadId', ParseUUIDPipe) uploadId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    demandTus(request);
    const offset = bytesHeader(request, 'upload-offset');
    const bytes = sentPart(request);
    tell(reply, await this.sendInParts.append(actor, id, { id: uploadId, offset }, bytes));
  }

  /** Gives the file up: its bytes are removed and its place is free. */
  @Delete(':uploadId')
  @Allow('entries.write')
  @HttpCode(204)
  @SpeaksTus()
  cancel(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('uploadId', ParseUUIDPipe) uploadId: string,
  ): Promise<void> {
    return this.attachments.remove(actor, id, uploadId);
  }
}

const tell = (reply: FastifyReply, { offset, size, expiresAt }: Progress): FastifyReply =>
  reply.headers({
    'upload-offset': offset,
    'upload-length': size,
    ...(expiresAt === null ? {} : { 'upload-expires': expiresAt.toUTCString() }),
  });
