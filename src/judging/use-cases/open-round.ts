import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { RoundsData } from '../data/rounds-data.js';
import type { SheetRow } from '../rules/round-problem.js';
import { lengthen, openRound } from '../rules/rounds.js';
import { isLive } from '../rules/states.js';
import { ConflictLedger, type Ledger } from './conflict-ledger.js';
import { extended, type Extension } from './extend-round.js';
import { panelsOf } from './panels-of.js';

@Injectable()
export class OpenRound {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly rounds: RoundsData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /**
   * From now on judges see their sheets.
   * @param extension a later end than the programme's window has, for a recorded reason
   * @returns the round's new version
   */
  run(
    actor: Actor,
    roundId: string,
    extension: Extension | undefined,
    seen: number,
  ): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const programme = await this.programmes.find(tx, round.programmeId);
      const ledger = await this.ledger.bringUpToDate(tx, programme);
      const panels = panelsOf(ledger.entries, await this.rounds.panels(tx, roundId));
      const planned = programme.windows.judging;
      const window = extension ? must('judging', lengthen(planned, extension.until)) : planned;
      const decision = openRound(round, panels, window, tx.now);
      if (!decision.ok) throw refusal(decision.code, ledger, await this.rounds.sheets(tx, roundId));
      const state = decision.value;
      const { closesAt } = window;
      const version = await this.rounds.change(tx, round, { state, openedAt: tx.now, closesAt });
      await this.events.record(tx, 'judging.round-opened', { roundId });
      if (extension)
        await this.events.record(tx, 'judging.round-extended', extended(roundId, extension));
      return version;
    });
  }
}

const mostNamed = 20;

/** The refusal, with the pairs of judge and entry over which a conflict stands or is asked. */
function refusal(code: string, ledger: Ledger, sheets: readonly SheetRow[]): Refused {
  const codes = new Map(ledger.judges.map((judge) => [judge.id, judge.code]));
  const caseNos = new Map(ledger.entries.map((entry) => [entry.id, entry.caseNo]));
  const held = new Set(
    sheets
      .filter(({ state }) => isLive(state))
      .map(({ judgeId, entryId }) => `${judgeId} ${entryId}`),
  );
  const conflicts = ledger.conflicts
    .filter(({ judgeId, entryId }) => held.has(`${judgeId} ${entryId}`))
    .slice(0, mostNamed)
    .map(({ judgeId, entryId, kind, state }) => ({
      judge: codes.get(judgeId) ?? '',
      entry: caseNos.get(entryId) ?? '',
      kind,
      state,
    }));
  return new Refused(`judging.${code}`, conflicts.length > 0 ? { conflicts } : undefined);
}
