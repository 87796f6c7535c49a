import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A judge's flag 稍后再评 and note on a sheet: theirs alone, so that not even the system may read them. */
export class PrivateMarks1700000050600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table judging.private_mark (
        sheet_id uuid primary key references judging.score_sheet (id),
        flagged boolean not null default false,
        note text not null default '' check (char_length(note) <= 4000),
        note_version integer not null default 0
      );
      grant select, insert, update on judging.private_mark to linxuan_app;
      alter table judging.private_mark enable row level security;
      alter table judging.private_mark force row level security;
      create policy judge_own on judging.private_mark
        using (platform.role() = 'judge' and exists (select from judging.score_sheet s
          where s.id = sheet_id and s.person_id = platform.person()))
        with check (platform.role() = 'judge' and exists (select from judging.score_sheet s
          where s.id = sheet_id and s.person_id = platform.person()));
    `);
  }

  async down(): Promise<void> {
    throw new Error('what judges noted is not dropped: restore a backup');
  }
}
