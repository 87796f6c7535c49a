import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import type { ConflictKind } from '../rules/conflict-kinds.js';
import { mayJudge } from '../rules/panel.js';
import { ConflictLedger } from './conflict-ledger.js';
import { type JudgeRow, ListJudges } from './list-judges.js';
import { matchOf } from './match.js';

export type Candidate = {
  readonly judge: JudgeRow;
  readonly assigned: number;
  /** Null when the judge may take the entry, else the code of what speaks against it. */
  readonly refusal: string | null;
  readonly conflicts: readonly ConflictKind[];
};

@Injectable()
export class ListCandidates {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly ledger: ConflictLedger,
    private readonly listJudges: ListJudges,
  ) {}

  /** The judges of an entry's category, the least loaded first, each with what speaks against them. */
  run(actor: Actor, roundId: string, entryId: string): Promise<Candidate[]> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.find(tx, roundId);
      const programme = await this.programmes.find(tx, round.programmeId);
      const ledger = await this.ledger.look(tx, programme);
      const entry = found(
        'judging',
        ledger.entries.find(({ id }) => id === entryId),
      );
      const sheets = await this.rounds.sheets(tx, roundId);
      const loads = await this.rounds.loads(tx, roundId);
      const judges = ledger.judges.filter(({ categoryId }) => categoryId === entry.categoryId);
      const rows = await this.listJudges.describe(tx, programme, judges);
      const candidates = rows.map((judge): Candidate => {
        const match = matchOf(ledger, sheets, judge, entry);
        const decision = mayJudge(match);
        const refusal = decision.ok ? null : decision.code;
        const assigned = loads.get(judge.id)?.assigned ?? 0;
        return { judge, assigned, refusal, conflicts: match.conflicts };
      });
      return candidates.sort(
        (a, b) =>
          Number(a.refusal !== null) - Number(b.refusal !== null) || a.assigned - b.assigned,
      );
    });
  }
}
