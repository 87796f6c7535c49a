import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { ChangeRules } from '../use-cases/change-rules.js';
import { ShowRules } from '../use-cases/show-rules.js';
import { DraftView, draftView } from './draft.view.js';
import { VersionView } from './programme.view.js';
import { windowsIn } from './programmes.dto.js';
import { RulesDto } from './rules.dto.js';

@Controller('api/programmes/:id/rules')
export class RulesController {
  constructor(
    private readonly showRules: ShowRules,
    private readonly changeRules: ChangeRules,
  ) {}

  @Get()
  @Allow('programmes.manage')
  async show(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DraftView> {
    return draftView(await this.showRules.run(actor, id));
  }

  @Patch()
  @Allow('programmes.manage')
  change(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: RulesDto,
    @SeenVersion() seen: number,
  ): Promise<VersionView> {
    const windows = form.windows && windowsIn(form.windows);
    return this.changeRules.run(actor, id, { ...form, windows }, seen);
  }
}
