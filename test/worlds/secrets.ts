import { randomUUID } from 'node:crypto';
import type { House } from '../support/house.js';
import type { Observer } from './observers.js';
import type { Phase } from './phases.js';

/** One fact in which two worlds differ, and who may know it. */
export type Secret = {
  readonly name: string;
  readonly phases: readonly Phase[];
  /** Makes the second world differ; run by the owner of the tables, past every trigger. */
  readonly change: string;
  /** Who may see the difference. */
  readonly told: readonly Observer[];
};

const managers = ['programme-admin'] as const;
const staff = ['programme-admin', 'supervisor'] as const;

/** Rows of the judging by the judge whose code stands at this place, from 0. */
const judgeAt = (place: number): string =>
  `(select id from judging.judge where code like 'DY%' order by code offset ${place} limit 1)`;

const anOpenSheet = `(select s.id from judging.score_sheet s where s.judge_id = ${judgeAt(0)} and s.state = 'draft'
  order by s.id limit 1)`;

/** One more entry like the one that a unit handed in. */
const copyOfEntry = (unitCode: string): string => `
  insert into entries.entry (id, title, receipt_no, ${entryColumns})
  select '${randomUUID()}', '另一个案例', 'R-one-more', ${entryColumns} from entries.entry
  where state = 'submitted' and unit_id = (select id from identity.organisation where code = '${unitCode}')
  limit 1`;

const entryColumns = `programme_id, category_id, unit_id, county_id, prefecture_id, state, version, submitted_at,
  created_by, created_at, updated_at`;

