import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  -- What a judge finds wrong with what they were given to read, and what was done about it.
  create table judging.material_problem (
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    sheet_id uuid not null references judging.score_sheet (id),
    entry_id uuid not null references entries.entry (id),
    person_id uuid not null references identity.person (id),
    judge_code text not null,
    kind text not null
      check (kind in ('unreadable', 'missing', 'identity', 'category', 'copied', 'other')),
    note text not null check (note ~ '[^[:space:]]'),
    state text not null check (state in ('open', 'settled')),
    version integer not null default 1,
    reported_at timestamptz not null,
    answer text check (answer ~ '[^[:space:]]'),
    settled_by uuid references identity.person (id),
    settled_at timestamptz,
    check ((state = 'settled') = (answer is not null)),
    check ((answer is null) = (settled_at is null)),
    check ((answer is null) = (settled_by is null))
  );
  create index material_problem_programme on judging.material_problem (programme_id, state);
  create index material_problem_sheet on judging.material_problem (sheet_id);

  create function judging.refuse_settled_problem() returns trigger language plpgsql as $$ begin
    raise exception 'problem % is settled', old.id using errcode = '42501';
  end $$;
  create trigger settled_problem_is_final before update on judging.material_problem
    for each row when (old.state = 'settled') execute function judging.refuse_settled_problem();
  create trigger material_problem_stays before delete or truncate on judging.material_problem
    for each statement execute function platform.refuse_change();
`;

const rights = `
  grant select, insert on judging.material_problem to linxuan_app;
  grant update (state, version, answer, settled_by, settled_at) on judging.material_problem
    to linxuan_app;
  alter table judging.material_problem enable row level security, force row level security;
  create policy staff_reads on judging.material_problem for select
    using (platform.role() in ('system', 'programme-admin', 'supervisor'));
  create policy admin_settles on judging.material_problem for update
    using (platform.role() = 'programme-admin') with check (platform.role() = 'programme-admin');
  create policy judge_reads_own on judging.material_problem for select
    using (platform.role() = 'judge' and person_id = platform.person());
  create policy judge_reports on judging.material_problem for insert
    with check (platform.role() = 'judge' and person_id = platform.person() and state = 'open'
      and exists (select from judging.score_sheet s where s.id = sheet_id and s.entry_id = entry_id
        and s.person_id = platform.person()));
`;

/** Judges report problems of the material; administrators answer. */
export class MaterialProblems1700000050800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, rights]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('reported problems are not dropped: restore a backup');
  }
}
