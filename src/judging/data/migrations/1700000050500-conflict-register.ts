import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conflicts get a life of their own: proposed, confirmed, dismissed or pinned, with who decided and why. */
export class ConflictRegister1700000050500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table judging.conflict
        drop constraint conflict_kind_check,
        drop constraint conflict_source_check,
        drop constraint conflict_state_check,
        add check (kind in ('same-unit', 'same-prefecture', 'own-unit-in-category', 'took-part',
          'employer', 'kin', 'teacher-student', 'co-author', 'grievance', 'other')),
        add check (source in ('computed', 'declared', 'reported', 'administrator')),
        add check (state in ('proposed', 'confirmed', 'dismissed', 'pinned')),
        add column version integer not null default 1,
        add column decided_at timestamptz,
        add column decided_by uuid references identity.person (id),
        add column decision_note text,
        add check ((decided_at is null) = (decided_by is null)),
        add check (state <> 'dismissed' or decision_note is not null);
      grant update (state, version, decided_at, decided_by, decision_note) on judging.conflict
        to linxuan_app;
      -- A judge adds what they declare and changes nothing.
      create policy staff_decide on judging.conflict as restrictive for update
        using (platform.role() in ('system', 'programme-admin'));
      create function judging.refuse_pinned_conflict() returns trigger language plpgsql as $$ begin
        raise exception 'conflict % is pinned', old.id using errcode = '42501';
      end $$;
      create trigger conflict_pinned_is_final before update or delete on judging.conflict
        for each row when (old.state = 'pinned') execute function judging.refuse_pinned_conflict();
    `);
  }

  async down(): Promise<void> {
    throw new Error('decisions on conflicts are not dropped: restore a backup');
  }
}
