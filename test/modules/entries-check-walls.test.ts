import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '../../src/platform/database/database.js';
import type { Actor } from '../../src/platform/database/tx.js';
import { Programmes } from '../../src/programmes/public-api.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { soundEntry } from '../support/entries.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let admin: Client;
let person: string;
let correcting: string;
let waiting: string;

const as = (role: string, code: string): Actor =>
  actorOf(role, organisations.get(code) ?? '', person);
/** Runs SQL as the application role for an actor: no guard, no use case, only the database. */
const sql = <Rows>(actor: Actor, statement: string, values: unknown[]): Promise<Rows> =>
  house.database.transaction(actor, (tx) => tx.manager.query<Rows>(statement, values));
const refusal = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(() => 'done', sqlState);
const mark = (actor: Actor, id: string): Promise<string | undefined> =>
  refusal(
    sql(
      actor,
      `insert into entries.check_mark (entry_id, item, verdict, note, version, at)
       values ($1, 'words', 'fits', '', 1, now())`,
      [id],
    ),
  );

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmeId = await openProgramme(admin, [
    { organisationCode: '430100', categoryCode: 'DY', places: 50 },
  ]);
  person = await personIn(house, 'submitter', organisations.get('430102-01') ?? '');
  waiting = await soundEntry(house, organisations, { programmeId });
  correcting = await soundEntry(house, organisations, {
    programmeId,
    state: 'correcting',
    correctionDueAt: new Date('2020-08-18T09:00:00Z'),
  });
  await house.database.transaction({ role: 'system', organisationId: null, personId: null }, (tx) =>
    house.app.get(Programmes, { strict: false }).advance(tx, programmeId, 'check'),
  );
});
afterAll(() => house.close());

describe('the database alone', () => {
  it('lets the province find, its supervisor read, and nobody else know of it', async () => {
    expect(await mark(as('programme-admin', '430000'), waiting)).toBe('done');
    const seen = async (role: string, code: string): Promise<number> =>
      (
        await sql<unknown[]>(
          as(role, code),
          'select item from entries.check_mark where entry_id = $1',
          [waiting],
        )
      ).length;
    expect(await seen('programme-admin', '430000')).toBe(1);
    expect(await seen('supervisor', '430000')).toBe(1);
    for (const [role, code] of [
      ['submitter', '430102-01'],
      ['county-officer', '430102'],
      ['prefecture-officer', '430100'],
      ['judge', '430202'],
    ] as const) {
      expect([role, await seen(role, code)]).toEqual([role, 0]);
      expect([role, await mark(as(role, code), correcting)]).toEqual([role, '42501']);
    }
    expect(await mark(as('supervisor', '430000'), correcting)).toBe('42501');
  });

  it('lets a prefecture write in an entry of its schools only while a correction is waited for', async () => {
    const write = (id: string, code = '430100'): Promise<string | undefined> =>
      refusal(
        sql(
          as('prefecture-officer', code),
          `insert into entries.entry_field (entry_id, key, value, version, updated_at)
           values ($1, 'written-by-${code}', '1', 1, now())`,
          [id],
        ),
      );
    expect(await write(correcting)).toBe('done');
    expect(await write(waiting)).toBe('42501');
    expect(await write(correcting, '430200')).toBe('42501');
  });

  it.each([
    [
      'a fault without a reason',
      `insert into entries.check_mark values ($1, 'files', 'fails', '', 1, null, now())`,
    ],
    [
      'a finding that nobody knows',
      `insert into entries.check_mark values ($1, 'files', 'maybe', 'x', 1, null, now())`,
    ],
    [
      'a correction without its time',
      `update entries.entry set state = 'correcting' where id = $1`,
    ],
    [
      'a time without a correction',
      `update entries.entry set correction_due_at = now() where id = $1`,
    ],
  ])('refuses %s', async (_what, statement) => {
    expect(await refusal(system(house, statement, [waiting]))).toBe('23514');
  });
});

describe('the formal check', () => {
  const url = '/api/entries/formal-check';
  const act = () => ({ programmeId, action: 'accept', confirmsOpen: true });
  type Row = { id: string; version: number; code: string | null };
  const look = async () => {
    const { fingerprint, rows } = (await admin.post(`${url}/selection/preview`, act())).body;
    const seen = (rows as Row[]).map(({ id, version, code }) => ({ id, version, code }));
    return { ...act(), fingerprint, seen };
  };

  it('asks the database as often for forty entries as for two', async () => {
    const ask = () =>
      countQueries(house.database.source, () => admin.get(`${url}?programmeId=${programmeId}`));
    const few = await ask();
    for (let n = 0; n < 38; n++) await soundEntry(house, organisations, { programmeId });
    expect(await ask()).toBe(few);
  });

  it('does one of two bulk acts that were sent at the same moment', async () => {
    const wanted = await look();
    const replies = await Promise.all([
      admin.post(`${url}/selection`, wanted),
      admin.post(`${url}/selection`, wanted),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const codes = await system<{ code: string; count: number }>(
      house,
      `select blind_code as code, count(*)::int as count from entries.entry
       where programme_id = $1 and state = 'accepted' group by blind_code`,
      [programmeId],
    );
    expect(codes).toHaveLength(39);
  });
});
