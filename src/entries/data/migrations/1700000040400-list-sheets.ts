import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit prints, has stamped and scans before it locks its list, and its record of local publicity. */
export class ListSheets1700000040400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(): Promise<void> {
    throw new Error('list sheets are not dropped: restore a backup');
  }
}

const tables = `
  create table entries.list_sheet (
    programme_id uuid not null references programmes.programme (id),
    unit_id uuid not null references identity.organisation (id),
    number integer not null check (number > 0),
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    content jsonb not null,
    generated_at timestamptz not null,
    generated_by uuid references identity.person (id),
    scan_key text unique,
    scan_name text check (length(scan_name) between 1 and 200),
    scan_media_type text,
    scan_size bigint,
    scan_sha256 text check (scan_sha256 ~ '^[0-9a-f]{64}$'),
    scanned_at timestamptz,
    scanned_by uuid references identity.person (id),
    primary key (programme_id, unit_id, number),
    check ((scan_key is null) = (scan_name is null) and (scan_key is null) = (scan_media_type is null)
      and (scan_key is null) = (scan_size is null) and (scan_key is null) = (scan_sha256 is null)
      and (scan_key is null) = (scanned_at is null))
  );

  create table entries.local_publicity (
    programme_id uuid not null references programmes.programme (id),
    unit_id uuid not null references identity.organisation (id),
    place text not null check (length(place) between 1 and 200),
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    objections integer not null check (objections >= 0),
    outcome text not null check (length(outcome) between 1 and 1000),
    version integer not null check (version > 0),
    updated_at timestamptz not null,
    updated_by uuid references identity.person (id),
    primary key (programme_id, unit_id)
  );
`;

const policiesOf = (table: string): string => `
  alter table entries.${table} enable row level security, force row level security;
  create policy ${table}_system on entries.${table}
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy ${table}_of_unit on entries.${table}
    using (platform.role() = 'prefecture-officer' and unit_id = platform.organisation())
    with check (platform.role() = 'prefecture-officer' and unit_id = platform.organisation());
  create policy ${table}_of_locked_list on entries.${table} for select
    using (platform.role() in ('programme-admin', 'supervisor') and exists (
      select from entries.list_lock l where l.programme_id = ${table}.programme_id and l.unit_id = ${table}.unit_id));
`;

const rights = `
  grant select, insert, update on entries.list_sheet, entries.local_publicity to linxuan_app;
  ${policiesOf('list_sheet')}
  ${policiesOf('local_publicity')}
`;
