import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { bindingStates } from '../rules/conflict-states.js';
import type { Panel } from '../rules/rounds.js';
import type { SheetRow } from '../rules/round-problem.js';
import { sheetHasConflict } from './conflicts-data.js';
import { Round } from './round.entity.js';
import { ScoreSheet } from './sheet.entity.js';

const panels = `select sheet.entry_id as "entryId",
    count(*) filter (where sheet.state not in ('recused', 'void'))::int as live,
    count(*) filter (where sheet.state = 'signed')::int as signed,
    count(*) filter (where sheet.state in ('assigned', 'draft') and (judge.state <> 'accepted'
      or ${sheetHasConflict(bindingStates)}))::int as unsound,
    count(*) filter (where sheet.state not in ('recused', 'void')
      and ${sheetHasConflict(['proposed'])})::int as asked
  from judging.score_sheet sheet join judging.judge judge on judge.id = sheet.judge_id
  where sheet.round_id = $1 group by sheet.entry_id`;

const loads = `select judge_id as "judgeId",
    count(*) filter (where state not in ('recused', 'void'))::int as assigned,
    count(*) filter (where state = 'signed')::int as done,
    count(*) filter (where state = 'draft')::int as begun
  from judging.score_sheet where round_id = $1 group by judge_id`;

export type Load = {
  readonly judgeId: string;
  readonly assigned: number;
  readonly done: number;
  readonly begun: number;
};

/** Rounds, their runs and how far they are. For those who run the selection. */
@Injectable()
export class RoundsData {
  /** @throws Refused judging.not-found */
  async find(tx: Tx, id: string): Promise<Round> {
    return found('judging', await tx.manager.findOneBy(Round, { id }));
  }

  /** Holds the round against every other change. @throws Refused judging.not-found */
  async lock(tx: Tx, id: string): Promise<Round> {
    return this.#locked(tx, id, 'pessimistic_write');
  }

  /** As `lock`, for who decided on the version they saw. @throws Refused platform.changed-since */
  async lockAt(tx: Tx, id: string, seen: number): Promise<Round> {
    const round = await this.lock(tx, id);
    if (round.version !== seen) throw new Refused('platform.changed-since');
    return round;
  }

  /** Holds the round's state while many judges write. @throws Refused judging.not-found */
  async share(tx: Tx, id: string): Promise<Round> {
    return this.#locked(tx, id, 'pessimistic_read');
  }

  ofProgramme(tx: Tx, programmeId: string): Promise<Round[]> {
    return tx.manager.find(Round, { where: { programmeId }, order: { position: 'ASC' } });
  }

  async insert(tx: Tx, round: Round): Promise<void> {
    await tx.manager.insert(Round, round);
  }

  /** Writes a change and counts the version up. @returns the new version */
  async change(tx: Tx, seen: Round, change: Partial<Round>): Promise<number> {
    const version = seen.version + 1;
    const { affected } = await tx.manager.update(
      Round,
      { id: seen.id, version: seen.version },
      { ...change, version },
    );
    if (affected === 0) throw new Refused('platform.changed-since');
    return version;
  }

  /** How each entry's panel stands; entries without a sheet have none. */
  async panels(tx: Tx, roundId: string): Promise<Map<string, Panel>> {
    const rows = await tx.manager.query<Panel[]>(panels, [roundId]);
    return new Map(rows.map((row) => [row.entryId, row]));
  }

  async loads(tx: Tx, roundId: string): Promise<Map<string, Load>> {
    const rows = await tx.manager.query<Load[]>(loads, [roundId]);
    return new Map(rows.map((row) => [row.judgeId, row]));
  }

  /** Every sheet of a round, dead ones too, without their content. */
  sheets(tx: Tx, roundId: string): Promise<(SheetRow & { readonly id: string })[]> {
    return tx.manager.find(ScoreSheet, {
      select: { id: true, entryId: true, judgeId: true, state: true },
      where: { roundId },
      order: { entryId: 'ASC', judgeId: 'ASC' },
    });
  }

  async #locked(
    tx: Tx,
    id: string,
    mode: 'pessimistic_write' | 'pessimistic_read',
  ): Promise<Round> {
    const query = tx.manager.createQueryBuilder(Round, 'round').where({ id }).setLock(mode);
    return found('judging', await query.getOne());
  }
}
