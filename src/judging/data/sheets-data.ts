import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { bindingStates } from '../rules/conflict-states.js';
import type { RoundState } from '../rules/states.js';
import { sheetHasConflict } from './conflicts-data.js';
import { ScoreSheet } from './sheet.entity.js';

const perInsert = 500;

const ownRounds = `select round.id, round.programme_id as "programmeId", round.name, round.state,
    round.closes_at as "closesAt",
    count(*) filter (where sheet.state not in ('recused', 'void'))::int as sheets,
    count(*) filter (where sheet.state = 'draft')::int as begun,
    count(*) filter (where sheet.state = 'signed')::int as signed,
    count(*) filter (where sheet.state = 'signed' and look.state = 'asked' and look.due_at > $2)::int as "lookAgain"
  from judging.score_sheet sheet join judging.round round on round.id = sheet.round_id
  left join judging.second_look look on look.sheet_id = sheet.id
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
  /** Signed sheets at which the judge is asked to look again. */
  readonly lookAgain: number;
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

  /** Any sheet, held, for who acts for the house. @throws Refused judging.not-found */
  async lock(tx: Tx, id: string): Promise<ScoreSheet> {
    const query = tx.manager.createQueryBuilder(ScoreSheet, 'sheet').where({ id });
    return found('judging', await query.setLock('pessimistic_write').getOne());
  }

  /** The actor's own sheets of a round, in their personal order. */
  ownOfRound(tx: Tx, roundId: string): Promise<ScoreSheet[]> {
    return tx.manager.find(ScoreSheet, {
      where: { roundId, personId: tx.actor.personId ?? '' },
      order: { id: 'ASC' },
    });
  }

  /** The actor's own sheets of a round that they may still sign, held: not those of a conflict. */
  lockOwnUnsigned(tx: Tx, roundId: string): Promise<ScoreSheet[]> {
    return tx.manager
      .createQueryBuilder(ScoreSheet, 'sheet')
      .where({ roundId, personId: tx.actor.personId ?? '', state: In(['assigned', 'draft']) })
      .andWhere(`not ${sheetHasConflict(bindingStates)}`)
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
    return tx.manager.query<OwnRound[]>(ownRounds, [tx.actor.personId, tx.now]);
  }

  async insert(tx: Tx, sheets: readonly ScoreSheet[]): Promise<void> {
    for (let at = 0; at < sheets.length; at += perInsert)
      await tx.manager.insert(ScoreSheet, sheets.slice(at, at + perInsert));
  }

  /**
   * Takes an assignment back that no judge has seen, with what was closed of it meanwhile: whoever left
   * and came back may get the same entries.
   */
  async removeUnseen(tx: Tx, roundId: string): Promise<void> {
    await tx.manager.delete(ScoreSheet, { roundId, state: In(['assigned', 'void', 'recused']) });
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

  /** Notes that its judge wrote on a sheet, which now has all its scores or not. */
  async touch(tx: Tx, id: string, isScored: boolean): Promise<void> {
    await tx.manager.query(
      `update judging.score_sheet set touched_at = $2::timestamptz,
         scored_at = case when $3 then coalesce(scored_at, $2::timestamptz) end where id = $1`,
      [id, tx.now, isScored],
    );
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

  /** Closes a judge's unsigned sheets for these entries in rounds that are not closed. @returns how many */
  async voidPairs(
    tx: Tx,
    { judgeId, entryIds }: { readonly judgeId: string; readonly entryIds: readonly string[] },
    reason: string,
  ): Promise<number> {
    const [, count] = await tx.manager.query<[unknown, number]>(
      `update judging.score_sheet sheet set state = 'void', void_reason = $3, version = version + 1
       where judge_id = $1 and entry_id = any ($2::uuid[]) and state in ('assigned', 'draft')
         and round_id in (select id from judging.round where state <> 'closed')`,
      [judgeId, entryIds, reason],
    );
    return count;
  }

  /** Those of the entries for which the judge has signed a sheet in a round that is not closed. */
  async signedPairs(
    tx: Tx,
    { judgeId, entryIds }: { readonly judgeId: string; readonly entryIds: readonly string[] },
  ): Promise<string[]> {
    const rows = await tx.manager.query<{ entryId: string }[]>(
      `select entry_id as "entryId" from judging.score_sheet where judge_id = $1
         and entry_id = any ($2::uuid[]) and state = 'signed'
         and round_id in (select id from judging.round where state <> 'closed')`,
      [judgeId, entryIds],
    );
    return rows.map(({ entryId }) => entryId);
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
