import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import { type Load, RoundsData } from '../data/rounds-data.js';
import type { AssignmentRun } from '../data/assignment-run.entity.js';
import type { Round } from '../data/round.entity.js';
import { RunsData } from '../data/runs-data.js';
import { comparability, type Comparability } from '../rules/comparability.js';
import type { SheetRow } from '../rules/round-problem.js';
import { actionsIn, isLive, roundStates } from '../rules/states.js';
import { type JudgeRow, ListJudges } from './list-judges.js';
import { panelsOf } from './panels-of.js';

export type RoundProgress = {
  readonly round: Round;
  /** The programme's judging window. */
  readonly window: { readonly opensAt: Date; readonly closesAt: Date };
  readonly entries: number;
  /** Entries whose panel is not full of sound sheets. */
  readonly gaps: number;
  /** Entries with all their signed sheets. */
  readonly complete: number;
  readonly judges: readonly (JudgeRow & { readonly load: Omit<Load, 'judgeId'> })[];
  readonly runs: readonly AssignmentRun[];
  /** For each category with sheets. */
  readonly comparability: readonly (Comparability & { readonly category: string })[];
  readonly actions: readonly string[];
};

@Injectable()
export class ShowRound {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly runs: RunsData,
    private readonly listJudges: ListJudges,
  ) {}

  /** How far a round is: states and counts, never a score. */
  run(actor: Actor, roundId: string): Promise<RoundProgress> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.find(tx, roundId);
      const programme = await this.programmes.find(tx, round.programmeId);
      const entries = await this.entries.accepted(tx, programme.id);
      const panels = panelsOf(entries, await this.rounds.panels(tx, roundId));
      const loads = await this.rounds.loads(tx, roundId);
      const judges = await this.judges.ofProgramme(tx, programme.id);
      const concerned = judges.filter(({ id, state }) => state === 'accepted' || loads.has(id));
      const rows = await this.listJudges.describe(tx, programme, concerned);
      return {
        round,
        window: programme.windows.judging,
        entries: entries.length,
        gaps: panels.filter((panel) => panel.live - panel.unsound < round.perEntry).length,
        complete: panels.filter(({ signed }) => signed >= round.perEntry).length,
        judges: rows.map((row) => ({ ...row, load: loads.get(row.id) ?? noLoad })),
        runs: await this.runs.ofRound(tx, roundId),
        comparability: byCategory(rows, await this.rounds.sheets(tx, roundId)),
        actions: actionsIn(roundStates, round.state),
      };
    });
  }
}

/** How well judges can be compared, over the sheets that count. */
function byCategory(
  judges: readonly JudgeRow[],
  sheets: readonly SheetRow[],
): RoundProgress['comparability'] {
  const categoryOf = new Map(judges.map(({ id, category }) => [id, category]));
  const live = sheets.filter(({ state }) => isLive(state));
  return [...new Set(judges.map(({ category }) => category))].flatMap((category) => {
    const own = live.filter(({ judgeId }) => categoryOf.get(judgeId) === category);
    return own.length === 0 ? [] : [{ category, ...comparability(own) }];
  });
}

const noLoad = { assigned: 0, begun: 0, done: 0 };
