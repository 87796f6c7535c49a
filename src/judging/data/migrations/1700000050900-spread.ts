import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  -- Who decides for a category where an extra judge does not help either.
  alter table judging.judge add column is_chair boolean not null default false;
  create unique index one_chair on judging.judge (programme_id, category_id) where is_chair;

  -- An entry whose judges are far apart, without a figure.
  create table judging.spread_case (
    id uuid primary key,
    round_id uuid not null references judging.round (id),
    entry_id uuid not null references entries.entry (id),
    category_id uuid not null references programmes.category (id),
    state text not null check (state in
      ('rechecking', 'agreed', 'arbitrating', 'settled', 'undecided', 'decided')),
    version integer not null default 1,
    opened_at timestamptz not null,
    -- Until when its judges may look again.
    due_at timestamptz not null,
    extra_sheet_id uuid references judging.score_sheet (id),
    decided_by uuid references identity.person (id),
    decided_at timestamptz,
    reason text,
    unique (round_id, entry_id),
    check ((state = 'decided') = (decided_by is not null and decided_at is not null and reason is not null))
  );

  -- Its figures, in hundredths, as sealed as the scores they come from.
  create table judging.spread_figures (
    case_id uuid primary key references judging.spread_case (id),
    -- Totals in ascending order: when it was found, and now; the extra judge's apart.
    first_totals integer[] not null,
    totals integer[] not null,
    extra_total integer,
    settled_sum integer,
    settled_count integer check (settled_count > 0),
    check ((settled_sum is null) = (settled_count is null))
  );

  -- A judge of such an entry is asked to look again, and told nothing of anybody's score.
  create table judging.second_look (
    sheet_id uuid primary key references judging.score_sheet (id),
    case_id uuid not null references judging.spread_case (id),
    person_id uuid not null references identity.person (id),
    state text not null check (state in ('asked', 'kept', 'changed', 'lapsed')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    answered_at timestamptz,
    reason text,
    check ((state = 'changed') = (reason is not null)),
    check ((state in ('kept', 'changed')) = (answered_at is not null))
  );
  create index second_look_case on judging.second_look (case_id);
`;

const guards = `
  create function judging.refuse_answered_look() returns trigger language plpgsql as $$ begin
    raise exception 'the second look at sheet % is answered', old.sheet_id using errcode = '42501';
  end $$;
  create trigger second_look_answered_is_final before update on judging.second_look
    for each row when (old.state in ('kept', 'changed')) execute function judging.refuse_answered_look();
  create trigger second_look_stays before delete or truncate on judging.second_look
    for each statement execute function platform.refuse_change();

  create function judging.refuse_decided_spread() returns trigger language plpgsql as $$ begin
    raise exception 'spread case % is decided', old.id using errcode = '42501';
  end $$;
  create trigger spread_decided_is_final before update on judging.spread_case
    for each row when (old.state = 'decided') execute function judging.refuse_decided_spread();
  create trigger spread_case_stays before delete or truncate on judging.spread_case
    for each statement execute function platform.refuse_change();
`;

/** While the round is open nobody who runs the selection sees which entries these are: the house acts. */
const rights = `
  grant select, insert, update on judging.spread_case, judging.spread_figures, judging.second_look
    to linxuan_app;

  create function judging.is_chair_of(category uuid) returns boolean language sql stable as $$
    select exists (select from judging.judge j where j.person_id = platform.person()
      and j.category_id = category and j.is_chair and j.state = 'accepted') $$;

  alter table judging.spread_case enable row level security, force row level security;
  create policy system_all on judging.spread_case
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy chair_reads on judging.spread_case for select
    using (platform.role() = 'judge' and state in ('undecided', 'decided')
      and judging.is_chair_of(category_id));
  create policy staff_reads_closed on judging.spread_case for select
    using (platform.role() in ('programme-admin', 'supervisor')
      and exists (select from judging.round r where r.id = round_id and r.state = 'closed'));

  alter table judging.spread_figures enable row level security, force row level security;
  create policy system_all on judging.spread_figures
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy read_with_case on judging.spread_figures for select
    using (exists (select from judging.spread_case c where c.id = case_id));

  alter table judging.second_look enable row level security, force row level security;
  create policy system_all on judging.second_look
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy judge_own on judging.second_look for select
    using (platform.role() = 'judge' and person_id = platform.person());
  create policy judge_answers on judging.second_look for update
    using (platform.role() = 'judge' and person_id = platform.person() and state = 'asked')
    with check (platform.role() = 'judge' and person_id = platform.person()
      and state in ('kept', 'changed'));
  create policy staff_reads_closed on judging.second_look for select
    using (platform.role() in ('programme-admin', 'supervisor')
      and exists (select from judging.spread_case c where c.id = case_id));

  -- The chair reads the entry whose judges they have to bring together.
  create policy chair_of_spread on entries.blind_copy for select
    using (platform.role() = 'judge' and exists (select from judging.spread_case c
      where c.entry_id = blind_copy.entry_id));
`;

/** Judges far apart look again, an extra judge is called, the chair decides. */
export class Spread1700000050900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, guards, rights]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('spread cases are not dropped: restore a backup');
  }
}
