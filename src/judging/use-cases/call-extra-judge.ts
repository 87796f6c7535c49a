import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import type { Judge } from '../data/judge.entity.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import type { SpreadCase } from '../data/spread.entities.js';
import { mayJudge } from '../rules/panel.js';
import { dueAnew } from '../rules/unlocking.js';
import { newSheet } from './assignment-record.js';
import { ConflictLedger } from './conflict-ledger.js';
import { matchOf } from './match.js';

/** Gives an entry whose judges are far apart to one more judge, who does not learn that they are one more. */
@Injectable()
export class CallExtraJudge {
  constructor(
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly ledger: ConflictLedger,
  ) {}

  /**
   * The least loaded of those who may judge the entry, by lot among equals: the lot is the SHA-256 of case
   * and judge code, so that nobody chooses. @returns the new sheet's id, null when nobody is left
   */
  async run(tx: Tx, round: Round, spread: SpreadCase): Promise<string | null> {
    const programme = await this.programmes.find(tx, round.programmeId);
    const ledger = await this.ledger.bringUpToDate(tx, programme);
    const entry = found('judging', ledger.entries.find(({ id }) => id === spread.entryId) ?? null);
    const sheets = await this.rounds.sheets(tx, round.id);
    const loads = await this.rounds.loads(tx, round.id);
    const able = ledger.judges.filter(
      (judge) => mayJudge(matchOf(ledger, sheets, judge, entry)).ok,
    );
    const [judge] = able
      .map((one) => ({ one, load: loads.get(one.id)?.assigned ?? 0, lot: lotOf(spread, one) }))
      .sort((a, b) => a.load - b.load || (a.lot < b.lot ? -1 : 1))
      .map(({ one }) => one);
    if (judge === undefined) return null;
    const sheet = { ...newSheet(round, entry.id, judge), dueAt: dueAnew(round, tx.now) };
    await this.sheets.insert(tx, [sheet]);
    return sheet.id;
  }
}

const lotOf = ({ id }: SpreadCase, { code }: Judge): string =>
  createHash('sha256').update(`${id} ${code}`).digest('hex');
