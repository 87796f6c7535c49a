import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  create table tally.run (
    -- The outbox row that asked for it, so that asking twice is one run.
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    round_id uuid not null references judging.round (id),
    number integer not null check (number > 0),
    state text not null check (state in ('computing', 'complete', 'verified', 'rejected')),
    rule_version text not null,
    input_text text,
    input_hash text check (input_hash ~ '^[0-9a-f]{64}$'),
    output_text text,
    output_hash text check (output_hash ~ '^[0-9a-f]{64}$'),
    -- Entries whose order the rules leave open across the cut line: [{category, entries}].
    unresolved jsonb not null default '[]',
    started_at timestamptz not null,
    completed_at timestamptz,
    unique (programme_id, number),
    check ((state = 'computing') = (completed_at is null)),
    check ((completed_at is null) = (output_hash is null)),
    check (num_nulls(input_text, input_hash, output_text, output_hash) in (0, 4)),
    check (state <> 'verified' or unresolved = '[]')
  );
  create unique index one_verified_run on tally.run (programme_id) where state = 'verified';

  create table tally.category_result (
    run_id uuid not null references tally.run (id),
    category_id uuid not null references programmes.category (id),
    input_text text not null,
    input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
    output_text text not null,
    output_hash text not null check (output_hash ~ '^[0-9a-f]{64}$'),
    primary key (run_id, category_id)
  );

  create table tally.entry_result (
    run_id uuid not null,
    category_id uuid not null,
    entry_id uuid not null references entries.entry (id),
    rank integer not null check (rank > 0),
    -- Rounded to two decimals for reading; the order was decided on unrounded values.
    score numeric(7, 2) not null check (score >= 0),
    -- The award tier's code; null when not selected.
    tier text,
    primary key (run_id, entry_id),
    foreign key (run_id, category_id) references tally.category_result (run_id, category_id)
  );

  create table tally.verification (
    run_id uuid not null references tally.run (id),
    person_id uuid not null references identity.person (id),
    decision text not null check (decision in ('confirm', 'reject')),
    reason text check ((decision = 'reject') = (reason is not null)),
    at timestamptz not null,
    primary key (run_id, person_id, decision)
  );

  create table tally.selection (
    run_id uuid not null,
    entry_id uuid not null,
    category_id uuid not null references programmes.category (id),
    rank integer not null check (rank > 0),
    tier text not null,
    score text not null,
    primary key (run_id, entry_id),
    foreign key (run_id, entry_id) references tally.entry_result (run_id, entry_id)
  );
`;

const appendOnly = ['category_result', 'entry_result', 'verification', 'selection'];

/** A run is completed once and then judged once; what it computed never changes. */
const guards = `
  ${appendOnly
    .map(
      (table) => `create trigger ${table}_is_append_only before update or delete or truncate
        on tally.${table} for each statement execute function platform.refuse_change();`,
    )
    .join('\n')}

  create function tally.refuse_step_back() returns trigger language plpgsql as $$ begin
    if (old.state, new.state) not in
        (('computing', 'complete'), ('complete', 'verified'), ('complete', 'rejected'))
      or (old.id, old.programme_id, old.round_id, old.number, old.rule_version, old.started_at)
        is distinct from (new.id, new.programme_id, new.round_id, new.number, new.rule_version, new.started_at)
      or old.state = 'complete' and (old.input_text, old.output_text, old.input_hash, old.output_hash,
          old.unresolved, old.completed_at)
        is distinct from (new.input_text, new.output_text, new.input_hash, new.output_hash,
          new.unresolved, new.completed_at) then
      raise exception 'tally run % only goes forward', old.id using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger run_goes_forward before update on tally.run
    for each row execute function tally.refuse_step_back();
  create trigger run_stays before delete or truncate on tally.run
    for each statement execute function platform.refuse_change();
`;

/** Before the announcement results are known to those who run and supervise the selection alone. */
const rights = ['run', ...appendOnly]
  .map(
    (table) => `
  grant select, insert on tally.${table} to linxuan_app;
  alter table tally.${table} enable row level security, force row level security;
  create policy ${table}_seen on tally.${table} for select
    using (platform.role() in ('system', 'programme-admin', 'supervisor'));
  create policy ${table}_added on tally.${table} for insert
    with check (platform.role() in ('system', 'programme-admin'));`,
  )
  .join('\n');

const runRights = `
  grant update (state, input_text, input_hash, output_text, output_hash, unresolved, completed_at)
    on tally.run to linxuan_app;
  create policy run_changed on tally.run for update
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
`;

/** For reporting: the newest run that was computed to the end, unless it was rejected. */
const reporting = `
  create view tally.reporting_result with (security_invoker = true) as
    select run.programme_id, run.id as run_id, result.entry_id, result.category_id, result.score,
      result.tier is not null as selected
    from tally.run run join tally.entry_result result on result.run_id = run.id
    where run.state in ('complete', 'verified') and not exists (select from tally.run newer
      where newer.programme_id = run.programme_id and newer.number > run.number
        and newer.state <> 'computing');
  grant select on tally.reporting_result to linxuan_app;
`;

/** Runs of the tally, what they computed, who confirmed them and what was thereby selected. */
export class Tally1700000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema tally; grant usage on schema tally to linxuan_app;');
    for (const part of [tables, guards, rights, runRights, reporting]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('results are not dropped: restore a backup');
  }
}
