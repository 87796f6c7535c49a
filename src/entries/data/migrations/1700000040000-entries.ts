import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries with their fields, files and remarks, the units' locked lists and the blind copies. */
export class Entries1700000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(entryPolicies);
    await runner.query(partPolicies);
    await runner.query(reporting);
  }

  async down(): Promise<void> {
    throw new Error('entries are not dropped: restore a backup');
  }
}

const tables = `
  create schema entries;
  grant usage on schema entries to linxuan_app;

  create table entries.entry (
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    category_id uuid not null,
    unit_id uuid not null references identity.organisation (id),
    county_id uuid references identity.organisation (id),
    prefecture_id uuid not null references identity.organisation (id),
    title text not null check (length(title) between 1 and 200),
    state text not null check (state in ('draft', 'submitted', 'returned', 'endorsed',
      'recommended', 'accepted', 'rejected', 'withdrawn')),
    version integer not null check (version > 0),
    rank integer check (rank > 0),
    receipt_no text unique,
    submitted_at timestamptz,
    case_no text,
    blind_code text unique,
    rejected_reason text,
    rejected_note text,
    withdrawn_reason text,
    created_by uuid not null references identity.person (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    foreign key (programme_id, category_id) references programmes.category (programme_id, id),
    unique (programme_id, case_no),
    constraint entry_rank_in_unit unique (programme_id, category_id, prefecture_id, rank)
      deferrable initially immediate,
    constraint entry_ranked_once_endorsed check (
      case when state in ('endorsed', 'recommended', 'accepted', 'rejected') then rank is not null
        when state in ('draft', 'submitted', 'returned') then rank is null else true end),
    constraint entry_numbered_once_recommended check (
      case when state in ('recommended', 'accepted', 'rejected') then case_no is not null
        when state = 'withdrawn' then true else case_no is null end),
    constraint entry_blind_once_accepted check (state <> 'accepted' or blind_code is not null),
    constraint entry_received check (
      state in ('draft', 'withdrawn') or (submitted_at is not null and receipt_no is not null)),
    constraint entry_rejected_for_a_reason check ((state = 'rejected') = (rejected_reason is not null))
  );
  create index entry_unit on entries.entry (unit_id, created_at desc, id desc);
  create index entry_prefecture on entries.entry (prefecture_id, created_at desc, id desc);
  create index entry_county on entries.entry (county_id, created_at desc, id desc);
  create index entry_programme on entries.entry (programme_id, state, case_no);

  create table entries.entry_field (
    entry_id uuid not null references entries.entry (id),
    key text not null,
    value jsonb not null,
    version integer not null check (version > 0),
    updated_by uuid references identity.person (id),
    updated_at timestamptz not null,
    primary key (entry_id, key)
  );

  create table entries.remark (
    id uuid primary key,
    entry_id uuid not null references entries.entry (id),
    position integer not null check (position > 0),
    field_key text,
    text text not null check (length(text) between 1 and 1000),
    by uuid references identity.person (id),
    at timestamptz not null,
    resolved_at timestamptz
  );
  create index remark_entry on entries.remark (entry_id, at);

  create table entries.attachment (
    id uuid primary key,
    entry_id uuid not null references entries.entry (id),
    rule_key text not null,
    position integer not null check (position > 0),
    file_name text not null check (length(file_name) between 1 and 200),
    media_type text not null,
    size bigint not null check (size >= 0),
    sha256 text not null check (sha256 ~ '^([0-9a-f]{64})?$'),
    storage_key text not null unique,
    derivative_key text unique,
    derivative_size bigint,
    derivative_media_type text,
    state text not null check (state in ('checking', 'ready', 'refused')),
    refusal text,
    uploaded_by uuid references identity.person (id),
    uploaded_at timestamptz not null,
    removed_at timestamptz,
    check ((state = 'ready') <= (sha256 <> '')),
    check ((derivative_key is null) = (derivative_size is null)
      and (derivative_key is null) = (derivative_media_type is null))
  );
  create index attachment_entry on entries.attachment (entry_id, rule_key, position);

  create table entries.list_lock (
    programme_id uuid not null references programmes.programme (id),
    unit_id uuid not null references identity.organisation (id),
    locked_at timestamptz not null,
    locked_by uuid references identity.person (id),
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    primary key (programme_id, unit_id)
  );

  create table entries.blind_copy (
    entry_id uuid primary key references entries.entry (id),
    blind_code text not null unique,
    title text not null,
    abstract text not null,
    sections jsonb not null check (jsonb_typeof(sections) = 'array'),
    files jsonb not null check (jsonb_typeof(files) = 'array'),
    written_at timestamptz not null
  );
`;

