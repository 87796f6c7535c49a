/** A judge's own sheets, and only once the round is open: that a sheet exists is told to nobody before. */
export const sheetPolicies = `
  alter table judging.score_sheet enable row level security;
  alter table judging.score_sheet force row level security;
  create policy system_all on judging.score_sheet
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy judge_reads_own on judging.score_sheet for select
    using (platform.role() = 'judge' and person_id = platform.person()
      and exists (select from judging.round r where r.id = round_id and r.state in ('open', 'closed')));
  create policy judge_writes_own on judging.score_sheet for update
    using (platform.role() = 'judge' and person_id = platform.person()
      and exists (select from judging.round r where r.id = round_id and r.state = 'open'))
    with check (platform.role() = 'judge' and person_id = platform.person());
  create policy admin_reads on judging.score_sheet for select
    using (platform.role() = 'programme-admin');
  create policy admin_assigns on judging.score_sheet for insert
    with check (platform.role() = 'programme-admin' and state = 'assigned');
  create policy admin_takes_back on judging.score_sheet for update
    using (platform.role() = 'programme-admin' and state in ('assigned', 'draft'))
    with check (platform.role() = 'programme-admin' and state in ('recused', 'void'));
  create policy admin_assigns_anew on judging.score_sheet for delete
    using (platform.role() = 'programme-admin' and state = 'assigned'
      and exists (select from judging.round r where r.id = round_id and r.state = 'assigned'));
  create policy supervisor_reads_closed on judging.score_sheet for select
    using (platform.role() = 'supervisor'
      and exists (select from judging.round r where r.id = round_id and r.state = 'closed'));
`;

/** Content: a judge's own; for those who run and supervise the selection after the closing only. */
export const contentPolicies = (table: string): string => `
  alter table judging.${table} enable row level security;
  alter table judging.${table} force row level security;
  create policy system_all on judging.${table}
    using (platform.role() = 'system') with check (platform.role() = 'system');
  create policy judge_own on judging.${table}
    using (platform.role() = 'judge' and exists (select from judging.score_sheet s
      where s.id = sheet_id and s.person_id = platform.person()))
    with check (platform.role() = 'judge' and exists (select from judging.score_sheet s
      where s.id = sheet_id and s.person_id = platform.person()));
  create policy staff_reads_closed on judging.${table} for select
    using (platform.role() in ('programme-admin', 'supervisor')
      and exists (select from judging.score_sheet s join judging.round r on r.id = s.round_id
        where s.id = sheet_id and r.state = 'closed'));
`;

export const listPolicies = `
  alter table judging.judge enable row level security;
  alter table judging.judge force row level security;
  create policy staff_all on judging.judge
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
  create policy judge_own on judging.judge
    using (platform.role() = 'judge' and person_id = platform.person())
    with check (platform.role() = 'judge' and person_id = platform.person());

  alter table judging.conflict enable row level security;
  alter table judging.conflict force row level security;
  create policy staff_all on judging.conflict
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
  create policy judge_own on judging.conflict
    using (platform.role() = 'judge' and exists (select from judging.judge j
      where j.id = judge_id and j.person_id = platform.person()))
    with check (platform.role() = 'judge' and source = 'declared'
      and exists (select from judging.judge j where j.id = judge_id and j.person_id = platform.person()));

  alter table judging.listed_entry enable row level security;
  alter table judging.listed_entry force row level security;
  create policy staff_all on judging.listed_entry
    using (platform.role() in ('system', 'programme-admin'))
    with check (platform.role() in ('system', 'programme-admin'));
  create policy judge_of_category on judging.listed_entry for select
    using (platform.role() = 'judge' and exists (select from judging.judge j
      where j.person_id = platform.person() and j.programme_id = listed_entry.programme_id
        and j.category_id = listed_entry.category_id and j.state = 'accepted'));
`;

export const blindCopyPolicy = `
  create policy judge_with_sheet on entries.blind_copy for select
    using (platform.role() = 'judge' and exists (
      select from judging.score_sheet s join judging.round r on r.id = s.round_id
      where s.entry_id = blind_copy.entry_id and s.person_id = platform.person()
        and s.state not in ('recused', 'void') and r.state in ('open', 'closed')));
`;
