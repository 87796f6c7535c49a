import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import type { Conflict, Judge } from '../data/judge.entity.js';
import { computeConflicts } from '../rules/recusal.js';

export type Ledger = {
  /** The entries to be judged, by case number. */
  readonly entries: readonly EntryFacts[];
  /** All judges of the programme, by code. */
  readonly judges: readonly Judge[];
  readonly conflicts: readonly Conflict[];
};

/** Who must not score what, brought up to date before anything is decided on it. */
@Injectable()
export class ConflictLedger {
  constructor(
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
  ) {}

  /** The same without writing or holding anything, for who only looks. */
  async look(tx: Tx, programme: ProgrammeFacts): Promise<Ledger> {
    const entries = await this.entries.accepted(tx, programme.id);
    const judges = await this.judges.ofProgramme(tx, programme.id);
    const stored = await this.conflicts.ofProgramme(tx, programme.id);
    const known = new Set(stored.map(keyOf));
    const fresh = computed(tx, programme, judges, entries).filter(
      (conflict) => !known.has(keyOf(conflict)),
    );
    return { entries, judges, conflicts: [...stored, ...fresh] };
  }

  /**
   * Adds the conflicts that can be computed for everyone who has accepted by now, and holds the
   * judges so that nobody leaves meanwhile.
   */
  async bringUpToDate(tx: Tx, programme: ProgrammeFacts): Promise<Ledger> {
    const entries = await this.entries.accepted(tx, programme.id);
    const judges = await this.judges.lockOfProgramme(tx, programme.id);
    await this.conflicts.add(tx, computed(tx, programme, judges, entries));
    return { entries, judges, conflicts: await this.conflicts.ofProgramme(tx, programme.id) };
  }
}

const keyOf = ({ judgeId, entryId, kind }: Conflict): string => `${judgeId} ${entryId} ${kind}`;

function computed(
  tx: Tx,
  programme: ProgrammeFacts,
  judges: readonly Judge[],
  entries: readonly EntryFacts[],
): Conflict[] {
  const accepted = judges.filter(({ state }) => state === 'accepted');
  return accepted.flatMap((judge) =>
    entries
      .filter(({ categoryId }) => categoryId === judge.categoryId)
      .flatMap((entry) =>
        computeConflicts(judge, entry, programme.config.recusal).map((kind) => ({
          id: randomUUID(),
          judgeId: judge.id,
          entryId: entry.id,
          kind,
          source: 'computed' as const,
          state: 'confirmed' as const,
          note: null,
          at: tx.now,
        })),
      ),
  );
}
