import { Injectable } from '@nestjs/common';
import { sqlState } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { CategoryData } from '../data/category-data.js';
import { ProgrammesData, windowColumns } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { differingParts } from '../rules/draft-rules.js';
import type { SelectionConfig } from '../rules/config.js';
import { changeable } from '../rules/settings.js';
import { windowFaults, type Windows } from '../rules/windows.js';

export type DraftChange = {
  readonly name?: string;
  readonly slug?: string;
  readonly year?: number;
  readonly windows?: Windows;
  readonly config?: SelectionConfig;
  /** The places of categories that leave go with them. */
  readonly dropsPlaces?: boolean;
};

const notUnique = '23505';

/** Where every change of a draft is written. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly programmes: ProgrammesData,
    private readonly categories: CategoryData,
  ) {}

  /** The draft, held, as its editor saw it. @throws Refused programmes.not-found, wrong-state */
  async hold(tx: Tx, programmeId: string, seen: number): Promise<Programme> {
    const programme = await this.programmes.lockedAt(tx, programmeId, seen);
    must('programmes', changeable(programme.state));
    return programme;
  }

  /**
   * Writes the change; its categories follow the rules.
   * @returns the new version
   * @throws Refused programmes.windows-disordered, slug-taken, category-holds-places
   */
  async write(tx: Tx, draft: Programme, change: DraftChange): Promise<number> {
    const { name, slug, year, windows, config = draft.config } = change;
    const faults = windows ? windowFaults(windows) : [];
    if (faults.length > 0) throw new Refused('programmes.windows-disordered', { faults });
    if (differingParts(draft.config, config).includes('categories'))
      await this.#categories(tx, draft.id, config, change.dropsPlaces ?? false);
    const calendar = windows && windowColumns(windows);
    return this.#write(tx, draft, { name, slug, year, config, ...calendar });
  }

  async #categories(
    tx: Tx,
    programmeId: string,
    { categories }: SelectionConfig,
    dropsPlaces: boolean,
  ): Promise<void> {
    const leaving = await this.categories.leaving(tx, programmeId, categories);
    const placed = leaving.filter(({ places }) => places > 0);
    if (placed.length > 0 && !dropsPlaces)
      throw new Refused('programmes.category-holds-places', { categories: placed });
    await this.categories.follow(tx, programmeId, categories);
  }

  async #write(tx: Tx, draft: Programme, change: Partial<Programme>): Promise<number> {
    try {
      return await this.programmes.change(tx, draft, change);
    } catch (error) {
      if (sqlState(error) === notUnique) throw new Refused('programmes.slug-taken');
      throw error;
    }
  }
}
