import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the files of entries say, for the scan for names; and which findings somebody set aside. */
export class FileTexts1700000040300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error('file texts are not dropped: restore a backup');
  }
}

const tables = `
  create table entries.file_text (
    attachment_id uuid primary key references entries.attachment (id),
    entry_id uuid not null references entries.entry (id),
    text text not null,
    properties jsonb not null check (jsonb_typeof(properties) = 'object'),
    read_at timestamptz not null
  );
  create index file_text_entry on entries.file_text (entry_id);
  grant select, insert, update on entries.file_text to linxuan_app;
  alter table entries.file_text enable row level security, force row level security;
  create policy file_text_system on entries.file_text
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy file_text_seen on entries.file_text for select
    using (exists (select from entries.entry e where e.id = entry_id));
`;