const rights = `
  grant select, insert, update on entries.entry, entries.entry_field, entries.remark,
    entries.attachment, entries.blind_copy to linxuan_app;
  grant select, insert on entries.list_lock to linxuan_app;

  alter table entries.entry enable row level security, force row level security;
  alter table entries.entry_field enable row level security, force row level security;
  alter table entries.remark enable row level security, force row level security;
  alter table entries.attachment enable row level security, force row level security;
  alter table entries.list_lock enable row level security, force row level security;
  alter table entries.blind_copy enable row level security, force row level security;
`;

/**
 * A unit reaches its own entries; those above it what was ever handed in; the province what a locked
 * list recommended. A judge reaches none.
 */
const entryPolicies = `
  create policy entry_system on entries.entry
    using (platform.role() = 'system') with check (platform.role() = 'system');

  create policy entry_of_own_unit on entries.entry
    using (platform.role() in ('submitter', 'county-officer', 'prefecture-officer')
      and unit_id = platform.organisation())
    with check (platform.role() in ('submitter', 'county-officer', 'prefecture-officer')
      and unit_id = platform.organisation());

  create policy entry_in_county on entries.entry for select
    using (platform.role() = 'county-officer'
      and county_id = platform.organisation() and submitted_at is not null);

  create policy entry_in_prefecture on entries.entry for select
    using (platform.role() = 'prefecture-officer'
      and prefecture_id = platform.organisation() and submitted_at is not null);
  create policy entry_in_prefecture_changed on entries.entry for update
    using (platform.role() = 'prefecture-officer'
      and prefecture_id = platform.organisation() and submitted_at is not null)
    with check (prefecture_id = platform.organisation() and submitted_at is not null);

  create policy entry_recommended on entries.entry for select
    using (platform.role() in ('programme-admin', 'supervisor') and case_no is not null);
  create policy entry_recommended_changed on entries.entry for update
    using (platform.role() = 'programme-admin' and case_no is not null)
    with check (case_no is not null);
`;

/** Parts are seen by whoever sees their entry, and written by its own unit alone. */
const partPolicies = `
  ${['entry_field', 'remark', 'attachment'].map(seenWithEntry).join('\n')}
  ${['entry_field', 'attachment'].map(writtenByUnit).join('\n')}

  create policy remark_by_prefecture on entries.remark for insert
    with check (platform.role() = 'prefecture-officer' and exists (
      select from entries.entry e where e.id = entry_id and e.prefecture_id = platform.organisation()));
  create policy remark_resolved on entries.remark for update
    using (exists (select from entries.entry e where e.id = entry_id and e.unit_id = platform.organisation()))
    with check (exists (select from entries.entry e where e.id = entry_id and e.unit_id = platform.organisation()));

  create policy list_lock_system on entries.list_lock
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy list_lock_seen on entries.list_lock for select
    using (platform.role() in ('programme-admin', 'supervisor')
      or (platform.role() = 'prefecture-officer' and unit_id = platform.organisation()));
  create policy list_lock_by_unit on entries.list_lock for insert
    with check (platform.role() = 'prefecture-officer' and unit_id = platform.organisation());

  -- Judges get their policy from judging, which alone knows who holds a sheet.
  create policy blind_copy_system on entries.blind_copy
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy blind_copy_admin on entries.blind_copy
    using (platform.role() = 'programme-admin') with check (platform.role() = 'programme-admin');
`;

function seenWithEntry(table: string): string {
  return `
  create policy ${table}_system on entries.${table}
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy ${table}_seen on entries.${table} for select
    using (exists (select from entries.entry e where e.id = entry_id));`;
}

function writtenByUnit(table: string): string {
  const own = `platform.role() in ('submitter', 'county-officer', 'prefecture-officer') and exists (
      select from entries.entry e where e.id = entry_id and e.unit_id = platform.organisation())`;
  return `
  create policy ${table}_added on entries.${table} for insert with check (${own});
  create policy ${table}_changed on entries.${table} for update using (${own}) with check (${own});`;
}

const reporting = `
  create view entries.reporting_entry with (security_invoker = true) as
    select programme_id, category_id, prefecture_id, id as entry_id, state from entries.entry;
  grant select on entries.reporting_entry to linxuan_app;
`;
