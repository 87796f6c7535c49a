import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries that a unit does not recommend, its own time for corrections, what was handed in, and unlocking. */
export class UnitDecisions1700000040510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(decisions);
    await runner.query(submissions);
    await runner.query(unlocking);
  }

  async down(): Promise<void> {
    throw new Error('what was decided and handed in is not dropped: restore a backup');
  }
}

/** What is said of `returned` in the checks of states is from now on said of `declined` too. */
const decisions = `
  do $$
  declare old record;
  begin
    for old in
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = 'entries.entry'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%''returned''::text%'
    loop
      execute format('alter table entries.entry drop constraint %I', old.name);
      execute format('alter table entries.entry add constraint %I %s', old.name,
        replace(old.definition, '''returned''::text', '''returned''::text, ''declined''::text'));
    end loop;
  end $$;

  alter table entries.entry
    add declined_reason text check (length(declined_reason) between 2 and 1000),
    add return_due_at timestamptz,
    add constraint entry_declined_for_a_reason
      check ((state = 'declined') = (declined_reason is not null)),
    add constraint entry_waited_for_when_returned check (state = 'returned' or return_due_at is null);
`;

const submissions = `
  create table entries.submission (
    entry_id uuid not null references entries.entry (id),
    number integer not null check (number > 0),
    at timestamptz not null,
    by uuid references identity.person (id),
    content jsonb not null,
    primary key (entry_id, number)
  );
  grant select, insert on entries.submission to linxuan_app;
  alter table entries.submission enable row level security, force row level security;

  create policy submission_system on entries.submission
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy submission_seen on entries.submission for select
    using (exists (select from entries.entry e where e.id = entry_id));
  create policy submission_added on entries.submission for insert
    with check (platform.role() in ('submitter', 'county-officer', 'prefecture-officer') and exists (
      select from entries.entry e where e.id = entry_id
        and platform.organisation() in (e.unit_id, e.prefecture_id)));
`;

const ofLockedList = (table: string): string => `
  drop policy ${table}_of_locked_list on entries.${table};
  create policy ${table}_of_locked_list on entries.${table} for select
    using (platform.role() in ('programme-admin', 'supervisor') and exists (
      select from entries.list_lock l where l.programme_id = ${table}.programme_id
        and l.unit_id = ${table}.unit_id and l.unlocked_at is null));
`;

/** A list that was opened again keeps its old locks; one at most holds. */
const unlocking = `
  alter table entries.list_lock
    add unlocked_at timestamptz,
    add unlocked_by uuid references identity.person (id),
    add unlocked_reason text check (length(unlocked_reason) between 2 and 500),
    add constraint list_lock_opened_for_a_reason
      check ((unlocked_at is null) = (unlocked_reason is null)),
    drop constraint list_lock_pkey,
    add primary key (programme_id, unit_id, locked_at);
  create unique index list_lock_holding on entries.list_lock (programme_id, unit_id)
    where unlocked_at is null;
  grant update (unlocked_at, unlocked_by, unlocked_reason) on entries.list_lock to linxuan_app;
  ${['list_sheet', 'local_publicity'].map(ofLockedList).join('\n')}
`;
