import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { ListLock } from '../data/entries.entities.js';
import { type ListKey, UnitListData } from '../data/unit-list-data.js';
import { listActions } from '../rules/list-sheet.js';
import { within } from '../rules/submission.js';
import { EntryCards } from './entry-cards.js';
import { stageOf } from './entry-desk.js';
import type { EntryCard } from './entry-facts.js';
import { ListSheetDesk, type SheetDesk } from './list-sheet-desk.js';

export type ListedCategory = {
  readonly categoryCode: string;
  readonly categoryName: string;
  /** Null: this selection sets no quotas. */
  readonly places: number | null;
  readonly taken: number;
  /** By rank. */
  readonly cards: readonly EntryCard[];
};

export type UnitList = {
  readonly programmeId: string;
  readonly categories: readonly ListedCategory[];
  readonly lock: ListLock | null;
  /** Why and when the province opened the list again; null unless it is open for that. */
  readonly unlocked: { readonly reason: string; readonly at: Date } | null;
  readonly closesAt: Date;
  /** The newest sheet and whether it still holds. */
  readonly desk: SheetDesk;
  readonly actions: ReturnType<typeof listActions>;
};

@Injectable()
export class ShowList {
  constructor(
    private readonly database: Database,
    private readonly lists: UnitListData,
    private readonly cards: EntryCards,
    private readonly sheetDesk: ListSheetDesk,
    private readonly programmes: Programmes,
  ) {}

  /** The list of the actor's own unit as it stands, with the places it may fill. */
  run(actor: Actor, programmeId: string): Promise<UnitList> {
    return this.database.transaction(actor, async (tx) => {
      if (actor.organisationId === null) throw new Refused('entries.not-own-entry');
      const list = { programmeId, unitId: actor.organisationId };
      const programme = await this.programmes.find(tx, programmeId);
      const lock = await this.lists.lockOf(tx, list);
      const categories = await this.#categories(tx, programme, list);
      const open = within(programme.windows.recommendation, stageOf(programme), tx.now).ok;
      const isEmpty = categories.every(({ taken }) => taken === 0);
      const desk = await this.sheetDesk.of(tx, programme, list);
      return {
        programmeId,
        categories,
        lock,
        unlocked: lock === null ? await this.#unlocked(tx, list) : null,
        closesAt: programme.windows.recommendation.closesAt,
        desk,
        actions: listActions({ isOpen: open && lock === null, isEmpty, standing: desk.standing }),
      };
    });
  }

  async #unlocked(tx: Tx, list: ListKey): Promise<UnitList['unlocked']> {
    const last = await this.lists.lastUnlocked(tx, list);
    if (!last?.unlockedAt) return null;
    return { reason: last.unlockedReason ?? '', at: last.unlockedAt };
  }

  async #categories(tx: Tx, programme: ProgrammeFacts, list: ListKey): Promise<ListedCategory[]> {
    const quotas = await this.programmes.quotas(tx, programme.id);
    const { cards } = await this.cards.of(tx, await this.lists.entries(tx, list));
    return programme.categories.map(({ id, code, name }) => {
      const own = cards.filter(({ entry }) => entry.categoryId === id);
      const quota = quotas.find((row) => row.unitId === list.unitId && row.categoryId === id);
      return {
        categoryCode: code,
        categoryName: name,
        places: programme.config.quota.mode === 'none' ? null : (quota?.places ?? 0),
        taken: own.length,
        cards: own,
      };
    });
  }
}
