import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { draftEntry, goodTitle, rawEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let school: Client;
let otherSchool: Client;
let prefecture: Client;
let admin: Client;

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await inRole('programme-admin', '430000');
  programmeId = await openProgramme(admin);
  school = await inRole('submitter', '430102-01');
  otherSchool = await inRole('submitter', '430102-02');
  prefecture = await inRole('prefecture-officer', '430100');
});
afterAll(() => house.close());

describe("another unit's entry", () => {
  const absent = randomUUID();
  const without = ({ status, body }: Reply) => ({ status, ...body, traceId: undefined });
  const acts: [string, (client: Client, id: string) => Promise<Reply>][] = [
    ['shown', (client, id) => client.get(`/api/entries/${id}`)],
    ['written', (client, id) => client.put(`/api/entries/${id}/fields/effect`, { value: 'a' }, 0)],
    [
      'renamed',
      (client, id) =>
        client.put(`/api/entries/${id}/title`, { title: goodTitle, categoryCode: 'DY' }, 1),
    ],
    ['handed in', (client, id) => client.post(`/api/entries/${id}/submission`, undefined, 1)],
    ['proved', (client, id) => client.get(`/api/entries/${id}/receipt`)],
    [
      'withdrawn',
      (client, id) => client.post(`/api/entries/${id}/withdrawal`, { reason: '理由' }, 1),
    ],
    ['read', (client, id) => client.get(`/api/entries/${id}/attachments/${absent}`)],
    ['emptied', (client, id) => client.delete(`/api/entries/${id}/attachments/${absent}`)],
    [
      'filled',
      (client, id) =>
        client.upload(`/api/entries/${id}/attachments?rule=photo`, {
          name: 'a.jpg',
          type: 'image/jpeg',
          bytes: Buffer.from('a'),
        }),
    ],
  ];

  it.each(acts)('is not %s, with the answer for one that does not exist', async (_what, act) => {
    const id = await draftEntry(school, programmeId);
    const foreign = await act(otherSchool, id);
    expect(answer(foreign)).toEqual([404, 'entries.not-found']);
    expect(without(foreign)).toEqual(without(await act(otherSchool, absent)));
  });

  it('that is a draft is hidden from its prefecture too, and from every list', async () => {
    const id = await draftEntry(otherSchool, programmeId);
    expect(answer(await prefecture.get(`/api/entries/${id}`))).toEqual([404, 'entries.not-found']);
    const { body } = await prefecture.get(`/api/entries?programmeId=${programmeId}`);
    expect(body.entries.map((entry: { unitName: string }) => entry.unitName)).not.toContain(
      '芙蓉区示例中学',
    );
    expect((await admin.get('/api/entries')).body).toEqual({ entries: [], counts: [] });
  });

  it('that was handed in is read but not written by its prefecture', async () => {
    const id = await rawEntry(house, organisations, { programmeId, unitCode: '430102-02' });
    expect((await prefecture.get(`/api/entries/${id}`)).body).toMatchObject({
      changeable: [],
      actions: ['endorse', 'return', 'decline'],
    });
    const reply = await prefecture.put(`/api/entries/${id}/fields/effect`, { value: 'a' }, 0);
    expect(answer(reply)).toEqual([403, 'entries.not-own-entry']);
    const neighbour = await inRole('prefecture-officer', '430200');
    expect(answer(await neighbour.get(`/api/entries/${id}`))).toEqual([404, 'entries.not-found']);
  });
});
