import type { AuditChain } from './audit/public-api.js';
import type { Database } from './platform/database/database.js';
import { systemActor } from './platform/database/tx.js';

/** A question whose every answer row is a fault. */
type Invariant = { readonly name: string; readonly faults: string };

const invariants: readonly Invariant[] = [
  {
    name: 'no judge holds a sheet for an entry of their own prefecture',
    faults: `select sheet.id from judging.score_sheet sheet
      join judging.judge judge on judge.id = sheet.judge_id
      join entries.entry entry on entry.id = sheet.entry_id
      where sheet.state not in ('recused', 'void') and judge.prefecture_id = entry.prefecture_id`,
  },
  {
    name: 'no unit has more entries recommended than places',
    faults: `select entry.prefecture_id from entries.entry entry
      left join programmes.quota quota on quota.programme_id = entry.programme_id
        and quota.category_id = entry.category_id and quota.unit_id = entry.prefecture_id
      where entry.state in ('endorsed', 'recommended', 'correcting', 'accepted', 'rejected')
      group by entry.programme_id, entry.category_id, entry.prefecture_id, quota.places
      having count(*) > coalesce(quota.places, 0)`,
  },
  {
    name: 'every accepted entry of a closed round has its full number of signed sheets',
    faults: `select entry.id from judging.round round
      join entries.entry entry on entry.programme_id = round.programme_id and entry.state = 'accepted'
      left join judging.score_sheet sheet on sheet.round_id = round.id
        and sheet.entry_id = entry.id and sheet.state = 'signed'
      where round.state = 'closed'
      group by entry.id, round.per_entry having count(sheet.id) <> round.per_entry`,
  },
  {
    name: 'every release traces to a run that two people verified',
    faults: `select release.id from announcement.release release
      where (select count(distinct verification.person_id) from tally.run run
        join tally.verification verification on verification.run_id = run.id and verification.decision = 'confirm'
        where run.programme_id = release.programme_id and run.state = 'verified') < 2`,
  },
  {
    name: 'no round has two living tallies',
    faults: `select round_id from tally.run where state in ('verified') group by round_id having count(*) > 1`,
  },
  {
    name: 'every letter left once',
    faults: `select message_id from platform.caught_mail where deliveries <> 1`,
  },
  {
    name: 'no event failed for good',
    faults: `select id from platform.outbox where failed_at is not null`,
  },
];

/** Checks what must always hold; the sentences of those that do not. */
export async function checkInvariants(database: Database, chain: AuditChain): Promise<string[]> {
  return database.transaction(systemActor, async (tx) => {
    const failures: string[] = [];
    for (const { name, faults } of invariants) {
      const rows = await tx.manager.query<unknown[]>(faults);
      if (rows.length > 0) failures.push(`${name} (${rows.length}): ${JSON.stringify(rows[0])}`);
    }
    const { brokenAt } = await chain.verify(tx);
    if (brokenAt !== null) failures.push(`the audit chain is broken at position ${brokenAt}`);
    return failures;
  });
}
