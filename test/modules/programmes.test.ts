import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Programmes } from '../../src/programmes/public-api.js';
import { Refused } from '../../src/platform/refusal/refused.js';
import { systemActor, type Tx } from '../../src/platform/database/tx.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import {
  clientIn,
  draftProgramme,
  openProgramme,
  programmeWindows,
  whileCollecting,
} from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let programmes: Programmes;

const asSystem = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  house.database.transaction(systemActor, work);
const unit = (code: string): string => organisations.get(code) ?? '';

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmes = house.app.get(Programmes, { strict: false });
});
beforeEach(() => house.setClock(whileCollecting));
afterAll(() => house.close());

describe('what other modules are told of a selection', () => {
  it('is its rules, its categories in order and its calendar', async () => {
    const id = await openProgramme(admin);
    const facts = await asSystem((tx) => programmes.find(tx, id));
    expect([facts.name, facts.year, facts.state, facts.version]).toEqual([
      '精品案例遴选',
      2020,
      'collecting',
      3,
    ]);
    expect(facts.config.panel.perEntry).toBe(5);
    expect(facts.categories.map(({ code, position }) => [code, position])).toEqual([
      ['DY', 1],
      ['SD', 2],
      ['JX', 3],
    ]);
    expect(facts.windows.judging.opensAt.toISOString()).toBe(programmeWindows.judging.opensAt);
  });

  it('is nothing while it is a draft, but for the province and for jobs', async () => {
    const id = await draftProgramme(admin);
    const find = (role: string) =>
      house.database.transaction(actorOf(role, unit('430100'), unit('430100')), (tx) =>
        programmes.find(tx, id).then(
          ({ state }) => state,
          (error: Refused) => error.code,
        ),
      );
    const roles = ['programme-admin', 'supervisor', 'system'];
    for (const role of roles) expect([role, await find(role)]).toEqual([role, 'draft']);
    for (const role of ['prefecture-officer', 'county-officer', 'submitter', 'judge', 'visitor'])
      expect([role, await find(role)]).toEqual([role, 'programmes.not-found']);
  });

  it('is the places of every unit', async () => {
    const id = await openProgramme(admin);
    const rows = await asSystem((tx) => programmes.quotas(tx, id));
    const { categories } = await asSystem((tx) => programmes.find(tx, id));
    const [dy, sd] = categories.map((category) => category.id);
    const expected = [
      { unitId: unit('430100'), categoryId: dy, places: 3 },
      { unitId: unit('430200'), categoryId: dy, places: 2 },
      { unitId: unit('439900'), categoryId: sd, places: 1 },
    ];
    const byUnit = (a: { unitId: string }, b: { unitId: string }) => (a.unitId < b.unitId ? -1 : 1);
    expect(rows).toEqual(expected.sort(byUnit));
  });
});

describe('the places of a unit', () => {
  it('are locked, so that two who count them follow one another', async () => {
    const id = await openProgramme(admin);
    const { categories } = await asSystem((tx) => programmes.find(tx, id));
    const categoryId = categories[0]?.id ?? '';
    const steps: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await asSystem(async (tx) => {
      expect(await programmes.lockQuota(tx, id, categoryId, unit('430100'))).toEqual({ places: 3 });
      second = asSystem(async (other) => {
        await programmes.lockQuota(other, id, categoryId, unit('430100'));
        steps.push('second counts');
      });
      await isWaiting();
      await asSystem((other) => programmes.lockQuota(other, id, categoryId, unit('430200')));
      steps.push('another unit counts');
      steps.push('first is done');
    });
    await second;
    expect(steps).toEqual(['another unit counts', 'first is done', 'second counts']);
  });

  it('are none where the table has no row', async () => {
    const id = await openProgramme(admin);
    const { categories } = await asSystem((tx) => programmes.find(tx, id));
    const asked = asSystem((tx) =>
      programmes.lockQuota(tx, id, categories[2]?.id ?? '', unit('430100')),
    );
    expect(await asked).toEqual({ places: 0 });
  });

  /** Until a transaction of this house waits for a lock. */
  async function isWaiting(): Promise<void> {
    for (;;) {
      const [row] = await house.database.source.query<{ waiting: number }[]>(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row?.waiting) return;
    }
  }
});

