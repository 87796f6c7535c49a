import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import { type Actor, systemActor } from '../../platform/database/tx.js';
import { RoundsData } from '../data/rounds-data.js';
import type { SecondLook, SpreadCase, SpreadFigures } from '../data/spread.entities.js';
import { SpreadsData } from '../data/spreads-data.js';
import type { SpreadState } from '../rules/spread.js';

export type SpreadRow = {
  readonly spread: SpreadCase;
  readonly figures: SpreadFigures | undefined;
  readonly looks: readonly SecondLook[];
  readonly caseNo: string;
  readonly title: string;
  /** Who decided as chair; empty when nobody had to. */
  readonly decider: string;
};

export type RoundSpreads = {
  readonly counts: ReadonlyMap<SpreadState, number>;
  /** None before the round is closed. */
  readonly rows: readonly SpreadRow[];
};

@Injectable()
export class ListSpreads {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly rounds: RoundsData,
    private readonly spreads: SpreadsData,
  ) {}

  /** How many entries of a round have judges far apart; once it is closed, which, and what became of them. */
  async run(actor: Actor, roundId: string): Promise<RoundSpreads> {
    const rows = await this.#rows(actor, roundId);
    const counts = await this.database.transaction(systemActor, (tx) =>
      this.spreads.counts(tx, roundId),
    );
    return { counts, rows };
  }

  #rows(actor: Actor, roundId: string): Promise<SpreadRow[]> {
    return this.database.transaction(actor, async (tx) => {
      const { programmeId } = await this.rounds.find(tx, roundId);
      const cases = await this.spreads.ofRound(tx, roundId);
      const ids = cases.map(({ id }) => id);
      const figures = await this.spreads.figures(tx, ids);
      const looks = await this.spreads.looks(tx, ids);
      const entries = await this.entries.accepted(tx, programmeId);
      const deciders = await this.identity.people(
        tx,
        cases.flatMap(({ decidedBy }) => decidedBy ?? []),
      );
      const rows = cases.map((spread): SpreadRow => {
        const entry = entries.find(({ id }) => id === spread.entryId);
        return {
          spread,
          figures: figures.get(spread.id),
          looks: looks.filter(({ caseId }) => caseId === spread.id),
          caseNo: entry?.caseNo ?? '',
          title: entry?.title ?? '',
          decider: deciders.get(spread.decidedBy ?? '')?.name ?? '',
        };
      });
      return rows.sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
    });
  }
}
