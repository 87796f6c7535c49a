import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those who write an entry: its own unit, and its recommending unit while it is corrected. */
const byWriter = `platform.role() in ('submitter', 'county-officer', 'prefecture-officer') and exists (
      select from entries.entry e where e.id = entry_id and (e.unit_id = platform.organisation()
        or (e.state = 'correcting' and e.prefecture_id = platform.organisation())))`;

const history = `
  -- What a field said at its versions: thinned with time, never the newest.
  create table entries.field_version (
    entry_id uuid not null references entries.entry (id),
    key text not null,
    version integer not null check (version > 0),
    value jsonb not null,
    by uuid references identity.person (id),
    at timestamptz not null,
    primary key (entry_id, key, version)
  );
  insert into entries.field_version (entry_id, key, version, value, by, at)
    select entry_id, key, version, value, updated_by, updated_at from entries.entry_field;

  grant select, insert, delete on entries.field_version to linxuan_app;
  alter table entries.field_version enable row level security, force row level security;
  create policy field_version_system on entries.field_version
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy field_version_of_writer on entries.field_version
    using (${byWriter}) with check (${byWriter});
`;

/** What was written in a field before can be read and put back. */
export class FieldHistory1700000040820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The rows of all units are copied, past the policies that keep them apart.
    await runner.query("select set_config('app.role', 'system', true)");
    await runner.query(history);
  }

  async down(): Promise<void> {
    throw new Error('what was written is not dropped: restore a backup');
  }
}
