import { Injectable } from '@nestjs/common';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Panel } from '../rules/rounds.js';
import { panelsOf } from './panels-of.js';

export const panelsPerPage = 100;

export type PanelRow = { readonly entry: EntryFacts; readonly panel: Panel; readonly gap: number };

@Injectable()
export class ListPanels {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly rounds: RoundsData,
  ) {}

  /**
   * A page of a round's entries with their panels, by case number.
   * @param gapsOnly leaves out entries whose panel is full and sound
   * @param after the last case number seen
   */
  run(
    actor: Actor,
    roundId: string,
    { gapsOnly, after }: { gapsOnly: boolean; after: string },
  ): Promise<{ readonly rows: PanelRow[]; readonly next?: string }> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.find(tx, roundId);
      const entries = await this.entries.accepted(tx, round.programmeId);
      const panels = panelsOf(entries, await this.rounds.panels(tx, roundId));
      const all = entries
        .map((entry, at) => rowOf(entry, panels[at] as Panel, round.perEntry))
        .filter(({ entry, gap }) => entry.caseNo > after && (!gapsOnly || gap > 0))
        .sort(
          (a, b) =>
            Number(a.entry.caseNo > b.entry.caseNo) - Number(a.entry.caseNo < b.entry.caseNo),
        );
      const rows = all.slice(0, panelsPerPage);
      return { rows, next: all.length > rows.length ? rows.at(-1)?.entry.caseNo : undefined };
    });
  }
}

const rowOf = (entry: EntryFacts, panel: Panel, perEntry: number): PanelRow => ({
  entry,
  panel,
  gap: Math.max(0, perEntry - (panel.live - panel.unsound)),
});
