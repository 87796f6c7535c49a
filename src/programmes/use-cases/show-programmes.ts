import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { ProgrammesData, windowsOf } from '../data/programmes-data.js';
import type { Category, Programme } from '../data/programmes.entities.js';
import { actionsOn, type ProgrammeActionName } from '../rules/actions.js';
import { type Blocker, blockers } from '../rules/opening.js';
import type { Windows } from '../rules/windows.js';

export type ShownProgramme = {
  readonly programme: Programme;
  readonly windows: Windows;
  readonly actions: readonly ProgrammeActionName[];
};

export type WholeProgramme = ShownProgramme & {
  readonly categories: readonly Category[];
  /** What stands against opening a draft; empty for others. */
  readonly blockers: readonly Blocker[];
};

const perPage = 50;

/** Selections as their readers see them. */
@Injectable()
export class ShowProgrammes {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
  ) {}

  /** The newest first. @param after the id of the last one of the page before */
  list(
    actor: Actor,
    after: string | undefined,
  ): Promise<{ readonly programmes: ShownProgramme[]; readonly next: string | null }> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await this.programmes.newest(tx, after, perPage + 1);
      const page = rows.slice(0, perPage);
      const next = rows.length > perPage ? (page.at(-1)?.id ?? null) : null;
      return { programmes: page.map((row) => shown(tx, row)), next };
    });
  }

  /** @throws Refused programmes.not-found */
  one(actor: Actor, programmeId: string): Promise<WholeProgramme> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.visible(tx, programmeId);
      const categories = await this.programmes.categories(tx, programmeId);
      const quotas = await this.programmes.quotas(tx, programmeId);
      const places = quotas.reduce((sum, quota) => sum + quota.places, 0);
      const one = shown(tx, programme);
      const draft = { config: programme.config, windows: one.windows, places };
      const standing = programme.state === 'draft' ? blockers(draft, tx.now) : [];
      return { ...one, categories, blockers: standing };
    });
  }
}

function shown(tx: Tx, programme: Programme): ShownProgramme {
  const windows = windowsOf(programme);
  const actions = actionsOn({ state: programme.state, windows }, tx.actor.role, tx.now);
  return { programme, windows, actions };
}
