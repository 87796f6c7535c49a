import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a judge last wrote on a sheet, and since when it has all its scores: how far they are, never what they wrote. */
const times = `
  alter table judging.score_sheet add column touched_at timestamptz, add column scored_at timestamptz;
  grant update (touched_at, scored_at) on judging.score_sheet to linxuan_app;
`;

/** Whoever follows a round hears that it moved, whichever process moved it. Equal notices of a transaction are one. */
const notices = `
  create function judging.tell_of_round() returns trigger language plpgsql as $$ begin
    perform pg_notify('linxuan_changes', 'round:' || new.round_id);
    return null;
  end $$;
  create trigger score_sheet_is_new after insert on judging.score_sheet
    for each row execute function judging.tell_of_round();
  create trigger score_sheet_moves after update on judging.score_sheet for each row
    when (old.state <> new.state or (old.scored_at is null) <> (new.scored_at is null))
    execute function judging.tell_of_round();

  create function judging.tell_of_itself() returns trigger language plpgsql as $$ begin
    perform pg_notify('linxuan_changes', 'round:' || new.id);
    return null;
  end $$;
  create trigger round_moves after update on judging.round
    for each row execute function judging.tell_of_itself();
`;

export class Monitor1700000050400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [times, notices]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('score sheets are not changed back: restore a backup');
  }
}
