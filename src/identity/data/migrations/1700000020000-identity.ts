import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, people, their roles, sessions and one-time links. */
export class Identity1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema identity;
      grant usage on schema identity to linxuan_app;

      create table identity.organisation (
        id uuid primary key,
        code text not null unique,
        name text not null,
        short_name text not null,
        kind text not null check (kind in ('province', 'province-direct', 'prefecture', 'county', 'school')),
        parent_id uuid references identity.organisation (id),
        prefecture_id uuid references identity.organisation (id),
        county_id uuid references identity.organisation (id),
        valid_from date not null default '1949-10-01',
        valid_to date check (valid_to > valid_from),
        check ((kind = 'province') = (parent_id is null)),
        check ((kind = 'province') = (prefecture_id is null))
      );
      create index organisation_parent on identity.organisation (parent_id);

      create table identity.person (
        id uuid primary key,
        name text not null check (length(name) between 1 and 60),
        email text not null,
        password_hash text,
        disabled_at timestamptz,
        created_at timestamptz not null
      );
      create unique index person_email on identity.person (lower(email));

      create table identity.role_grant (
        id uuid primary key,
        person_id uuid not null references identity.person (id),
        organisation_id uuid not null references identity.organisation (id),
        role text not null check (role in ('system-admin', 'security-admin', 'audit-admin',
          'programme-admin', 'supervisor', 'prefecture-officer', 'county-officer', 'submitter', 'judge')),
        granted_at timestamptz not null,
        granted_by uuid references identity.person (id),
        revoked_at timestamptz,
        unique (person_id, organisation_id, role)
      );
      create unique index one_administration_each on identity.role_grant (person_id)
        where revoked_at is null and role in ('system-admin', 'security-admin', 'audit-admin');
      create index role_grant_organisation on identity.role_grant (organisation_id, role);

      create table identity.session (
        token_hash text primary key,
        person_id uuid not null references identity.person (id),
        grant_id uuid not null references identity.role_grant (id),
        created_at timestamptz not null default clock_timestamp(),
        last_seen_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz
      );
      create index session_person on identity.session (person_id);

      create table identity.one_time_link (
        token_hash text primary key,
        person_id uuid not null references identity.person (id),
        expires_at timestamptz not null,
        used_at timestamptz
      );

      create table identity.sign_in_failure (
        id bigint generated always as identity primary key,
        account text not null,
        at timestamptz not null default clock_timestamp()
      );
      create index sign_in_failure_account on identity.sign_in_failure (account, at);

      grant select, insert, update on all tables in schema identity to linxuan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('people and organisations are not dropped: restore a backup');
  }
}
