import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import { prepareRound } from '../rules/preparing.js';
import { ConflictLedger } from './conflict-ledger.js';
import { rubricOf } from './rubric-of.js';

@Injectable()
export class PrepareRound {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly rounds: RoundsData,
    private readonly conflicts: ConflictsData,
    private readonly ledger: ConflictLedger,
    private readonly events: Events,
  ) {}

  /** Begins the judging of a programme, or another round of it: blind copies, conflicts, a round. */
  run(actor: Actor, programmeId: string, name: string | undefined): Promise<Round> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      const rounds = await this.rounds.ofProgramme(tx, programmeId);
      const undecided = await this.entries.undecided(tx, programmeId);
      const { position, isFirst } = must(
        'judging',
        prepareRound(programme.state, rounds, undecided),
      );
      for (const { id } of programme.categories) rubricOf(programme, id);
      if (isFirst) await this.#beginJudging(tx, programmeId);
      const { entries, conflicts } = await this.ledger.bringUpToDate(tx, programme);
      if (entries.length === 0) throw new Refused('judging.no-entries');
      await this.conflicts.list(tx, entries.map(listed));
      const round = newRound(programme, position, name);
      await this.rounds.insert(tx, round);
      await this.events.record(tx, 'judging.round-prepared', {
        roundId: round.id,
        programmeId,
        entries: entries.length,
        conflicts: conflicts.length,
      });
      return round;
    });
  }

  async #beginJudging(tx: Tx, programmeId: string): Promise<void> {
    await this.programmes.advance(tx, programmeId, 'judge');
    await this.entries.writeBlindCopies(tx, programmeId);
  }
}

const listed = (entry: {
  id: string;
  programmeId: string;
  categoryId: string;
  blindCode: string;
  title: string;
}) => ({
  entryId: entry.id,
  programmeId: entry.programmeId,
  categoryId: entry.categoryId,
  blindCode: entry.blindCode,
  title: entry.title,
});

const newRound = (
  programme: ProgrammeFacts,
  position: number,
  name = `第 ${position} 轮评审`,
): Round => ({
  id: randomUUID(),
  programmeId: programme.id,
  position,
  name,
  state: 'preparing',
  perEntry: programme.config.panel.perEntry,
  version: 1,
  openedAt: null,
  closesAt: null,
  closedAt: null,
});
