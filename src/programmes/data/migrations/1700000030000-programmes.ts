import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Selections, their categories and places. Triggers keep the rules as they were at the opening. */
export class Programmes1700000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(freeze);
  }

  async down(): Promise<void> {
    throw new Error('selections are not dropped: restore a backup');
  }
}

const tables = `
  create schema programmes;
  grant usage on schema programmes to linxuan_app;

  create table programmes.programme (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
    name text not null check (length(name) between 1 and 80),
    year integer not null check (year between 2000 and 2100),
    state text not null check (state in ('draft', 'collecting', 'checking', 'judging', 'tallied',
      'verified', 'notice', 'announced')),
    config jsonb not null check (jsonb_typeof(config) = 'object'),
    config_version integer not null,
    rules_fingerprint text check (rules_fingerprint ~ '^[0-9a-f]{64}$'),
    version integer not null check (version > 0),
    submission_opens_at timestamptz not null,
    submission_closes_at timestamptz not null,
    recommendation_opens_at timestamptz not null,
    recommendation_closes_at timestamptz not null,
    judging_opens_at timestamptz not null,
    judging_closes_at timestamptz not null,
    created_by uuid references identity.person (id),
    created_at timestamptz not null,
    opened_at timestamptz,
    constraint programme_windows check (submission_opens_at < submission_closes_at
      and submission_closes_at <= recommendation_closes_at
      and submission_opens_at <= recommendation_opens_at
      and recommendation_opens_at < recommendation_closes_at
      and recommendation_closes_at <= judging_opens_at
      and judging_opens_at < judging_closes_at),
    constraint programme_frozen_once_open check ((state = 'draft') = (rules_fingerprint is null)
      and (state = 'draft') = (opened_at is null))
  );
  create index programme_newest on programmes.programme (created_at desc, id desc);

  create table programmes.category (
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    code text not null,
    name text not null,
    rubric_key text not null,
    position integer not null check (position > 0),
    unique (programme_id, code),
    unique (programme_id, position),
    unique (programme_id, id)
  );

  create table programmes.quota (
    programme_id uuid not null references programmes.programme (id),
    category_id uuid not null,
    unit_id uuid not null references identity.organisation (id),
    places integer not null check (places between 0 and 999),
    primary key (programme_id, category_id, unit_id),
    foreign key (programme_id, category_id) references programmes.category (programme_id, id)
  );

  grant select, insert, update on all tables in schema programmes to linxuan_app;
  grant delete on programmes.quota to linxuan_app;
`;

const freeze = `
  create function programmes.keep_rules() returns trigger language plpgsql as $$
  begin
    if old.state <> 'draft' and (old.slug, old.name, old.year, old.config, old.config_version,
        old.rules_fingerprint, old.opened_at, old.submission_opens_at, old.submission_closes_at,
        old.recommendation_opens_at, old.recommendation_closes_at, old.judging_opens_at, old.judging_closes_at)
      is distinct from (new.slug, new.name, new.year, new.config, new.config_version,
        new.rules_fingerprint, new.opened_at, new.submission_opens_at, new.submission_closes_at,
        new.recommendation_opens_at, new.recommendation_closes_at, new.judging_opens_at, new.judging_closes_at)
    then raise exception 'the rules of an open selection are frozen' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger keep_rules before update on programmes.programme
    for each row execute function programmes.keep_rules();

  create function programmes.keep_parts() returns trigger language plpgsql as $$
  declare part record := coalesce(new, old);
  begin
    if exists (select from programmes.programme where id = part.programme_id and state <> 'draft')
    then raise exception '% of an open selection is frozen', tg_table_name using errcode = '42501';
    end if;
    return part;
  end $$;
  create trigger keep_categories before insert or update or delete on programmes.category
    for each row execute function programmes.keep_parts();
  create trigger keep_places before insert or update or delete on programmes.quota
    for each row execute function programmes.keep_parts();
`;