describe('the road of a selection', () => {
  it('is walked step by step, each told to the audit', async () => {
    const id = await openProgramme(admin);
    const walk = (action: Parameters<Programmes['advance']>[2]) =>
      asSystem((tx) => programmes.advance(tx, id, action)).catch((error: Refused) => error.code);
    expect(await walk('judge')).toBe('programmes.wrong-state');
    expect([
      await walk('check'),
      await walk('judge'),
      await walk('tally'),
      await walk('tally'),
      await walk('reject-tally'),
      await walk('tally'),
      await walk('verify'),
      await walk('give-notice'),
      await walk('announce'),
    ]).toEqual([
      ...['checking', 'judging', 'tallied', 'tallied', 'judging', 'tallied'],
      ...['verified', 'notice', 'announced'],
    ]);
    const told = await house.database.source.query<{ event: string; action: string }[]>(
      `select event, payload->>'action' as action from audit.line
       where payload->>'programmeId' = $1 order by at, event`,
      [id],
    );
    expect(told.map(({ event, action }) => action ?? event)).toEqual([
      ...['programmes.created', 'programmes.quotas-set', 'programmes.opened'],
      ...['check', 'judge', 'tally', 'tally', 'reject-tally', 'tally'],
      ...['verify', 'give-notice', 'announce'],
    ]);
  });

  it('is not walked twice at once', async () => {
    const id = await openProgramme(admin);
    const check = () =>
      asSystem((tx) => programmes.advance(tx, id, 'check')).catch((error: Refused) => error.code);
    const answers = await Promise.all([check(), check(), check()]);
    expect(answers.sort()).toEqual([
      'checking',
      'programmes.wrong-state',
      'programmes.wrong-state',
    ]);
  });
});

describe('the rules of an open selection', () => {
  it.each([
    ['its config', `update programmes.programme set config = '{}' where id = $1`],
    ['its name', `update programmes.programme set name = '改' where id = $1`],
    ['its year', `update programmes.programme set year = 2021 where id = $1`],
    [
      'its calendar',
      `update programmes.programme set judging_closes_at = judging_closes_at + interval '1 s' where id = $1`,
    ],
    [
      'its fingerprint',
      `update programmes.programme set rules_fingerprint = repeat('0', 64) where id = $1`,
    ],
    ['its categories', `update programmes.category set name = '改' where programme_id = $1`],
    ['its places', `update programmes.quota set places = 9 where programme_id = $1`],
    ['a row of places', `delete from programmes.quota where programme_id = $1`],
  ])('cannot be changed in the database: %s', async (_what, statement) => {
    const id = await openProgramme(admin);
    await expect(house.database.source.query(statement, [id])).rejects.toThrow('frozen');
  });

  it('give the same fingerprint for the same rules, and another when a place differs', async () => {
    const fingerprint = async (quotas?: Parameters<typeof openProgramme>[1]): Promise<string> => {
      const id = await openProgramme(admin, quotas);
      return (await admin.get(`/api/programmes/${id}`)).body.fingerprint as string;
    };
    const one = { organisationCode: '430100', categoryCode: 'DY', places: 1 };
    const none = { organisationCode: '430200', categoryCode: 'DY', places: 0 };
    const first = await fingerprint([one]);
    expect(await fingerprint([none, one])).toBe(first);
    expect(await fingerprint([{ ...one, places: 2 }])).not.toBe(first);
  });
});

describe('the list of selections', () => {
  it('costs as many queries for one as for a whole page, and goes on by cursor', async () => {
    const fresh = await openHouse();
    const places = await smallProvince(fresh);
    const manager = await clientIn(fresh, places, 'programme-admin', '430000');
    const officer = await clientIn(fresh, places, 'prefecture-officer', '430100');
    await fresh.setClock(whileCollecting);
    await openProgramme(manager);
    const cost = () => countQueries(fresh.database.source, () => officer.get('/api/programmes'));
    const costOfOne = await cost();
    for (let more = 1; more < 52; more++) await openProgramme(manager);
    expect([costOfOne > 0, await cost()]).toEqual([true, costOfOne]);
    const first = (await officer.get('/api/programmes')).body;
    const second = (await officer.get(`/api/programmes?after=${first.next}`)).body;
    const ids = [...first.programmes, ...second.programmes].map(({ id }: { id: string }) => id);
    expect([first.programmes.length, second.programmes.length, second.next]).toEqual([50, 2, null]);
    expect(new Set(ids).size).toBe(52);
    await fresh.close();
  });
});
