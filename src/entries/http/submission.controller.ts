import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { SeenVersion, Who } from '../../platform/http/request.decorators.js';
import { ReceiptDesk } from '../use-cases/show-receipt.js';
import { SubmitEntry } from '../use-cases/submit-entry.js';
import { TransferEntry } from '../use-cases/transfer-entry.js';
import { WithdrawEntry } from '../use-cases/withdraw-entry.js';
import { EntryVersionView, OwnershipView, ReceiptView } from './answers.view.js';
import { TransferDto, WithdrawalDto } from './entries.dto.js';
import { receiptView } from './show-views.js';

/** Handing in, its proof, and taking back. */
@Controller('api/entries')
export class SubmissionController {
  constructor(
    private readonly submitEntry: SubmitEntry,
    private readonly receipts: ReceiptDesk,
    private readonly withdrawEntry: WithdrawEntry,
    private readonly transferEntry: TransferEntry,
  ) {}

  @Post(':id/submission')
  @Allow('entries.write')
  async submit(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @SeenVersion() seen: number,
  ): Promise<ReceiptView> {
    return receiptView(await this.submitEntry.run(actor, id, seen));
  }

  @Get(':id/receipt')
  @Allow('entries.read')
  async receipt(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReceiptView> {
    return receiptView(await this.receipts.run(actor, id));
  }

  @Post(':id/withdrawal')
  @Allow('entries.write')
  @HttpCode(200)
  async withdraw(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: WithdrawalDto,
    @SeenVersion() seen: number,
  ): Promise<EntryVersionView> {
    return { version: await this.withdrawEntry.run(actor, id, form.reason, seen) };
  }

  /** Who in its unit it belongs to, and to whom this person may give it. */
  @Get(':id/ownership')
  @Allow('entries.write')
  async ownership(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnershipView> {
    const { owner, candidates } = await this.transferEntry.show(actor, id);
    return { owner, candidates: [...candidates] };
  }

  @Post(':id/transfer')
  @Allow('entries.write')
  @HttpCode(200)
  async transfer(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: TransferDto,
    @SeenVersion() seen: number,
  ): Promise<EntryVersionView> {
    return { version: await this.transferEntry.run(actor, id, form, seen) };
  }
}
