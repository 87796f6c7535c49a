import type { Actor } from '../../platform/database/tx.js';

const own = 'entry.unit_id = :organisation';
const handedIn = 'entry.submitted_at is not null';

/** Which entries a role reaches, as row-level security has it too: two walls, not one. */
const reaches: Readonly<Record<string, string>> = {
  system: 'true',
  submitter: own,
  'county-officer': `(${own} or (entry.county_id = :organisation and ${handedIn}))`,
  'prefecture-officer': `(${own} or (entry.prefecture_id = :organisation and ${handedIn}))`,
  'programme-admin': 'entry.case_no is not null',
  supervisor: 'entry.case_no is not null',
};

/** The condition on `entry` that an actor's reach sets; its parameter is `:organisation`. */
export const reachOf = (actor: Actor): string => reaches[actor.role] ?? 'false';
