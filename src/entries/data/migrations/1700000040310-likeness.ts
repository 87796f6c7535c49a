import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the search for copies knows: texts, the hashes by which they are found, and pairs that are alike. */
export class Likeness1700000040310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(): Promise<void> {
    throw new Error('the search for copies is not dropped: restore a backup');
  }
}

const tables = `
  create table entries.likeness_text (
    entry_id uuid primary key references entries.entry (id),
    no integer generated always as identity unique,
    text text not null,
    folded text not null,
    indexed_at timestamptz not null
  );

  -- One row a fingerprint: read by hash, rewritten by text.
  create table entries.likeness_print (
    hash integer not null,
    no integer not null references entries.likeness_text (no),
    primary key (hash, no)
  );
  create index likeness_print_text on entries.likeness_print (no);

  create table entries.likeness_pair (
    entry_id uuid not null references entries.entry (id),
    other_id uuid not null references entries.entry (id) check (other_id <> entry_id),
    share integer not null check (share between 0 and 1000),
    primary key (entry_id, other_id)
  );
`;

/** A pair is seen by whoever sees both entries: a stranger's copy tells nobody of the stranger. */
const rights = `
  grant select, insert, update, delete on entries.likeness_text, entries.likeness_print,
    entries.likeness_pair to linxuan_app;
  alter table entries.likeness_text enable row level security, force row level security;
  alter table entries.likeness_print enable row level security, force row level security;
  alter table entries.likeness_pair enable row level security, force row level security;
  create policy likeness_text_system on entries.likeness_text
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy likeness_text_seen on entries.likeness_text for select
    using (exists (select from entries.entry e where e.id = entry_id));
  create policy likeness_print_system on entries.likeness_print
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy likeness_pair_system on entries.likeness_pair
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy likeness_pair_seen on entries.likeness_pair for select
    using (exists (select from entries.entry e where e.id = entry_id)
      and exists (select from entries.entry e where e.id = other_id));
`;
