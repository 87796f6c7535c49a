import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download } from '../../platform/http/download.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { PutComment } from '../use-cases/put-comment.js';
import { PutRecommendation } from '../use-cases/put-recommendation.js';
import { PutScore } from '../use-cases/put-score.js';
import { ReadBlindFile } from '../use-cases/read-blind-file.js';
import { ShowQueue } from '../use-cases/show-queue.js';
import { ShowSheet } from '../use-cases/show-sheet.js';
import { SignSheets } from '../use-cases/sign-sheets.js';
import {
  QueueView,
  queueView,
  SignatureView,
  signatureView,
  WrittenView,
  writtenView,
} from './desk.view.js';
import { CommentDto, RecommendationDto, ScoreDto } from './sheet.dto.js';
import { SheetView, sheetView } from './sheet.view.js';

/** Where a judge reads, scores and signs: their own sheets and nothing else. */
@Controller('api/judging')
export class DeskController {
  constructor(
    private readonly showQueue: ShowQueue,
    private readonly showSheet: ShowSheet,
    private readonly putScore: PutScore,
    private readonly putComment: PutComment,
    private readonly putRecommendation: PutRecommendation,
    private readonly readBlindFile: ReadBlindFile,
    private readonly signSheets: SignSheets,
  ) {}

  @Get('rounds/:id/queue')
  @Allow('judging.score')
  async queue(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<QueueView> {
    return queueView(await this.showQueue.run(actor, id));
  }

  @Get('sheets/:id')
  @Allow('judging.score')
  async sheet(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SheetView> {
    return sheetView(await this.showSheet.run(actor, id));
  }

  @Put('sheets/:id/scores/:criterion')
  @Allow('judging.score')
  async score(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('criterion') criterionKey: string,
    @Body() { value }: ScoreDto,
    @SeenVersion() seen: number,
  ): Promise<WrittenView> {
    return writtenView(await this.putScore.run(actor, id, { criterionKey, value }, seen));
  }

  @Put('sheets/:id/comment')
  @Allow('judging.score')
  async comment(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { comment }: CommentDto,
    @SeenVersion() seen: number,
  ): Promise<WrittenView> {
    return writtenView(await this.putComment.run(actor, id, comment, seen));
  }

  @Put('sheets/:id/recommendation')
  @Allow('judging.score')
  async recommend(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { recommendation }: RecommendationDto,
    @SeenVersion() seen: number,
  ): Promise<WrittenView> {
    return writtenView(await this.putRecommendation.run(actor, id, recommendation, seen));
  }

  @Get('sheets/:id/files/:fileId')
  @Allow('judging.score')
  async file(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.readBlindFile.run(actor, id, fileId));
  }

  @Post('rounds/:id/signature')
  @Allow('judging.score')
  @HttpCode(200)
  async sign(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SignatureView> {
    return signatureView(await this.signSheets.run(actor, id));
  }
}
