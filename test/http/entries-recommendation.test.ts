import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { fullValues, rawEntry, submittedEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
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

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const raw = (more: object = {}): Promise<string> =>
  rawEntry(house, organisations, { programmeId, unitCode: '430102-01', ...more });
const endorse = (id: string, seen = 1, client = prefecture): Promise<Reply> =>
  client.post(`/api/entries/${id}/endorsement`, undefined, seen);
const takeBack = (id: string, seen: number): Promise<Reply> =>
  prefecture.delete(`/api/entries/${id}/endorsement`, seen);
const rank = (entryIds: string[], client = prefecture): Promise<Reply> =>
  client.put('/api/entries/ranking', { programmeId, categoryCode: 'DY', entryIds });
const list = async (client = prefecture) =>
  (await client.get(`/api/entries/list-lock?programmeId=${programmeId}`)).body;
const ranks = async (): Promise<[string, number][]> =>
  (await list()).categories[0].entries.map((entry: { id: string; rank: number }) => [
    entry.id,
    entry.rank,
  ]);

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await inRole('programme-admin', '430000');
  school = await inRole('submitter', '430102-01');
  prefecture = await inRole('prefecture-officer', '430100');
  neighbour = await inRole('prefecture-officer', '430200');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
});
afterAll(() => house.close());

describe('an endorsement', () => {
  it('takes the last rank, and the places count', async () => {
    const [a, b] = [await raw(), await raw()];
    expect((await endorse(a)).body).toEqual({ id: a, state: 'endorsed', version: 2 });
    await endorse(b);
    expect(await ranks()).toEqual([
      [a, 1],
      [b, 2],
    ]);
    expect(await list()).toMatchObject({
      programmeId,
      lock: null,
      closesAt: programmeWindows.recommendation.closesAt,
      standing: 'none',
      actions: ['rank', 'print'],
      categories: [
        { categoryCode: 'DY', places: 3, taken: 2 },
        { categoryCode: 'SD', places: 0, taken: 0 },
        { categoryCode: 'JX', places: 0, taken: 0 },
      ],
    });
  });

  it('is refused beyond the places, and in a category without any', async () => {
    for (const id of [await raw(), await raw(), await raw()]) await endorse(id);
    expect(answer(await endorse(await raw()))).toEqual([409, 'entries.quota-full']);
    const elsewhere = await raw({ categoryCode: 'SD' });
    expect(answer(await endorse(elsewhere))).toEqual([409, 'entries.quota-full']);
  });

  it('that is taken back closes the gap', async () => {
    const [a, b, c] = [await raw(), await raw(), await raw()];
    for (const id of [a, b, c]) await endorse(id);
    expect((await takeBack(a, 2)).body).toEqual({ id: a, state: 'submitted', version: 3 });
    expect(await ranks()).toEqual([
      [b, 1],
      [c, 2],
    ]);
  });

  it.each<[string, () => Promise<Reply>, number, string]>([
    ['by a neighbour', async () => endorse(await raw(), 1, neighbour), 404, 'entries.not-found'],
    ['by a school', async () => endorse(await raw(), 1, school), 403, 'platform.no-right'],
    ['by the province', async () => endorse(await raw(), 1, admin), 403, 'platform.no-right'],
    ['of nothing', async () => endorse(randomUUID()), 404, 'entries.not-found'],
    ['of a draft', async () => endorse(await raw({ state: 'draft' })), 404, 'entries.not-found'],
    ['over another version', async () => endorse(await raw(), 9), 412, 'platform.changed-since'],
    [
      'without a version',
      async () => prefecture.post(`/api/entries/${await raw()}/endorsement`),
      428,
      'platform.version-required',
    ],
    [
      'when recommending has closed',
      async () => {
        const id = await raw();
        await house.setClock(programmeWindows.recommendation.closesAt);
        return endorse(id);
      },
      409,
      'entries.window-closed',
    ],
  ])('is refused %s', async (_what, act, status, code) => {
    expect(answer(await act())).toEqual([status, code]);
  });
});

describe('a return', () => {
  const giveBack = (id: string, remarks: object[], seen: number): Promise<Reply> =>
    prefecture.post(`/api/entries/${id}/return`, { remarks }, seen);

  it('opens what it names, until it is corrected and handed in again', async () => {
    const id = await submittedEntry(school, programmeId);
    const url = `/api/entries/${id}`;
    const remarks = [{ field: 'effect', text: '请补充数据' }, { text: '请校对错别字' }];
    expect((await giveBack(id, remarks, 2)).body).toEqual({ id, state: 'returned', version: 3 });
    const returned = (await school.get(url)).body;
    expect(returned.remarks.map(({ field, text }: never) => [field, text])).toEqual([
      ['effect', '请补充数据'],
      [null, '请校对错别字'],
    ]);
    expect([returned.changeable, returned.actions, returned.deadline]).toEqual([
      ['effect'],
      ['edit', 'submit', 'withdraw', 'receipt'],
      programmeWindows.recommendation.closesAt,
    ]);
    const value = `${String(fullValues['effect'])}数据`;
    expect(answer(await school.put(`${url}/fields/practice`, { value }, 1))).toEqual([
      409,
      'entries.field-not-to-change',
    ]);
    expect(answer(await school.delete(`${url}/attachments/${returned.attachments[0].id}`))).toEqual(
      [409, 'entries.field-not-to-change'],
    );
    await house.setClock('2020-08-10T00:00:00Z');
    expect((await school.put(`${url}/fields/effect`, { value }, 1)).status).toBe(200);
    const receipt = await school.post(`${url}/submission`, undefined, 3);
    expect([receipt.status, receipt.body.version]).toEqual([201, 4]);
    expect(receipt.body.receiptNo).not.toBe(returned.receiptNo);
    expect((await school.get(url)).body.remarks).toEqual([]);
  });

  it.each<[string, object[], number, string]>([
    ['without a remark', [], 422, 'platform.bad-form'],
    ['with an empty remark', [{ text: '' }], 422, 'platform.bad-form'],
    ['of a field that is none', [{ field: 'zzz', text: 'a' }], 422, 'entries.unknown-remark-field'],
  ])('is refused %s', async (_what, remarks, status, code) => {
    expect(answer(await giveBack(await raw(), remarks, 1))).toEqual([status, code]);
  });

  it('is refused while the entry is endorsed', async () => {
    const id = await raw();
    await endorse(id);
    expect(answer(await giveBack(id, [{ text: 'a' }], 2))).toEqual([409, 'entries.wrong-state']);
  });
});

describe('a ranking', () => {
  it('is the order that was sent', async () => {
    const [a, b, c] = [await raw(), await raw(), await raw()];
    for (const id of [a, b, c]) await endorse(id);
    expect((await rank([c, a, b])).status).toBe(204);
    expect(await ranks()).toEqual([
      [c, 1],
      [a, 2],
      [b, 3],
    ]);
    for (const wrong of [
      [a, b],
      [a, b, b],
      [a, b, c, await raw()],
    ])
      expect(answer(await rank(wrong))).toEqual([409, 'entries.not-a-permutation']);
    expect(answer(await rank([c, a, b], neighbour))).toEqual([409, 'entries.not-a-permutation']);
  });
});
