import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { type BlindCopy, Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor, type Tx } from '../../platform/database/tx.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { SpreadCase, SpreadFigures } from '../data/spread.entities.js';
import { SpreadsData } from '../data/spreads-data.js';
import { decideSpread } from '../rules/spread.js';

/** A case before the chair: the entry as judges read it, and totals without a name. */
export type ChairCase = {
  readonly spread: SpreadCase;
  readonly figures: SpreadFigures;
  readonly copy: BlindCopy;
};

/** Where the chair of a category brings judges together who stayed far apart. */
@Injectable()
export class ChairDesk {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly spreads: SpreadsData,
    private readonly conflicts: ConflictsData,
    private readonly events: Events,
  ) {}

  /** What waits for the actor as chair, the oldest first, then what they decided. Nothing of entries they must not score. */
  list(actor: Actor): Promise<ChairCase[]> {
    return this.database.transaction(actor, async (tx) => {
      const cases = await this.spreads.inStates(tx, ['undecided', 'decided']);
      const figures = await this.spreads.figures(
        tx,
        cases.map(({ id }) => id),
      );
      const shown: ChairCase[] = [];
      for (const spread of cases.sort(byUrgency))
        if (await this.#mayRead(tx, spread))
          shown.push({
            spread,
            figures: found('judging', figures.get(spread.id) ?? null),
            copy: await this.entries.blindCopy(tx, spread.entryId),
          });
      return shown;
    });
  }

  /**
   * The chair's value with its reason, for good.
   * @param value hundredths, between the lowest and the highest total
   */
  async decide(
    actor: Actor,
    spreadId: string,
    { value, reason }: { readonly value: number; readonly reason: string },
    seen: number,
  ): Promise<number> {
    await this.#demandChair(actor, spreadId);
    const acting = { ...systemActor, personId: actor.personId };
    return this.database.transaction(acting, async (tx) => {
      const { roundId } = await this.spreads.find(tx, spreadId);
      const round = await this.rounds.lock(tx, roundId);
      const spread = await this.spreads.find(tx, spreadId);
      if (round.state !== 'open') throw new Refused('judging.round-closed');
      if (spread.version !== seen) throw new Refused('platform.changed-since');
      const { totals, extraTotal } = await this.#figures(tx, spreadId);
      const all = extraTotal === null ? totals : [...totals, extraTotal];
      const state = must('judging', decideSpread(spread, all, value));
      await this.spreads.note(tx, spreadId, { settledSum: value, settledCount: 1 });
      const decided = { decidedBy: actor.personId, decidedAt: tx.now, reason };
      const version = await this.spreads.change(tx, spread, { state, ...decided });
      await this.events.record(tx, 'judging.spread-decided', { spreadId, roundId });
      return version;
    });
  }

  /** Row-level security shows a case to its chair alone. @throws Refused judging.not-found */
  #demandChair(actor: Actor, spreadId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const spread = await this.spreads.find(tx, spreadId);
      if (!(await this.#mayRead(tx, spread))) throw new Refused('judging.not-found');
    });
  }

  async #mayRead(tx: Tx, { roundId, entryId }: SpreadCase): Promise<boolean> {
    const { programmeId } = await this.rounds.find(tx, roundId);
    const { id: judgeId } = await this.judges.ownAccepted(tx, programmeId);
    return !(await this.conflicts.binds(tx, { judgeId, entryId }));
  }

  async #figures(tx: Tx, spreadId: string): Promise<SpreadFigures> {
    return found('judging', (await this.spreads.figures(tx, [spreadId])).get(spreadId) ?? null);
  }
}

const byUrgency = (a: SpreadCase, b: SpreadCase): number =>
  Number(a.state === 'decided') - Number(b.state === 'decided') ||
  a.openedAt.getTime() - b.openedAt.getTime();
