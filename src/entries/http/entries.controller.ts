import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { CreateEntry } from '../use-cases/create-entry.js';
import { ListEntries } from '../use-cases/list-entries.js';
import { PutField } from '../use-cases/put-field.js';
import { RenameEntry } from '../use-cases/rename-entry.js';
import { ShowLikeness } from '../use-cases/show-likeness.js';
import { ShowEntry } from '../use-cases/show-entry.js';
import { CreatedEntryView, SavedFieldView, EntryVersionView } from './answers.view.js';
import { CreateEntryDto, EntriesQueryDto, FieldValueDto, RenameEntryDto } from './entries.dto.js';
import { EntryPageView, LikenessView, ProvinceEntryView, UnitEntryView } from './entry.view.js';
import { entryPageView, entryView, likenessView } from './show-views.js';

/** What a unit writes, and everyone's reading of it. */
@Controller('api/entries')
@ApiExtraModels(UnitEntryView, ProvinceEntryView)
export class EntriesController {
  constructor(
    private readonly createEntry: CreateEntry,
    private readonly listEntries: ListEntries,
    private readonly showEntry: ShowEntry,
    private readonly renameEntry: RenameEntry,
    private readonly putField: PutField,
    private readonly showLikeness: ShowLikeness,
  ) {}

  @Post()
  @Allow('entries.write')
  create(@Who() actor: Actor, @Body() form: CreateEntryDto): Promise<CreatedEntryView> {
    return this.createEntry.run(actor, form);
  }

  @Get()
  @Allow('entries.read')
  async list(@Who() actor: Actor, @Query() query: EntriesQueryDto): Promise<EntryPageView> {
    return entryPageView(await this.listEntries.run(actor, query));
  }

  /** For its unit and the officers above it `audience` is `unit`, for the province `province`. */
  @Get(':id')
  @Allow('entries.read')
  @ApiOkResponse({
    schema: {
      oneOf: [{ $ref: getSchemaPath(UnitEntryView) }, { $ref: getSchemaPath(ProvinceEntryView) }],
    },
  })
  async show(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<UnitEntryView | ProvinceEntryView> {
    return entryView(await this.showEntry.run(actor, id));
  }

  /** Other entries, of this and earlier selections, in which part of this one stands too. */
  @Get(':id/likeness')
  @Allow('entries.read')
  async likeness(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<LikenessView> {
    return likenessView(await this.showLikeness.run(actor, id));
  }

  @Put(':id/title')
  @Allow('entries.write')
  async rename(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: RenameEntryDto,
    @SeenVersion() seen: number,
  ): Promise<EntryVersionView> {
    return { version: await this.renameEntry.run(actor, id, form, seen) };
  }

  /** `If-Match` carries the field's own version, `"0"` for one never written. */
  @Put(':id/fields/:key')
  @Allow('entries.write')
  async writeField(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Body() { value }: FieldValueDto,
    @SeenVersion() seen: number,
  ): Promise<SavedFieldView> {
    const { version, savedAt } = await this.putField.run(actor, id, { key, value, seen });
    return { key, version, savedAt: savedAt.toISOString() };
  }
}
