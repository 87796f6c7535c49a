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
import { EndorseEntry } from '../use-cases/endorse-entry.js';
import { LockList } from '../use-cases/lock-list.js';
import { RankEntries } from '../use-cases/rank-entries.js';
import { ReturnEntry } from '../use-cases/return-entry.js';
import { ShowList } from '../use-cases/show-list.js';
import { ChangedEntryView, LockedListView, UnitListView } from './answers.view.js';
import { LockListDto, ProgrammeDto, RankingDto, ReturnDto } from './entries.dto.js';
import { lockView, unitListView } from './show-views.js';

/** What a recommending unit decides: endorse, return, rank, lock. Stands before the routes with an id. */
@Controller('api/entries')
export class RecommendationController {
  constructor(
    private readonly endorseEntry: EndorseEntry,
    private readonly returnEntry: ReturnEntry,
    private readonly rankEntries: RankEntries,
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
    return this.returnEntry.run(actor, id, form.remarks, seen);
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

  /** Once and for good: the whole list of the actor's unit. */
  @Post('list-lock')
  @Allow('entries.endorse')
  async lock(
    @Who() actor: Actor,
    @Body() { programmeId, password }: LockListDto,
  ): Promise<LockedListView> {
    const lock = await this.lockList.run(actor, programmeId, password);
    return { ...lockView(lock), entries: lock.entries };
  }
}
