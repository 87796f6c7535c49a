import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { openSpreads, type SpreadState } from '../rules/spread.js';
import type { SheetState } from '../rules/states.js';
import { SecondLook, SpreadCase, SpreadFigures } from './spread.entities.js';

const panelSheets = `select sheet.id, sheet.entry_id as "entryId", sheet.judge_id as "judgeId",
    judge.category_id as "categoryId", sheet.person_id as "personId", sheet.state, opinion.total
  from judging.score_sheet sheet join judging.judge judge on judge.id = sheet.judge_id
    left join judging.opinion opinion on opinion.sheet_id = sheet.id
  where sheet.round_id = $1 and sheet.state not in ('recused', 'void')
  order by sheet.entry_id, opinion.total, sheet.id`;

const counts = `select state, count(*)::int as count from judging.spread_case where round_id = $1 group by state`;

export type PanelSheet = {
  readonly id: string;
  readonly entryId: string;
  readonly categoryId: string;
  readonly judgeId: string;
  readonly personId: string;
  readonly state: SheetState;
  readonly total: number | null;
};

/** Entries whose judges are far apart. Row-level security keeps figures and places from all but the house. */
@Injectable()
export class SpreadsData {
  /** The live sheets of a round with their totals, by entry, then total. For the house alone. */
  panelSheets(tx: Tx, roundId: string): Promise<PanelSheet[]> {
    return tx.manager.query<PanelSheet[]>(panelSheets, [roundId]);
  }

  /** The cases of a round, the oldest first, as far as this reader may know them. */
  ofRound(tx: Tx, roundId: string): Promise<SpreadCase[]> {
    const order = { openedAt: 'ASC', id: 'ASC' } as const;
    return tx.manager.find(SpreadCase, { where: { roundId }, order });
  }

  /** Those in these states that this reader may know, the oldest first. */
  inStates(tx: Tx, states: readonly SpreadState[]): Promise<SpreadCase[]> {
    const order = { openedAt: 'ASC', id: 'ASC' } as const;
    return tx.manager.find(SpreadCase, { where: { state: In([...states]) }, order });
  }

  /** @throws Refused judging.not-found */
  async find(tx: Tx, id: string): Promise<SpreadCase> {
    return found('judging', await tx.manager.findOneBy(SpreadCase, { id }));
  }

  /** How many cases of a round are in each state. For the house alone. */
  async counts(tx: Tx, roundId: string): Promise<Map<SpreadState, number>> {
    const rows = await tx.manager.query<{ state: SpreadState; count: number }[]>(counts, [roundId]);
    return new Map(rows.map(({ state, count }) => [state, count]));
  }

  /** How many cases of a round are not at their end. For the house alone. */
  openCount(tx: Tx, roundId: string): Promise<number> {
    return tx.manager.countBy(SpreadCase, { roundId, state: In([...openSpreads]) });
  }

  async figures(tx: Tx, caseIds: readonly string[]): Promise<Map<string, SpreadFigures>> {
    const rows = await tx.manager.findBy(SpreadFigures, { caseId: In([...caseIds]) });
    return new Map(rows.map((row) => [row.caseId, row]));
  }

  async open(tx: Tx, spread: SpreadCase, totals: readonly number[]): Promise<void> {
    await tx.manager.insert(SpreadCase, spread);
    await tx.manager.insert(SpreadFigures, {
      caseId: spread.id,
      ...{ firstTotals: [...totals], totals: [...totals], extraTotal: null },
      ...{ settledSum: null, settledCount: null },
    });
  }

  /** Writes a change and counts the version up. @throws Refused platform.changed-since */
  async change(tx: Tx, seen: SpreadCase, change: Partial<SpreadCase>): Promise<number> {
    const version = seen.version + 1;
    const { affected } = await tx.manager.update(
      SpreadCase,
      { id: seen.id, version: seen.version },
      { ...change, version },
    );
    if (affected === 0) throw new Refused('platform.changed-since');
    return version;
  }

  async note(tx: Tx, caseId: string, figures: Partial<SpreadFigures>): Promise<void> {
    await tx.manager.update(SpreadFigures, { caseId }, figures);
  }

  async ask(tx: Tx, looks: readonly SecondLook[]): Promise<void> {
    await tx.manager.insert(SecondLook, [...looks]);
  }

  /** The second looks of these cases. */
  looks(tx: Tx, caseIds: readonly string[]): Promise<SecondLook[]> {
    return tx.manager.findBy(SecondLook, { caseId: In([...caseIds]) });
  }

  /** The second looks at these sheets, by sheet id. */
  async looksAt(tx: Tx, sheetIds: readonly string[]): Promise<Map<string, SecondLook>> {
    const rows = await tx.manager.findBy(SecondLook, { sheetId: In([...sheetIds]) });
    return new Map(rows.map((row) => [row.sheetId, row]));
  }

  /** Holds the actor's own second look at a sheet. @throws Refused judging.not-found */
  async lockLook(tx: Tx, sheetId: string): Promise<SecondLook> {
    const query = tx.manager
      .createQueryBuilder(SecondLook, 'look')
      .where({ sheetId, personId: tx.actor.personId ?? '', state: 'asked' });
    return found('judging', await query.setLock('pessimistic_write').getOne());
  }

  async answer(tx: Tx, sheetId: string, change: Partial<SecondLook>): Promise<void> {
    await tx.manager.update(SecondLook, { sheetId, state: 'asked' }, change);
  }

  /** Ends the asking where the time is over: the score stays. */
  async lapse(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(SecondLook, { caseId, state: 'asked' }, { state: 'lapsed' });
  }
}
