import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { type BulkAct, SelectForCheck } from '../use-cases/select-for-check.js';
import { BulkActDto, RunBulkActDto } from './check.dto.js';
import { SelectionView } from './check.view.js';
import { selectionView } from './show-checks.js';

/** Bulk acts of the formal check: looked at, then done as looked at. */
@Controller('api/entries/formal-check/selection')
export class CheckSelectionController {
  constructor(private readonly select: SelectForCheck) {}

  /** How many, which, and the subtotals; nothing happens. */
  @Post('preview')
  @Allow('entries.check')
  @HttpCode(200)
  async preview(@Who() actor: Actor, @Body() form: BulkActDto): Promise<SelectionView> {
    return selectionView(await this.select.preview(actor, actOf(form)));
  }

  /** Does exactly what the preview of this fingerprint showed, or nothing. */
  @Post()
  @Allow('entries.check')
  @HttpCode(200)
  async run(@Who() actor: Actor, @Body() form: RunBulkActDto): Promise<SelectionView> {
    const { fingerprint, seen } = form;
    return selectionView(await this.select.run(actor, actOf(form), { fingerprint, seen }));
  }
}

function actOf(form: BulkActDto): BulkAct {
  const { programmeId, action, entryIds, filter, correction } = form;
  return {
    programmeId,
    action,
    entryIds,
    filter,
    confirmsOpen: form.confirmsOpen ?? false,
    rejection: action === 'reject' ? form.rejection : undefined,
    correction:
      action === 'ask' && correction
        ? { remarks: correction.remarks, dueAt: new Date(correction.dueAt) }
        : undefined,
  };
}
