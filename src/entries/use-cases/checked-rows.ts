import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryCards } from './entry-cards.js';
import type { CheckLine, EntryCard } from './entry-facts.js';
import { FormalChecks } from './formal-checks.js';

export type CheckedRow = EntryCard & { readonly checks: readonly CheckLine[] };

/** Entries of one selection with their names, possible acts and checklists. */
@Injectable()
export class CheckedRows {
  constructor(
    private readonly cards: EntryCards,
    private readonly checks: FormalChecks,
  ) {}

  async of(tx: Tx, programme: ProgrammeFacts, entries: readonly Entry[]): Promise<CheckedRow[]> {
    const { cards } = await this.cards.of(tx, entries);
    const parts = await this.checks.of(tx, programme, entries);
    return cards.map((card) => ({ ...card, checks: parts.get(card.entry.id)?.checks ?? [] }));
  }
}
