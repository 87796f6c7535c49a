import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { DeclineEntry } from '../use-cases/decline-entry.js';
import { EndorseEntry } from '../use-cases/endorse-entry.js';
import { ReturnEntry } from '../use-cases/return-entry.js';
import { ShowChanges } from '../use-cases/show-changes.js';
import { ChangedEntryView, ChangesView } from './answers.view.js';
import { DeclineDto, ReturnDto, ReturnDueDto } from './entries.dto.js';
import { changesView } from './show-views.js';

/** What a recommending unit decides on an entry: endorse, return, decline. */
@Controller('api/entries')
export class RecommendationController {
  constructor(
    private readonly endorseEntry: EndorseEntry,
    private readonly returnEntry: ReturnEntry,
    private readonly declineEntry: DeclineEntry,
    private readonly showChanges: ShowChanges,
  ) {}

  @Post(':id/endorsement')
  @Allow('entries.endorse')
  @HttpCode(200)
  endorse(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.endorseEntry.run(actor, id, seen);
  }

  @Delete(':id/endorsement')
  @Allow('entries.endorse')
  takeBack(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.endorseEntry.takeBack(actor, id, seen);
  }

  @Post(':id/return')
  @Allow('entries.endorse')
  @HttpCode(200)
  giveBack(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: ReturnDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    const dueAt = form.dueAt === undefined ? null : new Date(form.dueAt);
    return this.returnEntry.run(actor, id, { remarks: form.remarks, dueAt }, seen);
  }

  @Put(':id/return/due')
  @Allow('entries.endorse')
  prolong(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { dueAt }: ReturnDueDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.returnEntry.prolong(actor, id, dueAt === null ? null : new Date(dueAt), seen);
  }

  @Post(':id/decline')
  @Allow('entries.endorse')
  @HttpCode(200)
  decline(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DeclineDto,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.declineEntry.run(actor, id, reason, seen);
  }

  @Delete(':id/decline')
  @Allow('entries.endorse')
  reconsider(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<ChangedEntryView> {
    return this.declineEntry.reconsider(actor, id, seen);
  }

  /** What changed since it was handed in the time before. */
  @Get(':id/changes')
  @Allow('entries.read')
  async changes(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ChangesView> {
    return changesView(await this.showChanges.run(actor, id));
  }
}
