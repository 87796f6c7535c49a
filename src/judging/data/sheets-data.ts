import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { RoundState } from '../rules/states.js';
import { ScoreSheet } from './sheet.entity.js';

const perInsert = 500;

const ownRounds = `select round.id, round.programme_id as "programmeId", round.name, round.state,
    round.closes_at as "closesAt",
    count(*) filter (where sheet.state not in ('recused', 'void'))::int as sheets,
    count(*) filter (where sheet.state = 'draft')::int as begun,
    count(*) filter (where sheet.state = 'signed')::int as signed
  from judging.score_sheet sheet join judging.round round on round.id = sheet.round_id
  where sheet.person_id = $1 group by round.id order by round.position`;

export type OwnRound = {
  readonly id: string;
  readonly programmeId: string;
  readonly name: string;
  readonly state: RoundState;
  readonly closesAt: Date;
  readonly sheets: number;
  readonly begun: number;
  readonly signed: number;
};

/** Sheets without their content. Row-level security shows a judge their own, once the round is open. */
@Injectable()
export class SheetsData {
  /** The actor's own sheet. @throws Refused judging.not-found, alike for absent, another's and not yet */
  async own(tx: Tx, id: string): Promise<ScoreSheet> {
    const personId = tx.actor.personId ?? '';
    return found('judging', await tx.manager.findOneBy(ScoreSheet, { id, personId }));
  }

  /** As `own`, held to the end of the transaction. */
  async lockOwn(tx: Tx, id: string): Promise<ScoreSheet> {
    const query = tx.manager
      .createQueryBuilder(ScoreSheet, 'sheet')
      .where({ id, personId: tx.actor.personId ?? '' })
      .setLock('pessimistic_write');
    return found('judging', await query.getOne());
  }

  /** The actor's own sheets of a round, in their personal order. */
  ownOfRound(tx: Tx, roundId: string): Promise<ScoreSheet[]> {
    return tx.manager.find(ScoreSheet, {
      where: { roundId, personId: tx.actor.personId ?? '' },
      order: { id: 'ASC' },
    });
  }

  /** The actor's own sheets of a round that are not signed, held. */
  lockOwnUnsigned(tx: Tx, roundId: string): Promise<ScoreSheet[]> {
    return tx.manager
      .createQueryBuilder(ScoreSheet, 'sheet')
      .where({ roundId, personId: tx.actor.personId ?? '', state: In(['assigned', 'draft']) })
      .orderBy('sheet.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** A judge's sheet for an entry in a round that is open, if this actor may see one; held. */
  lockForEntry(tx: Tx, judgeId: string, entryId: string): Promise<ScoreSheet | null> {
    return tx.manager
      .createQueryBuilder(ScoreSheet, 'sheet')
      .where({ judgeId, entryId })
      .andWhere("sheet.round_id in (select id from judging.round where state = 'open')")
      .setLock('pessimistic_write')
      .getOne();
  }

  /** The rounds in which the actor has sheets, with how far they are. */
  ownRounds(tx: Tx): Promise<OwnRound[]> {
    return tx.manager.query<OwnRound[]>(ownRounds, [tx.actor.personId]);
  }

  async insert(tx: Tx, sheets: readonly ScoreSheet[]): Promise<void> {
    for (let at = 0; at < sheets.length; at += perInsert)
      await tx.manager.insert(ScoreSheet, sheets.slice(at, at + perInsert));
  }

  /** Takes an assignment back that no judge has seen. */
  async removeUnseen(tx: Tx, roundId: string): Promise<void> {
    await tx.manager.delete(ScoreSheet, { roundId, state: 'assigned' });
  }

  /** Writes a change and counts the version up. */
  async change(tx: Tx, seen: ScoreSheet, change: Partial<ScoreSheet>): Promise<void> {
    const { affected } = await tx.manager.update(
      ScoreSheet,
      { id: seen.id, version: seen.version },
      { ...change, version: seen.version + 1 },
    );
    if (affected === 0) throw new Refused('platform.changed-since');
  }

  /** Takes unsigned sheets from their judges. */
  async takeBack(
    tx: Tx,
    ids: readonly string[],
    change: { state: 'recused' } | { state: 'void'; voidReason: string },
  ): Promise<void> {
    if (ids.length === 0) return;
    await tx.manager.update(
      ScoreSheet,
      { id: In([...ids]), state: In(['assigned', 'draft']) },
      { ...change, version: () => 'version + 1' },
    );
  }

  /** Closes a judge's unsigned sheets in rounds that are not closed. @returns how many */
  async voidUnsigned(tx: Tx, judgeId: string, reason: string): Promise<number> {
    const [, count] = await tx.manager.query<[unknown, number]>(
      `update judging.score_sheet sheet set state = 'void', void_reason = $2, version = version + 1
       where judge_id = $1 and state in ('assigned', 'draft')
         and round_id in (select id from judging.round where state <> 'closed')`,
      [judgeId, reason],
    );
    return count;
  }
}
