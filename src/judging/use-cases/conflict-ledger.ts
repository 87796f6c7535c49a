import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, recusalRules } from '../../programmes/public-api.js';
import { ConflictsData } from '../data/conflicts-data.js';
import { JudgesData } from '../data/judges-data.js';
import type { Conflict, Judge } from '../data/judge.entity.js';
import { newConflict } from '../rules/new-conflict.js';
import { computeConflicts, type KnownEntry } from '../rules/recusal.js';

export type Ledger = {
  /** The entries to be judged, by case number. */
  readonly entries: readonly EntryFacts[];
  /** All judges of the programme, by code. */
  readonly judges: readonly Judge[];
  /** Those that stand or are asked; what was dismissed is left out. */
  readonly conflicts: readonly Conflict[];
};

/** With how many conflicts were found that nobody had written down. */
export type FreshLedger = Ledger & { readonly added: number };

type Known = { readonly judges: readonly Judge[]; readonly entries: readonly EntryFacts[] };

/** Who must not score what, brought up to date before anything is decided on it. */
@Injectable()
export class ConflictLedger {
  constructor(
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly judges: JudgesData,
    private readonly conflicts: ConflictsData,
  ) {}

  /** The same without writing or holding anything, for who only looks. */
  async look(tx: Tx, programme: ProgrammeFacts): Promise<Ledger> {
    const entries = await this.entries.accepted(tx, programme.id);
    const judges = await this.judges.ofProgramme(tx, programme.id);
    const stored = await this.conflicts.ofProgramme(tx, programme.id);
    const known = new Set(stored.map(keyOf));
    const found = await this.#computed(tx, programme, { judges, entries });
    const fresh = found.filter((conflict) => !known.has(keyOf(conflict)));
    return { entries, judges, conflicts: [...stored, ...fresh].filter(counts) };
  }

  /**
   * Adds the conflicts that can be computed for everyone who has accepted by now, and holds the
   * judges so that nobody leaves meanwhile.
   */
  async bringUpToDate(tx: Tx, programme: ProgrammeFacts): Promise<FreshLedger> {
    const entries = await this.entries.accepted(tx, programme.id);
    const judges = await this.judges.lockOfProgramme(tx, programme.id);
    const found = await this.#computed(tx, programme, { judges, entries });
    const added = await this.conflicts.add(tx, found);
    const stored = await this.conflicts.ofProgramme(tx, programme.id);
    return { entries, judges, conflicts: stored.filter(counts), added };
  }

  /** What speaks against these judges, whatever their answer to the invitation was. */
  async against(
    tx: Tx,
    programme: ProgrammeFacts,
    judges: readonly Judge[],
  ): Promise<{ readonly entries: readonly EntryFacts[]; readonly conflicts: readonly Conflict[] }> {
    const entries = await this.entries.accepted(tx, programme.id);
    const asAccepted = judges.map((judge) => ({ ...judge, state: 'accepted' as const }));
    const known = { judges: asAccepted, entries };
    return { entries, conflicts: await this.#computed(tx, programme, known) };
  }

  async #computed(tx: Tx, programme: ProgrammeFacts, known: Known): Promise<Conflict[]> {
    const accepted = known.judges.filter(({ state }) => state === 'accepted');
    const people = await this.identity.people(
      tx,
      accepted.map(({ personId }) => personId),
    );
    const entries = await this.#knownEntries(tx, programme, known.entries);
    return accepted.flatMap((judge) => {
      const name = people.get(judge.personId)?.name ?? '';
      return (entries.get(judge.categoryId) ?? []).flatMap((entry) =>
        computeConflicts({ ...judge, name }, entry, recusalRules(programme.config.recusal)).map(
          (found) =>
            newConflict(randomUUID(), tx.now, {
              judgeId: judge.id,
              entryId: entry.id,
              source: 'computed',
              note: null,
              ...found,
            }),
        ),
      );
    });
  }

  /** The entries of each category with what can be known of them. */
  async #knownEntries(
    tx: Tx,
    programme: ProgrammeFacts,
    entries: readonly EntryFacts[],
  ): Promise<Map<string, (KnownEntry & { readonly id: string })[]>> {
    const contributors = await this.entries.contributors(tx, programme.id);
    const nobody = { personIds: [], names: [] };
    return new Map(
      programme.categories.map(({ id: categoryId }) => {
        const own = entries.filter((entry) => entry.categoryId === categoryId);
        const unitsInCategory = new Set(own.map(({ unitId }) => unitId));
        const known = own.map(({ id, unitId, prefectureId }) => ({
          ...{ id, unitId, prefectureId, unitsInCategory },
          people: contributors.get(id) ?? nobody,
        }));
        return [categoryId, known];
      }),
    );
  }
}

const keyOf = ({ judgeId, entryId, kind }: Conflict): string => `${judgeId} ${entryId} ${kind}`;
const counts = ({ state }: Conflict): boolean => state !== 'dismissed';
