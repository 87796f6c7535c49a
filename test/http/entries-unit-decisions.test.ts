import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { fullValues, lockedList, lockList, rawEntry, submittedEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince, testPassword } from '../support/people.js';
import {
  clientIn,
  openProgramme,
  programmeWindows,
  whileCollecting,
} from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let school: Client;
let prefecture: Client;
let neighbour: Client;
let programmeId: string;

const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const raw = (more: object = {}): Promise<string> =>
  rawEntry(house, organisations, { programmeId, unitCode: '430102-01', ...more });
const decline = (id: string, seen: number, reason = '与本类别不符', client = prefecture) =>
  client.post(`/api/entries/${id}/decline`, { reason }, seen);
const giveBack = (id: string, more: object, seen = 2): Promise<Reply> =>
  prefecture.post(
    `/api/entries/${id}/return`,
    { remarks: [{ field: 'effect', text: '请补充数据' }], ...more },
    seen,
  );

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
  school = await clientIn(house, organisations, 'submitter', '430102-01');
  prefecture = await clientIn(house, organisations, 'prefecture-officer', '430100');
  neighbour = await clientIn(house, organisations, 'prefecture-officer', '430200');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
});
afterAll(() => house.close());

describe('an entry that is not recommended', () => {
  it('says why to its unit, takes no place, and can be thought about again', async () => {
    const id = await raw();
    expect((await decline(id, 1)).body).toEqual({ id, state: 'declined', version: 2 });
    const seen = (await school.get(`/api/entries/${id}`)).body;
    expect([seen.state, seen.declinedReason, seen.actions]).toEqual([
      'declined',
      '与本类别不符',
      ['withdraw', 'receipt'],
    ]);
    const { categories } = (
      await prefecture.get(`/api/entries/list-lock?programmeId=${programmeId}`)
    ).body;
    expect(categories[0].taken).toBe(0);
    const again = await prefecture.delete(`/api/entries/${id}/decline`, 2);
    expect(again.body).toEqual({ id, state: 'submitted', version: 3 });
    expect((await school.get(`/api/entries/${id}`)).body.declinedReason).toBeNull();
  });

  it('may be one that was returned and never came back', async () => {
    const id = await submittedEntry(school, programmeId);
    await giveBack(id, {});
    expect((await decline(id, 3, '逾期未修改')).body.state).toBe('declined');
    expect((await school.get(`/api/entries/${id}`)).body.remarks).toEqual([]);
  });

  it.each<[string, () => Promise<Reply>, number, string]>([
    ['without a reason', async () => decline(await raw(), 1, ' '), 422, 'platform.bad-form'],
    [
      'by a neighbour',
      async () => decline(await raw(), 1, '不符', neighbour),
      404,
      'entries.not-found',
    ],
    [
      'by its school',
      async () => decline(await raw(), 1, '不符', school),
      403,
      'platform.no-right',
    ],
    [
      'twice',
      async () => decline(await raw({ state: 'declined', declinedReason: '不符' }), 1),
      409,
      'entries.wrong-state',
    ],
    ['over another version', async () => decline(await raw(), 7), 412, 'platform.changed-since'],
    [
      'after the close',
      async () => {
        const id = await raw();
        await house.setClock(programmeWindows.recommendation.closesAt);
        return decline(id, 1);
      },
      409,
      'entries.window-closed',
    ],
  ])('is refused %s', async (_what, act, status, code) => {
    expect(answer(await act())).toEqual([status, code]);
  });
});

