import { Injectable } from '@nestjs/common';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import type { Unlock } from '../data/unlock.entity.js';
import { type SignedTotals, UnlocksData } from '../data/unlocks-data.js';
import { decideUnlock, type UnlockAction, unlockActions } from '../rules/unlocking.js';

export type UnlockRow = Unlock &
  SignedTotals & {
    readonly caseNo: string;
    readonly title: string;
    readonly requester: string;
    readonly decider: string;
    readonly actions: readonly UnlockAction[];
  };

@Injectable()
export class ListUnlocks {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly unlocks: UnlocksData,
  ) {}

  /** Signed sheets that were or shall be opened again, the newest first; totals only after the closing. */
  run(actor: Actor, roundId?: string): Promise<UnlockRow[]> {
    return this.database.transaction(actor, async (tx) => {
      const rows = await this.unlocks.list(tx, roundId);
      const ids = rows.map(({ id }) => id);
      const totals = await this.unlocks.totals(tx, ids);
      const facts = await this.entries.facts(tx, [...new Set(rows.map(({ entryId }) => entryId))]);
      const people = await this.identity.people(
        tx,
        rows.flatMap(({ requestedBy, decidedBy }) => [
          requestedBy,
          ...(decidedBy ? [decidedBy] : []),
        ]),
      );
      const name = (id: string | null): string => people.get(id ?? '')?.name ?? '';
      return rows.map((row) => ({
        ...row,
        ...(totals.get(row.id) ?? sealed),
        ...naming(facts.get(row.entryId)),
        requester: name(row.requestedBy),
        decider: name(row.decidedBy),
        actions: actor.role === 'programme-admin' ? actionsOn(row, actor, tx.now) : [],
      }));
    });
  }
}

const sealed: SignedTotals = { before: null, after: null };

const naming = (entry: EntryFacts | undefined) => ({
  caseNo: entry?.caseNo ?? '',
  title: entry?.title ?? '',
});

const actionsOn = (unlock: Unlock, { personId }: Actor, now: Date): UnlockAction[] =>
  unlockActions.filter((action) => decideUnlock(unlock, action, personId, now).ok);
