import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that come in parts, wait in quarantine, and are checked before they lie with their entry. */
export class Arrivals1700000040800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(states);
    await runner.query(parts);
  }

  async down(): Promise<void> {
    throw new Error('what lies in quarantine is not forgotten: restore a backup');
  }
}

/** The version before knows no file that is still arriving: it shows those as being checked. */
const states = `
  alter table entries.attachment drop constraint attachment_state_check;
  alter table entries.attachment
    add constraint attachment_state_check
      check (state in ('arriving', 'checking', 'ready', 'refused')),
    add received bigint not null default 0 check (received between 0 and size),
    add expires_at timestamptz,
    add check_after timestamptz,
    add check_tries integer not null default 0,
    add scan text check (scan in ('clean', 'not-scanned')),
    add constraint attachment_arriving_for_a_time
      check (state <> 'arriving' or expires_at is not null);
  create index attachment_unsettled on entries.attachment (state)
    where state in ('arriving', 'checking');
`;

const writers = `platform.role() in ('submitter', 'county-officer', 'prefecture-officer')
    and exists (select from entries.attachment a where a.id = attachment_id)`;

/** Whoever writes an attachment adds to it; the program alone takes its parts away. */
const parts = `
  create table entries.attachment_part (
    attachment_id uuid not null references entries.attachment (id),
    starts_at bigint not null check (starts_at >= 0),
    size bigint not null check (size > 0),
    storage_key text not null unique,
    primary key (attachment_id, starts_at)
  );
  grant select, insert, delete on entries.attachment_part to linxuan_app;
  alter table entries.attachment_part enable row level security, force row level security;

  create policy attachment_part_system on entries.attachment_part
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy attachment_part_seen on entries.attachment_part for select using (${writers});
  create policy attachment_part_added on entries.attachment_part for insert with check (${writers});
`;
