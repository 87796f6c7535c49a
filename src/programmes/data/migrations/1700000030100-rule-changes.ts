import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes of open rules: proposed by one person, confirmed by another. A frozen row moves only to what
 * a confirmed change says, one revision at a time.
 */
export class RuleChanges1700000030100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(rights);
    await runner.query(freeze);
  }

  async down(): Promise<void> {
    throw new Error('changes of rules are not dropped: restore a backup');
  }
}

const table = `
  alter table programmes.programme add column rules_revision integer not null default 1
    check (rules_revision > 0);

  create table programmes.rule_change (
    id uuid primary key,
    programme_id uuid not null references programmes.programme (id),
    state text not null check (state in ('proposed', 'confirmed', 'rejected', 'taken-back')),
    reason text not null check (length(reason) between 1 and 500),
    before jsonb not null,
    after jsonb not null check (after <> before),
    base_revision integer not null,
    base_fingerprint text not null check (base_fingerprint ~ '^[0-9a-f]{64}$'),
    proposed_by uuid not null references identity.person (id),
    proposed_at timestamptz not null,
    decided_by uuid references identity.person (id),
    decided_at timestamptz,
    decision_reason text check (length(decision_reason) between 1 and 500),
    fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
    base_text text,
    text text,
    check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check ((state = 'confirmed') = (fingerprint is not null)
      and (fingerprint is null) = (base_text is null) and (fingerprint is null) = (text is null)),
    check ((state = 'rejected') = (decision_reason is not null)),
    constraint rule_change_by_two check (state not in ('confirmed', 'rejected') or decided_by <> proposed_by),
    constraint rule_change_taken_back_by_proposer check (state <> 'taken-back' or decided_by = proposed_by)
  );
  create unique index rule_change_one_open on programmes.rule_change (programme_id) where state = 'proposed';
  create unique index rule_change_one_a_revision on programmes.rule_change (programme_id, base_revision)
    where state = 'confirmed';
  create index rule_change_newest on programmes.rule_change (programme_id, proposed_at desc);
`;

const rights = `
  grant select, insert on programmes.rule_change to linxuan_app;
  grant update (state, decided_by, decided_at, decision_reason, fingerprint, base_text, text)
    on programmes.rule_change to linxuan_app;
  alter table programmes.rule_change enable row level security, force row level security;
  create policy rule_change_staff on programmes.rule_change
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
  create policy rule_change_supervised on programmes.rule_change for select
    using (platform.role() = 'supervisor');
  create function programmes.refuse_decided_change() returns trigger language plpgsql as $$ begin
    raise exception 'change % was decided', old.id using errcode = '42501';
  end $$;
  create trigger rule_change_is_final before update or delete on programmes.rule_change
    for each row when (old.state <> 'proposed') execute function programmes.refuse_decided_change();
`;

const freeze = `
  create function programmes.is_confirmed(old programmes.programme, new programmes.programme)
    returns boolean language sql stable as $$
    select new.rules_revision = old.rules_revision + 1
      and (old.slug, old.year, old.config - 'publicity', old.config_version, old.opened_at)
        is not distinct from (new.slug, new.year, new.config - 'publicity', new.config_version, new.opened_at)
      and exists (select from programmes.rule_change c where c.programme_id = new.id
        and c.state = 'confirmed' and c.base_revision = old.rules_revision
        and c.base_fingerprint = old.rules_fingerprint and c.fingerprint = new.rules_fingerprint
        and c.after ->> 'name' = new.name and c.after -> 'publicity' = new.config -> 'publicity'
        and (c.after #>> '{windows,submission,opensAt}')::timestamptz = new.submission_opens_at
        and (c.after #>> '{windows,submission,closesAt}')::timestamptz = new.submission_closes_at
        and (c.after #>> '{windows,recommendation,opensAt}')::timestamptz = new.recommendation_opens_at
        and (c.after #>> '{windows,recommendation,closesAt}')::timestamptz = new.recommendation_closes_at
        and (c.after #>> '{windows,judging,opensAt}')::timestamptz = new.judging_opens_at
        and (c.after #>> '{windows,judging,closesAt}')::timestamptz = new.judging_closes_at)
  $$;

  create or replace function programmes.keep_rules() returns trigger language plpgsql as $$
  begin
    if old.state <> 'draft' and (old.slug, old.name, old.year, old.config, old.config_version,
        old.rules_fingerprint, old.rules_revision, old.opened_at, old.submission_opens_at,
        old.submission_closes_at, old.recommendation_opens_at, old.recommendation_closes_at,
        old.judging_opens_at, old.judging_closes_at)
      is distinct from (new.slug, new.name, new.year, new.config, new.config_version,
        new.rules_fingerprint, new.rules_revision, new.opened_at, new.submission_opens_at,
        new.submission_closes_at, new.recommendation_opens_at, new.recommendation_closes_at,
        new.judging_opens_at, new.judging_closes_at)
      and not programmes.is_confirmed(old, new)
    then raise exception 'the rules of an open selection are frozen' using errcode = '42501';
    end if;
    return new;
  end $$;
`;
