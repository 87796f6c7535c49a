import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import { SheetsData } from '../data/sheets-data.js';
import type { ConflictKind } from '../rules/conflict-kinds.js';
import { hasRoom, type MatchRefusal, mayJudge } from '../rules/panel.js';
import { isLive, roundStates } from '../rules/states.js';
import { newSheet } from './assignment-record.js';
import { ConflictLedger } from './conflict-ledger.js';
import { matchOf } from './match.js';

@Injectable()
export class AddSheet {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /** Gives an entry to a judge by hand, under the conditions that bind the computed assignment. */
  run(
    actor: Actor,
    roundId: string,
    pair: { readonly entryId: string; readonly judgeId: string },
  ): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lock(tx, roundId);
      must('judging', step(roundStates, round.state, 'add-sheet'));
      const programme = await this.programmes.find(tx, round.programmeId);
      const ledger = await this.ledger.bringUpToDate(tx, programme);
      const sheets = await this.rounds.sheets(tx, roundId);
      const entry = found(
        'judging',
        ledger.entries.find(({ id }) => id === pair.entryId),
      );
      const judge = found(
        'judging',
        ledger.judges.find(({ id }) => id === pair.judgeId),
      );
      const match = matchOf(ledger, sheets, judge, entry);
      const decision = mayJudge(match);
      if (!decision.ok) throw refusal(decision.code, match.conflicts);
      const live = sheets.filter(({ entryId, state }) => entryId === entry.id && isLive(state));
      must('judging', hasRoom(live.length, round.perEntry));
      const sheet = newSheet(round, entry.id, judge);
      await this.sheets.insert(tx, [sheet]);
      await this.events.record(tx, 'judging.sheet-added', { ...pair, roundId, sheetId: sheet.id });
      return sheet.id;
    });
  }
}

/** The refusal, with the kinds of conflict where that is what speaks against it. */
const refusal = (code: MatchRefusal, kinds: readonly ConflictKind[]): Refused =>
  new Refused(
    `judging.${code}`,
    code === 'conflict' ? { kind: kinds[0] ?? null, kinds } : undefined,
  );
