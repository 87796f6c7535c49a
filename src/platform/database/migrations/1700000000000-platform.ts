import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application role, the outbox, the movable clock of rehearsals and the mail catcher. */
export class Platform1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        create role linxuan_app nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant linxuan_app to current_user;
      create schema platform;
      grant usage on schema platform to linxuan_app;

      create table platform.outbox (
        id uuid primary key,
        name text not null,
        payload jsonb not null,
        recorded_at timestamptz not null,
        pending text[] not null,
        added_at timestamptz,
        failed_at timestamptz,
        failure text
      );
      create index outbox_pending on platform.outbox (recorded_at) where cardinality(pending) > 0;
      grant select, insert, update on platform.outbox to linxuan_app;

      create table platform.rehearsal_clock (
        only_row boolean primary key default true check (only_row),
        shift interval not null
      );
      insert into platform.rehearsal_clock (shift) values (interval '0');
      grant select, update on platform.rehearsal_clock to linxuan_app;

      create table platform.demo_seed (
        only_row boolean primary key default true check (only_row),
        finished_at timestamptz
      );
      grant select on platform.demo_seed to linxuan_app;

      create table platform.caught_mail (
        message_id text primary key,
        recipient text not null,
        subject text not null,
        body text not null,
        caught_at timestamptz not null default clock_timestamp(),
        deliveries integer not null default 1
      );
      create index caught_mail_recipient on platform.caught_mail (recipient, caught_at);
      grant select, insert, update on platform.caught_mail to linxuan_app;

      create function platform.person() returns uuid language sql stable
        as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
      create function platform.organisation() returns uuid language sql stable
        as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
      create function platform.role() returns text language sql stable
        as $$ select coalesce(nullif(current_setting('app.role', true), ''), 'nobody') $$;

      create function platform.refuse_change() returns trigger language plpgsql
        as $$ begin raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the first migration is not taken back: restore a backup');
  }
}