describe('a return', () => {
  const dueAt = '2020-07-10T09:00:00.000Z';

  it('has its own time, which can be prolonged when it is over', async () => {
    const id = await submittedEntry(school, programmeId);
    await giveBack(id, { dueAt });
    expect((await school.get(`/api/entries/${id}`)).body.deadline).toBe(dueAt);
    await house.setClock(dueAt);
    const value = `${String(fullValues['effect'])}数据`;
    const put = () => school.put(`/api/entries/${id}/fields/effect`, { value }, 1);
    expect(answer(await put())).toEqual([409, 'entries.window-closed']);
    const later = { dueAt: '2020-07-12T09:00:00.000Z' };
    const prolonged = await prefecture.put(`/api/entries/${id}/return/due`, later, 3);
    expect(prolonged.body).toEqual({ id, state: 'returned', version: 4 });
    expect((await put()).status).toBe(200);
  });

  it.each<[string, unknown, number, string]>([
    ['that is over', '2020-07-01T00:00:00Z', 422, 'entries.due-passed'],
    ['after the close', '2020-08-15T09:00:00.001Z', 422, 'entries.due-after-recommending'],
    ['that is no time', '明天', 422, 'platform.bad-form'],
  ])('is refused with a time %s', async (_what, due, status, code) => {
    const id = await raw();
    expect(answer(await giveBack(id, { dueAt: due }, 1))).toEqual([status, code]);
  });

  it('is followed by what changed, for whoever may read the entry', async () => {
    const id = await submittedEntry(school, programmeId);
    const changes = (client: Client) => client.get(`/api/entries/${id}/changes`);
    expect((await changes(prefecture)).body).toEqual({ since: null, changes: [] });
    await giveBack(id, {});
    const value = `${String(fullValues['effect'])}数据`;
    await school.put(`/api/entries/${id}/fields/effect`, { value }, 1);
    expect((await changes(prefecture)).body.changes).toEqual([]);
    await school.post(`/api/entries/${id}/submission`, undefined, 3);
    expect((await changes(prefecture)).body.changes).toEqual([
      {
        where: 'effect',
        parts: [
          { kind: 'same', text: fullValues['effect'] },
          { kind: 'added', text: '数据' },
        ],
      },
    ]);
    expect(answer(await changes(neighbour))).toEqual([404, 'entries.not-found']);
  });
});

describe('a locked list that the province opens again', () => {
  const unlock = (more: object = {}, client = admin): Promise<Reply> =>
    client.post('/api/entries/list-unlock', {
      programmeId,
      unitId: organisations.get('430100'),
      reason: '单位来函申请更换',
      password: testPassword,
      ...more,
    });
  const locks = async (client = admin) =>
    (await client.get(`/api/entries/list-locks?programmeId=${programmeId}`)).body;
  const locked = async (): Promise<string> => {
    const id = await raw();
    await prefecture.post(`/api/entries/${id}/endorsement`, undefined, 1);
    expect((await lockedList(prefecture, programmeId)).status).toBe(201);
    return id;
  };

  it('leaves its sight, says why, and is locked again by the same stamped sheet', async () => {
    const id = await locked();
    expect(await locks()).toMatchObject([{ unitName: '长沙市', entries: 1, mayUnlock: true }]);
    expect((await unlock()).status).toBe(204);
    expect(await locks()).toEqual([]);
    expect((await admin.get(`/api/entries/${id}`)).status).toBe(404);
    const list = (await prefecture.get(`/api/entries/list-lock?programmeId=${programmeId}`)).body;
    expect([list.lock, list.unlocked.reason, list.standing]).toEqual([
      null,
      '单位来函申请更换',
      'scanned',
    ]);
    expect((await prefecture.get(`/api/entries/${id}`)).body).toMatchObject({
      state: 'endorsed',
      rank: 1,
      caseNo: null,
    });
    expect((await lockList(prefecture, programmeId)).status).toBe(201);
    expect((await admin.get(`/api/entries/${id}`)).status).toBe(200);
  });

  it.each<[string, () => Promise<Reply>, number, string]>([
    ['without the right password', () => unlock({ password: 'x' }), 422, 'identity.wrong-password'],
    ['without a reason', () => unlock({ reason: ' ' }), 422, 'platform.bad-form'],
    ['by the unit itself', () => unlock({}, prefecture), 403, 'platform.no-right'],
    [
      'of a unit that has not locked',
      () => unlock({ unitId: organisations.get('430200') }),
      409,
      'entries.list-not-locked',
    ],
    [
      'after the close',
      async () => {
        await house.setClock(programmeWindows.recommendation.closesAt);
        return unlock();
      },
      409,
      'entries.window-closed',
    ],
  ])('is refused %s', async (_what, act, status, code) => {
    await locked();
    expect(answer(await act())).toEqual([status, code]);
    await house.setClock(whileCollecting);
    expect(await locks()).toHaveLength(1);
  });
});
