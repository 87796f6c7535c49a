import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { SignedTotal } from '../rules/oddities.js';

const progress = `select judge_id as "judgeId",
    count(*) filter (where state not in ('recused', 'void'))::int as assigned,
    count(*) filter (where state = 'draft')::int as begun,
    count(*) filter (where state = 'signed' or (state = 'draft' and scored_at is not null))::int as scored,
    count(*) filter (where state = 'signed')::int as signed,
    max(touched_at) as "touchedAt",
    coalesce(array_agg(scored_at) filter (where scored_at is not null), '{}') as "scoredAt"
  from judging.score_sheet where round_id = $1 group by judge_id`;

const totals = `select sheet.judge_id as "judgeId", sheet.entry_id as "entryId", opinion.total
  from judging.score_sheet sheet join judging.opinion opinion on opinion.sheet_id = sheet.id
  where sheet.round_id = $1 and sheet.state = 'signed' and opinion.total is not null`;

export type JudgeProgress = {
  readonly judgeId: string;
  readonly assigned: number;
  readonly begun: number;
  /** With every score and a recommendation, signed or not. */
  readonly scored: number;
  readonly signed: number;
  readonly touchedAt: Date | null;
  readonly scoredAt: readonly Date[];
};

/** How far the judges of a round are. */
@Injectable()
export class MonitorData {
  async progress(tx: Tx, roundId: string): Promise<Map<string, JudgeProgress>> {
    const rows = await tx.manager.query<JudgeProgress[]>(progress, [roundId]);
    return new Map(rows.map((row) => [row.judgeId, row]));
  }

  /** The signed totals; row-level security has none before the closing. */
  totals(tx: Tx, roundId: string): Promise<SignedTotal[]> {
    return tx.manager.query<SignedTotal[]>(totals, [roundId]);
  }
}
