import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { type SelectedEntry, Tally } from '../public-api.js';
import { ruleVersion } from '../rules/tally-text.js';
import {
  CategoryResult,
  EntryResult,
  Selection,
  TallyRun,
  Verification,
} from './tally.entities.js';

const selection = `select chosen.entry_id as "entryId", chosen.category_id as "categoryId",
    chosen.rank, chosen.tier, chosen.score
  from tally.selection chosen join programmes.category category on category.id = chosen.category_id
  join entries.entry entry on entry.id = chosen.entry_id
  where chosen.run_id = $1 order by category.position, chosen.rank, entry.case_no`;

@Injectable()
export class TallyData extends Tally {
  async selection(
    tx: Tx,
    programmeId: string,
  ): Promise<{ runId: string; outputHash: string; entries: SelectedEntry[] }> {
    const run = await tx.manager.findOneBy(TallyRun, { programmeId, state: 'verified' });
    if (!run?.outputHash) throw new Refused('tally.not-verified');
    const entries = await tx.manager.query<SelectedEntry[]>(selection, [run.id]);
    return { runId: run.id, outputHash: run.outputHash, entries };
  }

  /** Begins a run under the next number, unless it has begun. The caller holds the programme. */
  async begin(tx: Tx, run: Pick<TallyRun, 'id' | 'programmeId' | 'roundId'>): Promise<void> {
    await tx.manager.query(
      `insert into tally.run (id, programme_id, round_id, number, state, rule_version, started_at)
       select $1, $2, $3, coalesce(max(number), 0) + 1, 'computing', $4, $5
       from tally.run where programme_id = $2
       on conflict (id) do nothing`,
      [run.id, run.programmeId, run.roundId, ruleVersion, tx.now],
    );
  }

  find(tx: Tx, id: string): Promise<TallyRun | null> {
    return tx.manager.findOneBy(TallyRun, { id });
  }

  /** @throws Refused tally.not-found */
  async lock(tx: Tx, id: string): Promise<TallyRun> {
    const query = tx.manager.createQueryBuilder(TallyRun, 'run').where({ id });
    return found('tally', await query.setLock('for_no_key_update').getOne());
  }

  /** A programme's runs, newest first. */
  runs(tx: Tx, programmeId: string): Promise<TallyRun[]> {
    return tx.manager.find(TallyRun, { where: { programmeId }, order: { number: 'DESC' } });
  }

  async isNewest(tx: Tx, { programmeId, number }: TallyRun): Promise<boolean> {
    const [row] = await tx.manager.query<{ newest: number }[]>(
      'select max(number) as newest from tally.run where programme_id = $1',
      [programmeId],
    );
    return row?.newest === number;
  }

  async change(tx: Tx, seen: TallyRun, change: Partial<TallyRun>): Promise<void> {
    const { affected } = await tx.manager.update(
      TallyRun,
      { id: seen.id, state: seen.state },
      change,
    );
    if (affected === 0) throw new Refused('platform.changed-since');
  }

  /** Stores a category's result once. @returns whether it was new */
  async addCategory(tx: Tx, result: CategoryResult): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CategoryResult)
      .values(result)
      .orIgnore()
      .returning('category_id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async addEntries(tx: Tx, results: readonly EntryResult[]): Promise<void> {
    if (results.length > 0) await tx.manager.insert(EntryResult, [...results]);
  }

  categories(tx: Tx, runId: string): Promise<CategoryResult[]> {
    return tx.manager.findBy(CategoryResult, { runId });
  }

  verifications(tx: Tx, runId: string): Promise<Verification[]> {
    return tx.manager.find(Verification, { where: { runId }, order: { at: 'ASC' } });
  }

  async addVerification(tx: Tx, verification: Verification): Promise<void> {
    await tx.manager.insert(Verification, verification);
  }

  /** Fixes what a verified run selected. */
  async fixSelection(tx: Tx, runId: string): Promise<void> {
    const chosen = await tx.manager
      .createQueryBuilder(EntryResult, 'result')
      .where({ runId })
      .andWhere('result.tier is not null')
      .getMany();
    const rows = chosen.map(({ entryId, categoryId, rank, tier, score }) => ({
      runId,
      entryId,
      categoryId,
      rank,
      tier: tier ?? '',
      score,
    }));
    if (rows.length > 0) await tx.manager.insert(Selection, rows);
  }
}
