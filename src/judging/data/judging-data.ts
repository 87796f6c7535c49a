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
    return [...byEntry].map(([entryId, sheets]) => ({ entryId, sheets }));
  }

  async judgePersonIds(tx: Tx, programmeId: string): Promise<string[]> {
    const judges = await tx.manager.find(Judge, {
      where: { programmeId, state: 'accepted' },
      order: { code: 'ASC' },
    });
    return judges.map(({ personId }) => personId);
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
