import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
  create table judging.expert (
    id uuid primary key,
    name text not null check (name <> ''),
    gender text check (gender in ('female', 'male')),
    birth_year integer check (birth_year between 1900 and 2099),
    organisation_id uuid not null references identity.organisation (id),
    prefecture_id uuid references identity.organisation (id),
    workplace text not null,
    kind text not null
      check (kind in ('front-line', 'university', 'research', 'office', 'retired', 'other')),
    title text not null,
    post text not null,
    political text not null,
    expertise text[] not null,
    categories text[] not null,
    years integer check (years between 0 and 99),
    honours text not null,
    recommender text not null,
    phone text not null,
    email text not null,
    state text not null check (state in ('active', 'paused', 'removed')),
    reason text,
    version integer not null default 1,
    updated_at timestamptz not null,
    check (state = 'active' or reason is not null)
  );
  create unique index expert_email on judging.expert (lower(email));
  create index expert_name on judging.expert (name, id);
  grant select, insert, update on judging.expert to linxuan_app;

  alter table judging.expert enable row level security;
  alter table judging.expert force row level security;
  create policy staff_all on judging.expert
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
`;

/** The pool of experts 专家库: people with telephones and birthdays, for those who run selections alone. */
export class Experts1700000050100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table judging.expert');
  }
}
