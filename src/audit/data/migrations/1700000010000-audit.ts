import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit lines and their seals: the application may add and read, nobody may change. */
export class Audit1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema audit;
      grant usage on schema audit to linxuan_app;

      create table audit.line (
        id uuid primary key,
        at timestamptz not null,
        person_id uuid,
        organisation_id uuid,
        role text not null,
        event text not null,
        payload jsonb not null,
        transaction_id xid8 not null default pg_current_xact_id()
      );
      create index line_at on audit.line (at, id);
      create index line_event on audit.line (event, at);
      create trigger line_is_append_only before update or delete or truncate on audit.line
        for each statement execute function platform.refuse_change();
      grant select, insert on audit.line to linxuan_app;

      create table audit.seal (
        position bigint primary key check (position > 0),
        line_id uuid not null unique references audit.line (id),
        hash text not null check (hash ~ '^[0-9a-f]{64}$')
      );
      create trigger seal_is_append_only before update or delete or truncate on audit.seal
        for each statement execute function platform.refuse_change();
      grant select, insert on audit.seal to linxuan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('an audit record is not dropped: restore a backup');
  }
}
