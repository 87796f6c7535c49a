import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run gets a life: asked for, computed, deployed, undone. What the version before deploys stands at once. */
const lives = `
  alter table judging.assignment_run
    add column state text not null default 'deployed' check (state in ('draft', 'computing', 'ready',
      'failed', 'cancelled', 'deployed', 'replaced', 'undone')),
    add column settings jsonb not null default '{}',
    add column steps_done integer not null default 0,
    add column steps_all integer not null default 0,
    add column failure jsonb,
    add column computed_at timestamptz,
    add column deployed_at timestamptz,
    add column undone_at timestamptz,
    add column replaced_by uuid references judging.assignment_run (id),
    alter column input_hash drop not null,
    alter column pairs_hash drop not null,
    alter column pair_count drop not null,
    alter column load_min drop not null,
    alter column load_max drop not null,
    add check (state not in ('ready', 'deployed', 'replaced', 'undone') or pairs_hash is not null),
    add check ((state = 'failed') = (failure is not null)),
    add check ((state = 'replaced') = (replaced_by is not null)),
    add check ((state = 'undone') = (undone_at is not null));

  update judging.assignment_run set computed_at = at, deployed_at = at;
  update judging.assignment_run run set state = 'replaced', replaced_by = newer.id
    from judging.assignment_run newer
    where newer.round_id = run.round_id and newer.kind = 'assignment' and newer.number = (
      select min(number) from judging.assignment_run later
      where later.round_id = run.round_id and later.kind = 'assignment' and later.number > run.number);

  create unique index one_computation_at_a_time on judging.assignment_run (round_id)
    where state in ('draft', 'computing');
  grant update (state, steps_done, steps_all, input_hash, pairs_hash, pair_count, load_min, load_max,
    failure, computed_at, deployed_at, undone_at, replaced_by) on judging.assignment_run to linxuan_app;
`;

const results = `
  create table judging.assignment_result (
    run_id uuid primary key references judging.assignment_run (id),
    problem jsonb not null,
    pairs jsonb,
    prices jsonb,
    before jsonb
  );
  grant select, insert, update on judging.assignment_result to linxuan_app;
`;

/** Who will score what is known to those who run the selection alone. */
const walls = ['assignment_run', 'assignment_result']
  .map(
    (table) => `
  alter table judging.${table} enable row level security;
  alter table judging.${table} force row level security;
  create policy staff_all on judging.${table}
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
`,
  )
  .join('');

/** A result that was deployed stays what it was. */
const guards = `
  create function judging.refuse_other_result() returns trigger language plpgsql as $$ begin
    raise exception 'the result of run % is deployed', old.run_id using errcode = '42501';
  end $$;
  create trigger result_deployed_is_final before update on judging.assignment_result for each row
    when (old.before is not null) execute function judging.refuse_other_result();

  create trigger run_moves after insert or update on judging.assignment_run
    for each row execute function judging.tell_of_round();
`;

export class AssignmentRuns1700000050700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [lives, results, walls, guards]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('assignments are not dropped: restore a backup');
  }
}
