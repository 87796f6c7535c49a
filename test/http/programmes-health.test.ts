import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import {
  clientIn,
  draftProgramme,
  openProgramme,
  programmeQuotas as quotas,
  programmeWindows as windows,
  whileCollecting,
} from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
});
afterAll(() => house.close());

type Item = { key: string; level: string; names: string[]; faults: unknown[] };
const itemsOf = async (id: string): Promise<Item[]> =>
  (await admin.get(`/api/programmes/${id}/health`)).body.items;
const blockersOf = async (id: string): Promise<string[]> =>
  (await itemsOf(id)).filter(({ level }) => level === 'blocker').map(({ key }) => key);
const itemOf = async (id: string, key: string): Promise<Item | undefined> =>
  (await itemsOf(id)).find((item) => item.key === key);

describe('the check before the opening', () => {
  it('names what stops it, until the opening goes through', async () => {
    await house.setClock(whileCollecting);
    const id = await draftProgramme(admin);
    expect(await blockersOf(id)).toEqual(['quotas']);
    expect((await admin.post(`/api/programmes/${id}/opening`, undefined, 1)).status).toBe(409);
    await admin.put(`/api/programmes/${id}/quotas`, { quotas }, 1);
    expect(await blockersOf(id)).toEqual([]);
    await house.setClock(windows.submission.closesAt);
    expect(await blockersOf(id)).toEqual(['submission-open']);
    expect((await admin.post(`/api/programmes/${id}/opening`, undefined, 2)).status).toBe(409);
    await house.setClock(whileCollecting);
    expect((await admin.post(`/api/programmes/${id}/opening`, undefined, 2)).status).toBe(200);
  });

  it('warns by name of units in which nobody can recommend, until somebody can', async () => {
    await house.setClock(whileCollecting);
    const id = await draftProgramme(admin);
    await admin.put(`/api/programmes/${id}/quotas`, { quotas }, 1);
    expect(await itemOf(id, 'categories-placed')).toMatchObject({ names: ['党建+教学实践'] });
    const unstaffed = await itemOf(id, 'units-staffed');
    expect(unstaffed).toEqual({
      key: 'units-staffed',
      level: 'warning',
      names: ['长沙', '株洲', '省直'],
      faults: [],
    });
    await clientIn(house, organisations, 'prefecture-officer', '430200');
    await clientIn(house, organisations, 'submitter', '430102-01');
    expect(await itemOf(id, 'units-staffed')).toMatchObject({ names: ['长沙', '省直'] });
  });

  it('is over once the selection is open, and nobody else reads it', async () => {
    await house.setClock(whileCollecting);
    const id = await openProgramme(admin);
    const late = await admin.get(`/api/programmes/${id}/health`);
    expect([late.status, late.body.code]).toEqual([409, 'programmes.wrong-state']);
    for (const [role, code] of [
      ['supervisor', '430000'],
      ['prefecture-officer', '430100'],
      ['submitter', '430102-01'],
    ] as const) {
      const client = await clientIn(house, organisations, role, code);
      expect((await client.get(`/api/programmes/${id}/health`)).status).toBe(403);
    }
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await admin.get(`/api/programmes/${unknown}/health`)).status).toBe(404);
    expect((await admin.get('/api/programmes/none/health')).status).toBe(400);
  });
});
