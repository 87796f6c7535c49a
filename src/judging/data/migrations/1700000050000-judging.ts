import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  blindCopyPolicy,
  contentPolicies,
  listPolicies,
  sheetPolicies,
} from './judging-policies.js';

const judges = `
  create table judging.judge (
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    person_id uuid not null references identity.person (id),
    category_id uuid not null references programmes.category (id),
    unit_id uuid not null references identity.organisation (id),
    prefecture_id uuid references identity.organisation (id),
    code text not null check (code ~ '^[A-Z0-9]{1,8}-[0-9]{2,3}$'),
    state text not null check (state in ('invited', 'accepted', 'declined', 'withdrawn')),
    reason text,
    version integer not null default 1,
    invited_at timestamptz not null,
    answered_at timestamptz,
    unique (programme_id, person_id),
    unique (programme_id, code)
  );
  create index judge_person on judging.judge (person_id);

  create table judging.conflict (
    id uuid primary key,
    judge_id uuid not null references judging.judge (id),
    entry_id uuid not null references entries.entry (id),
    kind text not null check (kind in ('same-unit', 'same-prefecture', 'employer', 'kin',
      'teacher-student', 'co-author', 'grievance', 'other')),
    source text not null check (source in ('computed', 'declared', 'administrator')),
    state text not null default 'confirmed' check (state = 'confirmed'),
    note text,
    at timestamptz not null,
    unique (judge_id, entry_id, kind)
  );
  create index conflict_entry on judging.conflict (entry_id);

  -- What accepted judges of a category may read to declare conflicts, before they know what is theirs.
  create table judging.listed_entry (
    entry_id uuid primary key references entries.entry (id),
    programme_id uuid not null references programmes.programme (id),
    category_id uuid not null references programmes.category (id),
    blind_code text not null,
    title text not null,
    unique (programme_id, blind_code)
  );
`;

const rounds = `
  create table judging.round (
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    position integer not null check (position > 0),
    name text not null,
    state text not null check (state in ('preparing', 'assigned', 'open', 'closed')),
    per_entry integer not null check (per_entry > 0),
    version integer not null default 1,
    opened_at timestamptz,
    closes_at timestamptz,
    closed_at timestamptz,
    unique (programme_id, position),
    check ((state in ('open', 'closed')) = (opened_at is not null and closes_at is not null)),
    check ((state = 'closed') = (closed_at is not null))
  );
  create unique index one_round_at_a_time on judging.round (programme_id) where state <> 'closed';

  create table judging.assignment_run (
    id uuid primary key,
    round_id uuid not null references judging.round (id),
    number integer not null check (number > 0),
    kind text not null check (kind in ('assignment', 'repair')),
    seed text not null,
    input_hash text not null,
    pairs_hash text not null,
    pair_count integer not null,
    load_min integer not null,
    load_max integer not null,
    at timestamptz not null,
    by uuid,
    unique (round_id, number)
  );
`;

const sheets = `
  create table judging.score_sheet (
    id uuid primary key,
    round_id uuid not null references judging.round (id),
    entry_id uuid not null references entries.entry (id),
    judge_id uuid not null references judging.judge (id),
    person_id uuid not null references identity.person (id),
    state text not null check (state in ('assigned', 'draft', 'signed', 'recused', 'void')),
    version integer not null default 1,
    signed_at timestamptz,
    void_reason text,
    unique (round_id, entry_id, judge_id),
    check ((state = 'signed') = (signed_at is not null)),
    check ((state = 'void') = (void_reason is not null))
  );
  create index score_sheet_judge on judging.score_sheet (judge_id, round_id);
  create index score_sheet_person on judging.score_sheet (person_id);
  create index score_sheet_entry on judging.score_sheet (entry_id);

  create table judging.score (
    sheet_id uuid not null references judging.score_sheet (id),
    criterion_key text not null,
    -- Hundredths of a point; null is no score, never zero.
    value integer check (value >= 0),
    version integer not null default 1,
    primary key (sheet_id, criterion_key)
  );

  -- The rest of what a judge writes; apart from the sheet, so that whoever may see the sheet's state
  -- does not see its content.
  create table judging.opinion (
    sheet_id uuid primary key references judging.score_sheet (id),
    comment text not null default '',
    comment_version integer not null default 0,
    recommendation text check (recommendation in ('strong', 'yes', 'reserve', 'no')),
    recommendation_version integer not null default 0,
    total integer
  );
`;

/** A signature is final, also for a program with a fault. */
const guards = `
  create function judging.refuse_signed_sheet() returns trigger language plpgsql as $$ begin
    if old.state = 'signed' then
      raise exception 'score sheet % is signed', old.id using errcode = '42501';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger score_sheet_signed_is_final before update or delete on judging.score_sheet
    for each row execute function judging.refuse_signed_sheet();

  create function judging.refuse_closed_content() returns trigger language plpgsql as $$
  declare sheet uuid := coalesce(new.sheet_id, old.sheet_id);
  begin
    if not exists (select from judging.score_sheet
        where id = sheet and state in ('assigned', 'draft')) then
      raise exception 'score sheet % takes no more', sheet using errcode = '42501';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger score_of_open_sheet before insert or update or delete on judging.score
    for each row execute function judging.refuse_closed_content();
  create trigger opinion_of_open_sheet before insert or update or delete on judging.opinion
    for each row execute function judging.refuse_closed_content();
`;

const grants = `
  grant select, insert, update on judging.judge, judging.round to linxuan_app;
  grant select, insert on judging.conflict, judging.assignment_run, judging.listed_entry to linxuan_app;
  grant select, insert, delete on judging.score_sheet to linxuan_app;
  grant update (state, version, signed_at, void_reason) on judging.score_sheet to linxuan_app;
  grant select, insert, update on judging.score, judging.opinion to linxuan_app;
`;

/** Judges, conflicts, rounds, assignments, score sheets and what is written on them. */
export class Judging1700000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema judging; grant usage on schema judging to linxuan_app;');
    for (const part of [judges, rounds, sheets, guards, grants, sheetPolicies])
      await runner.query(part);
    for (const table of ['score', 'opinion']) await runner.query(contentPolicies(table));
    await runner.query(listPolicies);
    await runner.query(blindCopyPolicy);
  }

  async down(): Promise<void> {
    throw new Error('score sheets are not dropped: restore a backup');
  }
}
