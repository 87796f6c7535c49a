import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { LockList } from '../use-cases/lock-list.js';
import { RankEntries } from '../use-cases/rank-entries.js';
import { ShowList } from '../use-cases/show-list.js';
import { UnlockList } from '../use-cases/unlock-list.js';
import { LockedListView, LockedUnitView, UnitListView } from './answers.view.js';
import { LockListDto, ProgrammeDto, RankingDto, UnlockListDto } from './entries.dto.js';
import { lockedUnitView, lockView, unitListView } from './show-views.js';

/** A unit's list as a whole: its order, its lock, and opening it again. Stands before the routes with an id. */
@Controller('api/entries')
export class UnitListController {
  constructor(
    private readonly rankEntries: RankEntries,
    private readonly showList: ShowList,
    private readonly lockList: LockList,
    private readonly unlockList: UnlockList,
  ) {}

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
