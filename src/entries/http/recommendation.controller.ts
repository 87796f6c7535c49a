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
  Query,
} from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { DeclineEntry } from '../use-cases/decline-entry.js';
import { EndorseEntry } from '../use-cases/endorse-entry.js';
import { LockList } from '../use-cases/lock-list.js';
import { RankEntries } from '../use-cases/rank-entries.js';
import { ReturnEntry } from '../use-cases/return-entry.js';
import { ShowChanges } from '../use-cases/show-changes.js';
import { ShowList } from '../use-cases/show-list.js';
import { UnlockList } from '../use-cases/unlock-list.js';
import {
  ChangedEntryView,
  ChangesView,
  LockedListView,
  LockedUnitView,
  UnitListView,
} from './answers.view.js';
import {
  DeclineDto,
  LockListDto,
  ProgrammeDto,
  RankingDto,
  ReturnDto,
  ReturnDueDto,
  UnlockListDto,
} from './entries.dto.js';
import { changesView, lockedUnitView, lockView, unitListView } from './show-views.js';

/** What a recommending unit decides: endorse, return, rank, lock. Stands before the routes with an id. */
@Controller('api/entries')
export class RecommendationController {
  constructor(
    private readonly endorseEntry: EndorseEntry,
    private readonly returnEntry: ReturnEntry,
    private readonly rankEntries: RankEntries,
    private readonly declineEntry: DeclineEntry,
    private readonly showChanges: ShowChanges,
    private readonly unlockList: UnlockList,
    private readonly showList: ShowList,
    private readonly lockList: LockList,
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

  @Put('ranking')
  @Allow('entries.endorse')
  @HttpCode(204)
  rank(@Who() actor: Actor, @Body() form: RankingDto): Promise<void> {
    return this.rankEntries.run(actor, form);
  }

  @Get('list-lock')
  @Allow('entries.endorse')
  async list(@Who() actor: Actor, @Query() { programmeId }: ProgrammeDto): Promise<UnitListView> {
    return unitListView(await this.showList.run(actor, programmeId));
  }

  /** For good, unless the province opens it again: the whole list of the actor's unit. */
  @Post('list-lock')
  @Allow('entries.endorse')
  async lock(
    @Who() actor: Actor,
    @Body() { programmeId, password }: LockListDto,
  ): Promise<LockedListView> {
    const lock = await this.lockList.run(actor, programmeId, password);
    return { ...lockView(lock), entries: lock.entries };
  }

  /** The locked lists of a selection. */
  @Get('list-locks')
  @Allow('entries.check')
  async locks(
    @Who() actor: Actor,
    @Query() { programmeId }: ProgrammeDto,
  ): Promise<LockedUnitView[]> {
    const locks = await this.unlockList.list(actor, programmeId);
    return locks.map(lockedUnitView);
  }

  /** The province opens a locked list again. */
  @Post('list-unlock')
  @Allow('entries.check')
  @HttpCode(204)
  unlock(@Who() actor: Actor, @Body() form: UnlockListDto): Promise<void> {
    const { programmeId, unitId, ...signed } = form;
    return this.unlockList.run(actor, { programmeId, unitId }, signed);
  }
}
