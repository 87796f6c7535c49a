import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '../../src/platform/database/database.js';
import type { Actor } from '../../src/platform/database/tx.js';
import { rawEntry } from '../support/entries.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let person: string;
/** Entry ids by what they are. */
const entries: Record<string, string> = {};

const idOf = (code: string): string => organisations.get(code) ?? '';
const as = (role: string, code: string): Actor => actorOf(role, idOf(code), person);
/** Runs SQL as the application role for an actor: no guard, no use case, only the database. */
const sql = <Rows>(actor: Actor, statement: string, values: unknown[] = []): Promise<Rows> =>
  house.database.transaction(actor, (tx) => tx.manager.query<Rows>(statement, values));
const namesOf = (rows: { id: string }[]): string[] =>
  Object.entries(entries)
    .filter(([, id]) => rows.some((row) => row.id === id))
    .map(([name]) => name);
const seenBy = async (actor: Actor): Promise<string[]> =>
  namesOf(await sql<{ id: string }[]>(actor, 'select id from entries.entry'));
const refusal = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(() => 'done', sqlState);

const system: Actor = { role: 'system', organisationId: null, personId: null };
const tables = ['entry_field', 'remark', 'attachment', 'blind_copy'] as const;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(
    await clientIn(house, organisations, 'programme-admin', '430000'),
  );
  person = await personIn(house, 'submitter', idOf('430102-01'));
  const raw = (unitCode: string, more: object): Promise<string> =>
    rawEntry(house, organisations, { programmeId, unitCode, ...more });
  const final = { rank: 1, caseNo: '2020-DY-4301-01' };
  entries['draft'] = await raw('430102-01', { state: 'draft' });
  entries['submitted'] = await raw('430102-01', {});
  entries['accepted'] = await raw('430102-01', {
    state: 'accepted',
    blindCode: 'DY-AAAA',
    ...final,
  });
  entries['prefecture draft'] = await raw('430100', { state: 'draft' });
  entries['elsewhere'] = await raw('430202-01', {});
  for (const id of Object.values(entries)) await fillParts(id);
});
afterAll(() => house.close());

async function fillParts(id: string): Promise<void> {
  const now = '2020-07-02T00:00:00Z';
  await sql(
    system,
    `insert into entries.entry_field (entry_id, key, value, version, updated_at) values ($1, 'effect', '"秘密"', 1, $2)`,
    [id, now],
  );
  await sql(
    system,
    `insert into entries.remark (id, entry_id, position, text, at) values ($1, $2, 1, '秘密', $3)`,
    [randomUUID(), id, now],
  );
  await sql(
    system,
    `insert into entries.attachment (id, entry_id, rule_key, position, file_name, media_type, size, sha256,
       storage_key, state, uploaded_at) values ($1, $2, 'body', 1, 'a', 'b', 1, repeat('a', 64), gen_random_uuid(), 'ready', $3)`,
    [randomUUID(), id, now],
  );
  await sql(
    system,
    `insert into entries.blind_copy (entry_id, blind_code, title, abstract, sections, files, written_at)
     values ($1, gen_random_uuid(), 'a', 'b', '[]', '[]', $2)`,
    [id, now],
  );
}

describe('the database shows', () => {
  it.each<[string, string, string[]]>([
    ['submitter', '430102-01', ['draft', 'submitted', 'accepted']],
    ['submitter', '430102-02', []],
    ['county-officer', '430102', ['submitted', 'accepted']],
    ['county-officer', '430202', ['elsewhere']],
    ['prefecture-officer', '430100', ['submitted', 'accepted', 'prefecture draft']],
    ['prefecture-officer', '430200', ['elsewhere']],
    ['prefecture-officer', '439900', []],
    ['programme-admin', '430000', ['accepted']],
    ['supervisor', '430000', ['accepted']],
    ['judge', '430102-01', []],
    ['judge', '430100', []],
    ['system-admin', '430000', []],
    ['audit-admin', '430000', []],
    ['visitor', '430100', []],
    ['nobody', '430102-01', []],
  ])('a %s of %s: %j', async (role, code, names) => {
    const actor = as(role, code);
    expect(await seenBy(actor)).toEqual(names);
    for (const part of ['entry_field', 'remark', 'attachment'] as const) {
      const rows = await sql<{ id: string }[]>(
        actor,
        `select distinct entry_id as id from entries.${part}`,
      );
      expect(namesOf(rows)).toEqual(names);
    }
    const view = 'select entry_id as id from entries.reporting_entry';
    expect(namesOf(await sql<{ id: string }[]>(actor, view))).toEqual(names);
  });

  it('everything to the system, so that there was something to hide', async () => {
    expect(await seenBy(system)).toEqual(Object.keys(entries));
    for (const table of tables)
      expect(await sql(system, `select count(*)::int as n from entries.${table}`)).toEqual([
        { n: 5 },
      ]);
  });

  it.each([
    ['submitter', '430102-01'],
    ['prefecture-officer', '430100'],
    ['judge', '430102-01'],
    ['supervisor', '430000'],
  ])('no blind copy to a %s of %s', async (role, code) => {
    expect(await sql(as(role, code), 'select * from entries.blind_copy')).toEqual([]);
  });

  it('nothing when the actor was never set', async () => {
    const runner = house.database.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('set local role linxuan_app');
    expect(await runner.query('select * from entries.entry')).toEqual([]);
    await runner.rollbackTransaction();
    await runner.release();
  });
});

