import {
  Body,
  Controller,
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
import { templates } from '../rules/templates/templates.js';
import { ChangeSettings } from '../use-cases/change-settings.js';
import { CreateProgramme } from '../use-cases/create-programme.js';
import { OpenProgramme } from '../use-cases/open-programme.js';
import { ShowProgrammes } from '../use-cases/show-programmes.js';
import { StartChecking } from '../use-cases/start-checking.js';
import {
  cardView,
  CreatedView,
  OpenedView,
  ProgrammeListView,
  ProgrammeView,
  programmeView,
  TemplateView,
  templateView,
  VersionView,
} from './programme.view.js';
import { NewProgrammeDto, SettingsDto, windowsIn } from './programmes.dto.js';

@Controller('api/programmes')
export class ProgrammesController {
  constructor(
    private readonly show: ShowProgrammes,
    private readonly createProgramme: CreateProgramme,
    private readonly changeSettings: ChangeSettings,
    private readonly openProgramme: OpenProgramme,
    private readonly startChecking: StartChecking,
  ) {}

  @Get('templates')
  @Allow('programmes.manage')
  templates(): TemplateView[] {
    return templates.map(templateView);
  }

  @Post()
  @Allow('programmes.manage')
  create(@Who() actor: Actor, @Body() form: NewProgrammeDto): Promise<CreatedView> {
    const windows = form.windows && windowsIn(form.windows);
    return this.createProgramme.run(actor, { ...form, windows });
  }

  @Get()
  @Allow('programmes.read')
  async list(
    @Who() actor: Actor,
    @Query('after', new ParseUUIDPipe({ optional: true })) after?: string,
  ): Promise<ProgrammeListView> {
    const { programmes, next } = await this.show.list(actor, after);
    return { programmes: programmes.map(cardView), next };
  }

  @Get(':id')
  @Allow('programmes.read')
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProgrammeView> {
    return programmeView(await this.show.one(actor, id));
  }

  @Put(':id/settings')
  @Allow('programmes.manage')
  change(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: SettingsDto,
    @SeenVersion() seen: number,
  ): Promise<VersionView> {
    return this.changeSettings.run(actor, id, { ...form, windows: windowsIn(form.windows) }, seen);
  }

  @Post(':id/opening')
  @Allow('programmes.manage')
  @HttpCode(200)
  open(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<OpenedView> {
    return this.openProgramme.run(actor, id, seen);
  }

  @Post(':id/checking')
  @Allow('programmes.manage')
  @HttpCode(200)
  check(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<VersionView> {
    return this.startChecking.run(actor, id, seen);
  }
}
