import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { CountLetters } from '../use-cases/count-letters.js';
import { LetterCountView, letterCountViews } from './letters.view.js';

@Controller('api/notifications')
export class NotificationsController {
  constructor(private readonly countLetters: CountLetters) {}

  @Get('programmes/:id/letters')
  @Allow('announcement.manage')
  async letters(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<LetterCountView[]> {
    return letterCountViews(await this.countLetters.run(actor, id));
  }
}