export const secrets: readonly Secret[] = [
  {
    name: 'a selection is being prepared',
    phases: ['draft'],
    change: `update programmes.programme set name = '秘密的遴选', version = version + 1`,
    told: staff,
  },
  {
    name: 'another prefecture has one more entry',
    phases: ['collecting'],
    change: copyOfEntry('430202-01'),
    told: ['officer of another prefecture', ...staff],
  },
  {
    name: 'what a neighbouring school writes',
    phases: ['collecting'],
    change: `update entries.entry e set title = '改了的题目', version = version + 1, updated_at = updated_at + interval '1 hour'
      from identity.organisation u where u.id = e.unit_id and u.code = '430102-02'`,
    told: ['county officer', 'prefecture officer', ...staff],
  },
  {
    name: 'the order of another prefecture',
    phases: ['checking'],
    change: `update entries.entry e set rank = 10 - rank
      from identity.organisation u where u.id = e.prefecture_id and u.code = '430200'`,
    told: ['officer of another prefecture', ...staff],
  },
  {
    name: 'who hands in an entry that is judged',
    phases: ['judging', 'closed'],
    change: `update entries.entry e set unit_id = o.id from identity.organisation u, identity.organisation o
      where u.id = e.unit_id and u.code = '430102-02' and o.code = '430102-01'`,
    told: ['submitter', 'county officer', 'prefecture officer', ...staff],
  },
  {
    name: 'who judges which entry',
    phases: ['assigned', 'judging'],
    change: `with pair as (
        select a.id as a, b.id as b, a.judge_id as ja, b.judge_id as jb, a.person_id as pa, b.person_id as pb
        from judging.score_sheet a join judging.score_sheet b
          on b.round_id = a.round_id and b.entry_id <> a.entry_id and b.judge_id > a.judge_id
        where a.state = 'assigned' and b.state = 'assigned'
          and not exists (select from judging.score_sheet x where x.entry_id = b.entry_id and x.judge_id = a.judge_id)
          and not exists (select from judging.score_sheet x where x.entry_id = a.entry_id and x.judge_id = b.judge_id)
        order by a.id, b.id limit 1)
      update judging.score_sheet s set
        judge_id = case when s.id = pair.a then pair.jb else pair.ja end,
        person_id = case when s.id = pair.a then pair.pb else pair.pa end
      from pair where s.id in (pair.a, pair.b)`,
    told: ['judge', 'colleague', 'third judge', 'conflicted judge', ...managers],
  },
  {
    name: 'that somebody is a judge at all',
    phases: ['assigned', 'judging', 'closed'],
    change: `insert into judging.judge select (jsonb_populate_record(j, jsonb_build_object(
        'id', '${randomUUID()}', 'code', 'DY-99', 'state', 'invited',
        'person_id', (select p.id from identity.person p where not exists
          (select from judging.judge x where x.person_id = p.id) order by p.id limit 1)))).*
      from judging.judge j order by j.code limit 1`,
    told: [...managers],
  },
  {
    name: 'a score in draft',
    phases: ['judging'],
    change: `update judging.score set value = value - 100, version = version + 1 where sheet_id = ${anOpenSheet};
      update judging.score_sheet set version = version + 3 where id = ${anOpenSheet}`,
    told: ['judge'],
  },
  {
    name: 'a signed score',
    phases: ['judging'],
    change: `update judging.score set value = value - 100
        where sheet_id in (select id from judging.score_sheet where state = 'signed');
      update judging.opinion set total = total - 500
        where sheet_id in (select id from judging.score_sheet where state = 'signed')`,
    told: ['colleague'],
  },
  {
    name: 'that a signed sheet shall be opened again',
    phases: ['judging'],
    change: `insert into judging.unlock (id, round_id, sheet_id, entry_id, judge_id, judge_code, reason, state,
        requested_by, requested_at)
      select '${randomUUID()}', s.round_id, s.id, s.entry_id, s.judge_id, 'DY-00', '误填', 'requested', p.id, s.signed_at
      from judging.score_sheet s, identity.person p where s.state = 'signed' order by s.id, p.id limit 1`,
    told: staff,
  },
  {
    name: 'that a judge found something wrong with the material',
    phases: ['judging'],
    change: `insert into judging.material_problem (id, programme_id, sheet_id, entry_id, person_id, judge_code, kind,
        note, state, reported_at)
      select '${randomUUID()}', r.programme_id, s.id, s.entry_id, s.person_id, 'DY-00', 'missing', '缺附件', 'open',
        now() from judging.score_sheet s join judging.round r on r.id = s.round_id where s.id = ${anOpenSheet}`,
    told: ['judge', ...managers],
  },
  {
    name: 'what a judge notes for themselves',
    phases: ['judging', 'closed', 'tallied'],
    change: `update judging.private_mark set note = '结构松散', note_version = note_version + 1, flagged = not flagged;
      insert into judging.private_mark select id, true, '再看一遍', 1 from judging.score_sheet
        where judge_id = ${judgeAt(0)} and id not in (select sheet_id from judging.private_mark)`,
    told: ['judge'],
  },
  {
    name: 'how far a judge is',
    phases: ['judging'],
    change: `delete from judging.score where sheet_id in (select id from judging.score_sheet where judge_id = ${judgeAt(0)});
      update judging.score_sheet set state = 'assigned', version = 1 where judge_id = ${judgeAt(0)}`,
    told: ['judge', ...managers],
  },
  {
    name: 'a score of a closed round',
    phases: ['closed', 'tallied', 'announced'],
    change: `update judging.score set value = value - 50
        where sheet_id = (select id from judging.score_sheet where judge_id = ${judgeAt(1)} order by id limit 1)`,
    told: ['colleague', ...staff],
  },
  {
    name: 'a declared recusal',
    phases: ['assigned', 'judging'],
    change: `insert into judging.conflict select (jsonb_populate_record(c, jsonb_build_object(
        'id', '${randomUUID()}', 'judge_id', ${judgeAt(0)}, 'source', 'declared'))).*
      from judging.conflict c where c.judge_id <> ${judgeAt(0)} order by c.id limit 1`,
    told: ['judge', ...managers],
  },
  {
    name: 'the ranking',
    phases: ['tallied', 'verified', 'notice', 'announced'],
    change: `update tally.category_result set output_text = replace(output_text, '"rank":1,', '"rank":7,');
      update tally.run set output_hash = encode(sha256(output_hash::bytea), 'hex')`,
    told: staff,
  },
  {
    name: 'that somebody confirmed the result',
    phases: ['tallied'],
    change: `insert into tally.verification (run_id, person_id, decision, at)
      select r.id, p.id, 'confirm', r.completed_at from tally.run r, identity.person p order by p.id limit 1`,
    told: staff,
  },
  {
    name: 'who is selected',
    phases: ['verified'],
    change: `update tally.selection s set entry_id = (select r.entry_id from tally.entry_result r where r.run_id = s.run_id
        and r.tier is null order by r.rank limit 1) where s.rank = 2`,
    told: ['programme-admin'],
  },
];

/** Makes `house` differ from its twin in the secret. */
export const tell = (house: House, { change }: Secret): Promise<void> =>
  pastTriggers(house, change.split(';\n'));

/** Runs statements as nobody in the house can: as the owner of the tables, past triggers and policies. */
export async function pastTriggers(house: House, statements: readonly string[]): Promise<void> {
  await house.database.source.transaction(async (manager) => {
    const tables = async (condition: string): Promise<string[]> => {
      const rows = await manager.query<{ name: string }[]>(
        `select oid::regclass::text as name from pg_class where ${condition}`,
      );
      return rows.map(({ name }) => name);
    };
    const triggered = await tables(
      'oid in (select tgrelid from pg_trigger where not tgisinternal)',
    );
    const forced = await tables('relforcerowsecurity');
    const alter = (names: readonly string[], change: string): Promise<unknown> =>
      manager.query(names.map((name) => `alter table ${name} ${change}`).join(';'));
    await alter(triggered, 'disable trigger user');
    await alter(forced, 'no force row level security');
    for (const statement of statements) await manager.query(statement);
    await alter(forced, 'force row level security');
    await alter(triggered, 'enable trigger user');
  });
}
