import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { RoundsData } from '../data/rounds-data.js';
import { SpreadsData } from '../data/spreads-data.js';
import { closeRound, gapsIn } from '../rules/rounds.js';
import { CheckSpread } from './check-spread.js';
import { panelsOf } from './panels-of.js';

const mostNamed = 20;

@Injectable()
export class CloseRound {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly rounds: RoundsData,
    private readonly spreads: SpreadsData,
    private readonly checkSpread: CheckSpread,
    private readonly events: Events,
  ) {}

  /** Ends a round for good; the tally begins with this news. @returns the round's new version */
  async run(actor: Actor, roundId: string, seen: number): Promise<number> {
    await this.checkSpread.run(roundId);
    // Which entries' judges are far apart is told to nobody before the closing: the house counts them.
    const acting = { ...systemActor, personId: actor.personId };
    return this.database.transaction(acting, async (tx) => {
      const round = await this.rounds.lockAt(tx, roundId, seen);
      const { programmeId, perEntry } = round;
      const entries = await this.entries.accepted(tx, programmeId);
      const panels = panelsOf(entries, await this.rounds.panels(tx, roundId));
      const decision = closeRound(round, panels);
      if (!decision.ok) {
        const caseNo = new Map(entries.map((entry) => [entry.id, entry.caseNo]));
        const gaps = gapsIn(panels, perEntry)
          .slice(0, mostNamed)
          .map(({ entryId, lacks }) => ({ caseNo: caseNo.get(entryId) ?? '', lacks }));
        throw new Refused(`judging.${decision.code}`, { gaps });
      }
      const waiting = await this.spreads.openCount(tx, roundId);
      if (waiting > 0) throw new Refused('judging.spreads-open', { waiting });
      const change = { state: decision.value, closedAt: tx.now };
      const version = await this.rounds.change(tx, round, change);
      const categoryIds = [...new Set(entries.map(({ categoryId }) => categoryId))].sort();
      await this.events.record(tx, 'judging.round-closed', { roundId, programmeId, categoryIds });
      return version;
    });
  }
}
