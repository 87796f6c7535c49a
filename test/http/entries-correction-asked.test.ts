import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Programmes } from '../../src/programmes/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from '../support/client.js';
import { soundEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let school: Client;
let programmeId: string;
let id: string;

const whileChecking = '2020-08-16T01:00:00Z';
const dueAt = '2020-08-18T09:00:00.000Z';
const stamped = { field: 'stamped-form', text: '缺县区盖章页，请补盖后重新扫描。' };
const order = { remarks: [stamped], dueAt };

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const ask = (form: object = order, seen = 1, client = admin): Promise<Reply> =>
  client.post(`/api/entries/${id}/correction`, form, seen);
const shown = async (client: Client) => (await client.get(`/api/entries/${id}`)).body;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await inRole('programme-admin', '430000');
  school = await inRole('submitter', '430102-01');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
  id = await soundEntry(house, organisations, { programmeId });
  await house.database.transaction(systemActor, (tx) =>
    house.app.get(Programmes, { strict: false }).advance(tx, programmeId, 'check'),
  );
  await house.setClock(whileChecking);
});
afterAll(() => house.close());

describe('asking for a correction', () => {
  it.each<[string, () => Promise<Reply>, number, string]>([
    ['by a school', () => ask(order, 1, school), 403, 'platform.no-right'],
    ['over another version', () => ask(order, 9), 412, 'platform.changed-since'],
    ['of nothing', () => ask({ ...order, remarks: [] }), 422, 'platform.bad-form'],
    [
      'of the entry as a whole',
      () => ask({ ...order, remarks: [{ text: '请修改' }] }),
      422,
      'platform.bad-form',
    ],
    [
      'in blank words',
      () => ask({ ...order, remarks: [{ field: 'abstract', text: '  ' }] }),
      422,
      'platform.bad-form',
    ],
    [
      'of an unknown part',
      () => ask({ ...order, remarks: [{ field: 'colour', text: '请修改' }] }),
      422,
      'entries.unknown-remark-field',
    ],
    ['until yesterday', () => ask({ ...order, dueAt: whileChecking }), 422, 'entries.due-passed'],
    [
      'until after the judging began',
      () => ask({ ...order, dueAt: '2020-08-20T01:00:01Z' }),
      422,
      'entries.due-after-judging',
    ],
    [
      'until no day',
      () => ask({ ...order, dueAt: '2020-02-31T00:00:00Z' }),
      422,
      'platform.bad-form',
    ],
    [
      'until no zone',
      () => ask({ ...order, dueAt: '2020-08-18T09:00:00' }),
      422,
      'platform.bad-form',
    ],
  ])('is refused %s', async (_what, act, status, code) => {
    expect(answer(await act())).toEqual([status, code]);
    expect((await shown(admin)).state).toBe('recommended');
  });

  it.each<[string, object, number, string]>([
    ['no later', { dueAt, reason: '理由' }, 422, 'entries.due-not-later'],
    ['into the past', { dueAt: '2020-08-01T00:00:00Z', reason: '理由' }, 422, 'entries.due-passed'],
    ['for no reason', { dueAt: '2020-08-19T00:00:00Z', reason: ' ' }, 422, 'platform.bad-form'],
  ])('is not extended %s', async (_what, form, status, code) => {
    await ask();
    expect(answer(await admin.put(`/api/entries/${id}/correction`, form, 2))).toEqual([
      status,
      code,
    ]);
  });

  it('is neither extended nor recalled when nothing was asked', async () => {
    const longer = { dueAt: '2020-08-19T09:00:00Z', reason: '理由' };
    expect(answer(await admin.put(`/api/entries/${id}/correction`, longer, 1))).toEqual([
      409,
      'entries.wrong-state',
    ]);
    const recall = await admin.post(`/api/entries/${id}/correction/recall`, { reason: '理由' }, 1);
    expect(answer(recall)).toEqual([409, 'entries.wrong-state']);
  });
});
