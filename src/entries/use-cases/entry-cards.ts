import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { UnitListData } from '../data/unit-list-data.js';
import { entryActions } from '../rules/actions.js';
import { stageOf } from './entry-desk.js';
import { categoryById, type EntryCard } from './entry-facts.js';

/** Names and possible acts for rows of entries, in as many queries for one row as for a hundred. */
@Injectable()
export class EntryCards {
  constructor(
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly lists: UnitListData,
  ) {}

  async of(
    tx: Tx,
    entries: readonly Entry[],
  ): Promise<{ cards: EntryCard[]; programmes: Map<string, ProgrammeFacts> }> {
    const programmes = await this.#programmes(tx, entries);
    const units = entries.flatMap(({ unitId, prefectureId }) => [unitId, prefectureId]);
    const organisations = await this.identity.organisations(tx, units);
    const locked = await this.lists.lockedAmong(tx, entries.map(listOf));
    const nameOf = (id: string): string => organisations.get(id)?.name ?? '';
    const cards = entries.map((entry): EntryCard => {
      const programme = programmes.get(entry.programmeId);
      if (programme === undefined) throw new Error(`no programme ${entry.programmeId}`);
      const { code, name } = categoryById(programme, entry.categoryId);
      const list = listOf(entry);
      const isLocked = locked.has(`${list.programmeId}/${list.unitId}`);
      return {
        entry,
        programmeName: programme.name,
        categoryCode: code,
        categoryName: name,
        unitName: nameOf(entry.unitId),
        prefectureName: nameOf(entry.prefectureId),
        actions: entryActions(
          tx.actor,
          entry,
          { stage: stageOf(programme), locked: isLocked },
          tx.now,
        ),
      };
    });
    return { cards, programmes };
  }

  /** One entry's card with its selection. */
  async one(tx: Tx, entry: Entry): Promise<{ card: EntryCard; programme: ProgrammeFacts }> {
    const { cards, programmes } = await this.of(tx, [entry]);
    const [card] = cards;
    const programme = programmes.get(entry.programmeId);
    if (card === undefined || programme === undefined) throw new Error(`no card of ${entry.id}`);
    return { card, programme };
  }

  async #programmes(tx: Tx, entries: readonly Entry[]): Promise<Map<string, ProgrammeFacts>> {
    const found = new Map<string, ProgrammeFacts>();
    for (const id of new Set(entries.map(({ programmeId }) => programmeId)))
      found.set(id, await this.programmes.find(tx, id));
    return found;
  }
}

const listOf = (entry: Entry): { programmeId: string; unitId: string } => ({
  programmeId: entry.programmeId,
  unitId: entry.prefectureId,
});
