import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { type Ballot, type EntryBallots, Judging } from '../public-api.js';
import { Judge } from './judge.entity.js';
import { Round } from './round.entity.js';

const ballots = `select sheet.entry_id as "entryId", judge.code as "judgeCode",
    opinion.recommendation, scores.scores
  from judging.score_sheet sheet
  join judging.judge judge on judge.id = sheet.judge_id
  join judging.opinion opinion on opinion.sheet_id = sheet.id
  join lateral (select jsonb_object_agg(criterion_key, value) as scores
    from judging.score where sheet_id = sheet.id) scores on true
  where sheet.round_id = $1 and judge.category_id = $2 and sheet.state = 'signed'
  order by sheet.entry_id, judge.code collate "C"`;

const settlements = `select spread.entry_id as "entryId", figures.settled_sum as sum,
    figures.settled_count as count
  from judging.spread_case spread join judging.spread_figures figures on figures.case_id = spread.id
  where spread.round_id = $1 and spread.category_id = $2 and spread.state in ('settled', 'decided')`;

const concerned = {
  panel: `select person_id as "personId" from judging.second_look where case_id = $1 order by 1`,
  extra: `select sheet.person_id as "personId" from judging.spread_case spread
    join judging.score_sheet sheet on sheet.id = spread.extra_sheet_id where spread.id = $1`,
  chair: `select judge.person_id as "personId" from judging.spread_case spread
    join judging.judge judge on judge.category_id = spread.category_id
    where spread.id = $1 and judge.is_chair and judge.state = 'accepted'`,
} as const;

type SettledRow = { readonly entryId: string; readonly sum: number; readonly count: number };

type BallotRow = Ballot & { readonly entryId: string };

/** What other modules learn of judging. */
@Injectable()
export class JudgingData extends Judging {
  async round(
    tx: Tx,
    roundId: string,
  ): Promise<{ readonly id: string; readonly programmeId: string; readonly state: string }> {
    const { id, programmeId, state } = found(
      'judging',
      await tx.manager.findOneBy(Round, { id: roundId }),
    );
    return { id, programmeId, state };
  }

  async closedRound(tx: Tx, programmeId: string): Promise<string | null> {
    const newest = await tx.manager.findOne(Round, {
      where: { programmeId, state: 'closed' },
      order: { position: 'DESC' },
    });
    return newest?.id ?? null;
  }

  async ballots(tx: Tx, roundId: string, categoryId: string): Promise<EntryBallots[]> {
    const rows = await tx.manager.query<BallotRow[]>(ballots, [roundId, categoryId]);
    const byEntry = new Map<string, Ballot[]>();
    for (const { entryId, ...ballot } of rows)
      byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), ballot]);
    const settled = await tx.manager.query<SettledRow[]>(settlements, [roundId, categoryId]);
    const values = new Map(settled.map(({ entryId, sum, count }) => [entryId, { sum, count }]));
    return [...byEntry].map(([entryId, sheets]) => ({
      entryId,
      sheets,
      settled: values.get(entryId) ?? null,
    }));
  }

  async judgePersonIds(tx: Tx, programmeId: string): Promise<string[]> {
    const judges = await tx.manager.find(Judge, {
      where: { programmeId, state: 'accepted' },
      order: { code: 'ASC' },
    });
    return judges.map(({ personId }) => personId);
  }

  async spreadPeople(
    tx: Tx,
    spreadId: string,
    who: 'panel' | 'extra' | 'chair',
  ): Promise<{ readonly programmeId: string; readonly personIds: string[] }> {
    const rows = await tx.manager.query<{ personId: string }[]>(concerned[who], [spreadId]);
    const [{ programmeId }] = (await tx.manager.query(
      `select round.programme_id as "programmeId" from judging.spread_case spread
       join judging.round round on round.id = spread.round_id where spread.id = $1`,
      [spreadId],
    )) as [{ programmeId: string }];
    return { programmeId, personIds: rows.map(({ personId }) => personId) };
  }

  async judge(
    tx: Tx,
    judgeId: string,
  ): Promise<{
    readonly personId: string;
    readonly programmeId: string;
    readonly categoryId: string;
  }> {
    const { personId, programmeId, categoryId } = found(
      'judging',
      await tx.manager.findOneBy(Judge, { id: judgeId }),
    );
    return { personId, programmeId, categoryId };
  }
}
