import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of letters: one for each event, person and kind, sent once. */
export class Notifications1700000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema notifications;
      grant usage on schema notifications to linxuan_app;

      create table notifications.letter (
        id uuid primary key,
        event_id uuid not null,
        person_id uuid not null references identity.person (id),
        kind text not null,
        programme_id uuid references programmes.programme (id),
        params jsonb not null,
        state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
        created_at timestamptz not null,
        sent_at timestamptz,
        unique (event_id, person_id, kind),
        check ((state = 'sent') = (sent_at is not null))
      );
      create index letter_programme on notifications.letter (programme_id, kind, state);
      grant select, insert on notifications.letter to linxuan_app;
      grant update (state, sent_at) on notifications.letter to linxuan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the ledger of letters is not dropped: restore a backup');
  }
}
