import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  -- A due time of a sheet's own, where it was given or opened again late.
  alter table judging.score_sheet add column due_at timestamptz;
  grant update (due_at) on judging.score_sheet to linxuan_app;

  -- That a signed sheet be opened again: asked by one person, confirmed by another.
  create table judging.unlock (
    id uuid primary key,
    round_id uuid not null references judging.round (id),
    sheet_id uuid not null references judging.score_sheet (id),
    entry_id uuid not null references entries.entry (id),
    judge_id uuid not null references judging.judge (id),
    judge_code text not null,
    reason text not null check (reason ~ '[^[:space:]]'),
    state text not null check (state in ('requested', 'confirmed', 'dismissed')),
    version integer not null default 1,
    requested_by uuid not null references identity.person (id),
    requested_at timestamptz not null,
    decided_by uuid references identity.person (id),
    decided_at timestamptz,
    check ((state = 'requested') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check (state <> 'confirmed' or decided_by <> requested_by)
  );
  create unique index one_unlock_at_a_time on judging.unlock (sheet_id) where state = 'requested';
  create index unlock_round on judging.unlock (round_id);

  -- What a sheet said when it was signed before: kept for good when it is opened again.
  create table judging.earlier_signature (
    sheet_id uuid not null references judging.score_sheet (id),
    version integer not null,
    signed_at timestamptz not null,
    reopened_at timestamptz not null,
    reopened_by uuid references identity.person (id),
    unlock_id uuid unique references judging.unlock (id),
    -- {scores: {criterion: hundredths}, comment, recommendation, total}
    content jsonb not null,
    primary key (sheet_id, version)
  );
`;

const guards = `
  create trigger earlier_signature_is_append_only before update or delete or truncate
    on judging.earlier_signature for each statement execute function platform.refuse_change();

  create function judging.refuse_decided_unlock() returns trigger language plpgsql as $$ begin
    raise exception 'unlock % is decided', old.id using errcode = '42501';
  end $$;
  create trigger unlock_decided_is_final before update on judging.unlock
    for each row when (old.state <> 'requested') execute function judging.refuse_decided_unlock();
  create trigger unlock_stays before delete or truncate on judging.unlock
    for each statement execute function platform.refuse_change();

  -- A signed sheet opens again only where what was signed has been kept.
  create or replace function judging.refuse_signed_sheet() returns trigger language plpgsql as $$ begin
    if old.state = 'signed' and not (tg_op = 'UPDATE' and new.state = 'draft' and exists (
        select from judging.earlier_signature earlier
        where earlier.sheet_id = old.id and earlier.version = old.version)) then
      raise exception 'score sheet % is signed', old.id using errcode = '42501';
    end if;
    return coalesce(new, old);
  end $$;
`;

/** Content of an earlier signature is as sealed as the sheet's own. */
const rights = `
  grant select, insert, update on judging.unlock to linxuan_app;
  grant select, insert on judging.earlier_signature to linxuan_app;

  alter table judging.unlock enable row level security, force row level security;
  create policy staff_reads on judging.unlock for select
    using (platform.role() in ('system', 'programme-admin', 'supervisor'));
  create policy admin_asks on judging.unlock for insert
    with check (platform.role() = 'programme-admin' and state = 'requested'
      and requested_by = platform.person());
  create policy admin_decides on judging.unlock for update
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));

  alter table judging.earlier_signature enable row level security, force row level security;
  create policy system_all on judging.earlier_signature
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy judge_own on judging.earlier_signature for select
    using (platform.role() = 'judge' and exists (select from judging.score_sheet s
      where s.id = sheet_id and s.person_id = platform.person()));
  create policy judge_keeps_own on judging.earlier_signature for insert
    with check (platform.role() = 'judge' and exists (select from judging.score_sheet s
      where s.id = sheet_id and s.person_id = platform.person()));
  create policy staff_reads_closed on judging.earlier_signature for select
    using (platform.role() in ('programme-admin', 'supervisor')
      and exists (select from judging.score_sheet s join judging.round r on r.id = s.round_id
        where s.id = sheet_id and r.state = 'closed'));
`;

/** A signed sheet can be opened again by two people; what was signed is kept. */
export class Unlocking1700000050300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, guards, rights]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('earlier signatures are not dropped: restore a backup');
  }
}
