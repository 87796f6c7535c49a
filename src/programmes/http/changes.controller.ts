import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/database/tx.js';
import { madeFile } from '../../platform/files/outgoing-file.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { download, SendsFile } from '../../platform/http/download.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { DecideChange } from '../use-cases/decide-change.js';
import { ProposeChange } from '../use-cases/propose-change.js';
import { ShowChanges } from '../use-cases/show-changes.js';
import {
  ChangeConfirmationDto,
  ChangeRejectionDto,
  proposalIn,
  ProposedChangeDto,
  RevisionQueryDto,
} from './changes.dto.js';
import { ProposedView, RuleChangesView, ruleChangesView } from './changes.view.js';
import { OpenedView } from './programme.view.js';

/** Changes of the rules after the opening, by two people. */
@Controller('api/programmes/:id/changes')
export class ChangesController {
  constructor(
    private readonly show: ShowChanges,
    private readonly propose: ProposeChange,
    private readonly decide: DecideChange,
  ) {}

  @Get()
  @Allow('programmes.read-changes')
  async all(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RuleChangesView> {
    return ruleChangesView(await this.show.run(actor, id));
  }

  @Get('rules')
  @Allow('programmes.read-changes')
  @SendsFile()
  async rules(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { revision }: RevisionQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const bytes = Buffer.from(await this.show.text(actor, id, revision));
    return download(reply, madeFile(`rules-${revision}.json`, 'application/json', bytes));
  }

  @Post()
  @Allow('programmes.manage')
  begin(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: ProposedChangeDto,
    @SeenVersion() seen: number,
  ): Promise<ProposedView> {
    return this.propose.run(actor, id, proposalIn(form), seen);
  }

  @Post(':changeId/confirmation')
  @Allow('programmes.manage')
  @HttpCode(200)
  confirm(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('changeId', ParseUUIDPipe) changeId: string,
    @Body() { password }: ChangeConfirmationDto,
  ): Promise<OpenedView> {
    return this.decide.confirm(actor, id, changeId, password);
  }

  @Post(':changeId/rejection')
  @Allow('programmes.manage')
  @HttpCode(204)
  reject(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('changeId', ParseUUIDPipe) changeId: string,
    @Body() { reason }: ChangeRejectionDto,
  ): Promise<void> {
    return this.decide.reject(actor, id, changeId, reason.trim());
  }

  @Delete(':changeId')
  @Allow('programmes.manage')
  @HttpCode(204)
  takeBack(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('changeId', ParseUUIDPipe) changeId: string,
  ): Promise<void> {
    return this.decide.takeBack(actor, id, changeId);
  }
}
