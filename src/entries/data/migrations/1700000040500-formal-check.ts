import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The officer's findings on the list of the formal check, and corrections that the province asks for. */
export class FormalCheck1700000040500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(corrections);
    await runner.query(titleKeys);
    await runner.query(marks);
    await runner.query(correctionPolicies);
  }

  async down(): Promise<void> {
    throw new Error('findings and corrections are not dropped: restore a backup');
  }
}

/** What is said of `recommended` in the checks of states is from now on said of `correcting` too. */
const corrections = `
  alter table entries.entry
    add correction_due_at timestamptz,
    add corrected_at timestamptz;

  do $$
  declare old record;
  begin
    for old in
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = 'entries.entry'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%''recommended''::text%'
    loop
      execute format('alter table entries.entry drop constraint %I', old.name);
      execute format('alter table entries.entry add constraint %I %s', old.name,
        replace(old.definition, '''recommended''::text', '''recommended''::text, ''correcting''::text'));
    end loop;
  end $$;

  alter table entries.entry add constraint entry_corrected_in_time
    check ((state = 'correcting') = (correction_due_at is not null));
`;

/** A title without its spaces and marks, by which the same case is found again. */
const titleKeys = `
  alter table entries.entry add title_key text generated always as (
    translate(lower(title), ' \u3000“”‘’"''「」『』—–-－·・,，.。、:：;；!！?？()（）《》〈〉【】[]', '')
  ) stored;
  create index entry_title_key on entries.entry (title_key) where case_no is not null;
`;

const marks = `
  create table entries.check_mark (
    entry_id uuid not null references entries.entry (id),
    item text not null check (length(item) between 1 and 40),
    verdict text not null check (verdict in ('fits', 'fails')),
    note text not null check (length(note) <= 1000),
    version integer not null check (version > 0),
    by uuid references identity.person (id),
    at timestamptz not null,
    primary key (entry_id, item),
    check (verdict = 'fits' or note <> '')
  );
  grant select, insert, update on entries.check_mark to linxuan_app;
  alter table entries.check_mark enable row level security, force row level security;

  create policy check_mark_system on entries.check_mark
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy check_mark_seen on entries.check_mark for select
    using (platform.role() in ('programme-admin', 'supervisor'));
  create policy check_mark_added on entries.check_mark for insert
    with check (platform.role() = 'programme-admin'
      and exists (select from entries.entry e where e.id = entry_id));
  create policy check_mark_changed on entries.check_mark for update
    using (platform.role() = 'programme-admin') with check (platform.role() = 'programme-admin');
`;

const inCorrection = `platform.role() = 'prefecture-officer' and exists (
    select from entries.entry e where e.id = entry_id and e.state = 'correcting'
      and e.prefecture_id = platform.organisation())`;

/** The province says what to correct; the recommending unit may correct it beside the unit itself. */
const correctionPolicies = `
  create policy remark_by_province on entries.remark for insert
    with check (platform.role() = 'programme-admin' and exists (
      select from entries.entry e where e.id = entry_id));
  create policy remark_closed_by_province on entries.remark for update
    using (platform.role() = 'programme-admin') with check (platform.role() = 'programme-admin');
  create policy remark_resolved_by_prefecture on entries.remark for update
    using (platform.role() = 'prefecture-officer' and exists (
      select from entries.entry e where e.id = entry_id and e.prefecture_id = platform.organisation()))
    with check (platform.role() = 'prefecture-officer');
  ${['entry_field', 'attachment']
    .map(
      (table) => `
  create policy ${table}_added_in_correction on entries.${table} for insert with check (${inCorrection});
  create policy ${table}_corrected on entries.${table} for update
    using (${inCorrection}) with check (${inCorrection});`,
    )
    .join('\n')}
`;
