import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Released lists. What was released never changes; only that its page was written is added. */
export class Announcement1700000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema announcement;
      grant usage on schema announcement to linxuan_app;

      create table announcement.release (
        id uuid primary key,
        programme_id uuid not null references programmes.programme (id),
        slug text not null,
        kind text not null check (kind in ('notice', 'final')),
        number int not null check (number > 0),
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        ends_at timestamptz not null,
        unit text not null check (unit in ('workday', 'calendar-day')),
        amount int not null check (amount > 0),
        count_first_day boolean not null,
        contact text not null check (length(contact) <= 300),
        content jsonb not null,
        fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
        released_by uuid not null references identity.person (id),
        released_at timestamptz not null,
        page_key text,
        written_at timestamptz,
        unique (programme_id, kind, number),
        check ((page_key is null) = (written_at is null)),
        check (kind = 'notice' or released_at >= ends_at)
      );
      create index release_newest on announcement.release (released_at desc);
      grant select, insert on announcement.release to linxuan_app;
      grant update (page_key, written_at) on announcement.release to linxuan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was announced is not dropped: restore a backup');
  }
}