describe('the database refuses', () => {
  const change = (actor: Actor, name: string): Promise<[unknown, number]> =>
    sql(actor, `update entries.entry set title = title where id = $1`, [entries[name]]);
  it.each<[string, string, string]>([
    ['submitter', '430102-02', 'draft'],
    ['submitter', '430202-01', 'accepted'],
    ['county-officer', '430102', 'submitted'],
    ['prefecture-officer', '430200', 'submitted'],
    ['prefecture-officer', '430100', 'draft'],
    ['programme-admin', '430000', 'submitted'],
    ['supervisor', '430000', 'accepted'],
    ['judge', '430102-01', 'accepted'],
  ])('a %s of %s to change a %s entry', async (role, code, name) => {
    expect(await change(as(role, code), name)).toEqual([[], 0]);
  });

  it.each<[string, string]>([
    ['submitter', '430102-02'],
    ['county-officer', '430102'],
    ['prefecture-officer', '430100'],
    ['programme-admin', '430000'],
    ['supervisor', '430000'],
    ['judge', '430102-01'],
  ])('a %s of %s to write in an entry of a school', async (role, code) => {
    const actor = as(role, code);
    const id = entries['submitted'];
    const added = sql(
      actor,
      `insert into entries.entry_field (entry_id, key, value, version, updated_at) values ($1, 'x', '1', 1, now())`,
      [id],
    );
    expect(await refusal(added)).toBe('42501');
    for (const part of ['entry_field set value = value', 'attachment set state = state'])
      expect(await sql(actor, `update entries.${part} where entry_id = $1`, [id])).toEqual([[], 0]);
  });

  it('a school to give its entry to another, or to take one from another', async () => {
    const school = as('submitter', '430102-01');
    const away = sql(school, 'update entries.entry set unit_id = $1 where id = $2', [
      idOf('430102-02'),
      entries['draft'],
    ]);
    expect(await refusal(away)).toBe('42501');
    const forged = sql(
      school,
      `insert into entries.entry (id, programme_id, category_id, unit_id, prefecture_id, title, state, version,
         created_by, created_at, updated_at)
       select $1, programme_id, category_id, $2, prefecture_id, title, 'draft', 1, created_by, now(), now()
       from entries.entry where id = $3`,
      [randomUUID(), idOf('430102-02'), entries['draft']],
    );
    expect(await refusal(forged)).toBe('42501');
  });

  it('anybody to delete anything', async () => {
    for (const table of ['entry', ...tables, 'list_lock'])
      expect(await refusal(sql(system, `delete from entries.${table}`))).toBe('42501');
  });

  it('a prefecture to lock the list of another', async () => {
    const locked = sql(
      as('prefecture-officer', '430200'),
      `insert into entries.list_lock values ($1, $2, now(), null, repeat('a', 64))`,
      [programmeId, idOf('430100')],
    );
    expect(await refusal(locked)).toBe('42501');
  });
});

describe('a row never stands in a state it cannot be in', () => {
  it.each([
    ['endorsed without a rank', `state = 'endorsed'`],
    ['submitted with a rank', `rank = 5`],
    ['recommended without a number', `state = 'recommended', rank = 5`],
    ['accepted without a blind code', `state = 'accepted', rank = 5, case_no = 'x'`],
    ['rejected without a reason', `state = 'rejected', rank = 5, case_no = 'x'`],
    ['submitted without a receipt', `receipt_no = null`],
    ['of another state altogether', `state = 'won'`],
  ])('%s', async (_what, change) => {
    const work = sql(system, `update entries.entry set ${change} where id = $1`, [
      entries['submitted'],
    ]);
    expect(await refusal(work)).toBe('23514');
  });

  it('two of a list at one rank', async () => {
    const raw = (): Promise<string> =>
      rawEntry(house, organisations, {
        programmeId,
        unitCode: '430102-02',
        state: 'endorsed',
        rank: 7,
      });
    await raw();
    expect(await refusal(raw())).toBe('23505');
  });
});
