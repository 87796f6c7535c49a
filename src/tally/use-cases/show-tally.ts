import { Injectable } from '@nestjs/common';
import { Judging } from '../../judging/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import type { CategoryResult, TallyRun } from '../data/tally.entities.js';
import { mayRun } from '../rules/may-run.js';
import { verificationActions } from '../rules/verification.js';
import { judgedRun } from './judged-run.js';
import { type Named, NameEntries } from './name-entries.js';

export type TallyDesk = {
  readonly programme: ProgrammeFacts;
  /** Newest first. */
  readonly runs: readonly TallyRun[];
  /** The newest run with what it computed, or null before the first. */
  readonly newest: OpenedRun | null;
  /** `run` when another run may start. */
  readonly actions: readonly string[];
};

export type OpenedRun = {
  readonly run: TallyRun;
  readonly categories: readonly CategoryResult[];
  readonly named: Named;
  readonly words: readonly Word[];
  /** `confirm` and `reject` when this person may do so now. */
  readonly actions: readonly string[];
};

/** One person's word on a run. */
export type Word = {
  readonly person: string;
  readonly decision: 'confirm' | 'reject';
  readonly reason: string | null;
  readonly at: Date;
};

/** The role whose people run and verify a tally. */
const verifier = 'programme-admin';

@Injectable()
export class ShowTally {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judging: Judging,
    private readonly tallies: TallyData,
    private readonly nameEntries: NameEntries,
  ) {}

  /** A supervisor reads the same and may do nothing. */
  run(actor: Actor, programmeId: string): Promise<TallyDesk> {
    const mayVerify = actor.role === verifier;
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const runs = await this.tallies.runs(tx, programmeId);
      const closed = mayVerify ? await this.judging.closedRound(tx, programmeId) : null;
      const canRun = mayVerify && mayRun(programme.state, closed).ok;
      const newest = runs[0] && (await this.#open(tx, runs[0], mayVerify));
      return { programme, runs, newest: newest ?? null, actions: canRun ? ['run'] : [] };
    });
  }

  async #open(tx: Tx, run: TallyRun, mayVerify: boolean): Promise<OpenedRun> {
    const verifications = await this.tallies.verifications(tx, run.id);
    const judged = await judgedRun(this.tallies, tx, run, verifications);
    const people = await this.nameEntries.people(
      tx,
      verifications.map(({ personId }) => personId),
    );
    return {
      run,
      categories: await this.tallies.categories(tx, run.id),
      named: await this.nameEntries.ofProgramme(tx, run.programmeId),
      words: verifications.map(({ personId, decision, reason, at }) => ({
        person: people.get(personId)?.name ?? '',
        decision,
        reason,
        at,
      })),
      actions: mayVerify ? verificationActions(judged, tx.actor.personId ?? '') : [],
    };
  }
}
