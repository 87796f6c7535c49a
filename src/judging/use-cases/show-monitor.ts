import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import { type JudgeProgress, MonitorData } from '../data/monitor-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import { isFast, type Oddity, oddScores } from '../rules/oddities.js';
import { type Pace, pace } from '../rules/pace.js';
import { type JudgeRow, ListJudges } from './list-judges.js';

export type MonitoredJudge = {
  readonly judge: JudgeRow;
  readonly progress: JudgeProgress;
  readonly pace: Pace;
  readonly oddities: readonly Oddity[];
};

export type Monitor = {
  readonly judges: readonly MonitoredJudge[];
  /** Of all sheets together. */
  readonly pace: Pace;
};

@Injectable()
export class ShowMonitor {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly monitor: MonitorData,
    private readonly listJudges: ListJudges,
  ) {}

  /** How far each judge with sheets is, how fast, and what is odd; scores speak only after the closing. */
  run(actor: Actor, roundId: string): Promise<Monitor> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.find(tx, roundId);
      const programme = await this.programmes.find(tx, round.programmeId);
      const span = spanOf(round, programme.windows.judging);
      const now = round.closedAt ?? tx.now;
      const progress = await this.monitor.progress(tx, roundId);
      const odd = oddScores(await this.monitor.totals(tx, roundId));
      const judges = await this.judges.ofProgramme(tx, programme.id);
      const rows = await this.listJudges.describe(
        tx,
        programme,
        judges.filter(({ id }) => progress.has(id)),
      );
      return {
        judges: rows.flatMap((judge) => {
          const own = progress.get(judge.id);
          if (own === undefined) return [];
          const oddities = [...fastOf(own), ...(odd.get(judge.id) ?? [])];
          return [{ judge, progress: own, pace: pace(workOf([own]), span, now), oddities }];
        }),
        pace: pace(workOf([...progress.values()]), span, now),
      };
    });
  }
}

/** A round's own times; the planned ones before it is opened. */
const spanOf = (
  { openedAt, closesAt }: Round,
  window: { readonly opensAt: Date; readonly closesAt: Date },
): { opensAt: Date; closesAt: Date } => ({
  opensAt: openedAt ?? window.opensAt,
  closesAt: closesAt ?? window.closesAt,
});

const workOf = (rows: readonly JudgeProgress[]): { total: number; done: number } => ({
  total: rows.reduce((sum, { assigned }) => sum + assigned, 0),
  done: rows.reduce((sum, { scored }) => sum + scored, 0),
});

const fastOf = ({ scoredAt }: JudgeProgress): Oddity[] => (isFast(scoredAt) ? ['fast'] : []);
