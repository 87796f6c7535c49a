import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { entriesPerPage, EntryData, type EntryFilter } from '../data/entry-data.js';
import type { EntryState } from '../rules/entry-states.js';
import { EntryCards } from './entry-cards.js';
import { categoryOf } from './entry-desk.js';
import type { EntryCard } from './entry-facts.js';

export type EntryQuery = {
  readonly programmeId?: string;
  readonly state?: EntryState;
  readonly category?: string;
  readonly after?: string;
};

export type EntryPage = {
  readonly cards: readonly EntryCard[];
  readonly next: string | undefined;
  readonly counts: readonly { readonly state: EntryState; readonly count: number }[];
};

@Injectable()
export class ListEntries {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly cards: EntryCards,
    private readonly programmes: Programmes,
  ) {}

  /** What the actor reaches, the newest first. A category is named within a programme. */
  run(actor: Actor, query: EntryQuery): Promise<EntryPage> {
    return this.database.transaction(actor, async (tx) => {
      const filter = await this.#filter(tx, query);
      const counts = await this.entries.counts(tx, filter);
      const found = await this.entries.page(tx, filter);
      const page = found.slice(0, entriesPerPage);
      const { cards } = await this.cards.of(tx, page);
      const next = found.length > page.length ? page.at(-1)?.id : undefined;
      return { cards, next, counts };
    });
  }

  async #filter(tx: Tx, query: EntryQuery): Promise<EntryFilter> {
    const { programmeId, state, category, after } = query;
    if (programmeId === undefined || category === undefined) return { programmeId, state, after };
    const programme = await this.programmes.find(tx, programmeId);
    return { programmeId, state, after, categoryId: categoryOf(programme, category).id };
  }
}
