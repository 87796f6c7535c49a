import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import { CategoryDesk, type ComputedCategory } from './category-desk.js';

export type RunOf = { readonly id: string; readonly programmeId: string; readonly roundId: string };

@Injectable()
export class TallyCategory {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly desk: CategoryDesk,
    private readonly tallies: TallyData,
  ) {}

  /** Computes one category of a run. Done twice, the second time changes nothing. */
  run(run: RunOf, categoryId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const programme = await this.programmes.lock(tx, run.programmeId);
      await this.tallies.begin(tx, run);
      const computed = await this.desk.compute(tx, programme, { ...run, categoryId });
      await this.#store(tx, run.id, computed);
    });
  }

  async #store(tx: Tx, runId: string, { category, tally, entryIds }: ComputedCategory) {
    const { inputText, inputHash, outputText, outputHash, ranking, tiers } = tally;
    const result = { runId, categoryId: category.id, inputText, inputHash, outputText, outputHash };
    if (!(await this.tallies.addCategory(tx, result))) return;
    await this.tallies.addEntries(
      tx,
      ranking.entries.map(({ entry, rank, rounded }) => ({
        runId,
        categoryId: category.id,
        entryId: entryIds.get(entry) ?? '',
        rank,
        score: rounded,
        tier: tiers.get(entry) ?? null,
      })),
    );
  }
}
