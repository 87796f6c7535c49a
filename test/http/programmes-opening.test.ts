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
  whileCollecting as before,
} from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const newDraft = async (): Promise<string> => `/api/programmes/${await draftProgramme(admin)}`;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await inRole('programme-admin', '430000');
});
afterAll(() => house.close());

describe('the table of places', () => {
  it('replaces the one before, and shows a prefecture its own rows alone', async () => {
    await house.setClock(before);
    const url = await newDraft();
    const first = [{ organisationCode: '430100', categoryCode: 'JX', places: 9 }];
    expect((await admin.put(`${url}/quotas`, { quotas: first }, 1)).body).toEqual({ version: 2 });
    expect((await admin.put(`${url}/quotas`, { quotas }, 2)).body).toEqual({ version: 3 });
    await admin.post(`${url}/opening`, undefined, 3);
    const whole = (await admin.get(`${url}/quotas`)).body;
    expect(whole.units.map((unit: { code: string }) => unit.code)).toEqual([
      '430100',
      '430200',
      '439900',
    ]);
    const byCode = (a: { organisationCode: string }, b: { organisationCode: string }) =>
      a.organisationCode.localeCompare(b.organisationCode);
    expect(whole.quotas.sort(byCode)).toEqual(quotas);
    for (const [role, code] of [
      ['prefecture-officer', '430200'],
      ['submitter', '430202-01'],
    ] as const) {
      const own = (await (await inRole(role, code)).get(`${url}/quotas`)).body;
      expect([own.units, own.quotas]).toEqual([
        [{ code: '430200', name: '株洲市', shortName: '株洲' }],
        [quotas[1]],
      ]);
    }
  });

  it.each([
    ['a county', { organisationCode: '430102' }, 'programmes.unknown-unit'],
    ['an unknown unit', { organisationCode: '999999' }, 'programmes.unknown-unit'],
    ['an unknown category', { categoryCode: 'XX' }, 'programmes.unknown-category'],
    ['the same pair twice', {}, 'programmes.quota-twice'],
  ])('refuses %s, and says which row', async (_what, part, code) => {
    const url = await newDraft();
    const row = { ...quotas[0], ...part };
    const reply = await admin.put(`${url}/quotas`, { quotas: [quotas[0], row] }, 1);
    expect([reply.status, reply.body.code, reply.body.details]).toEqual([422, code, row]);
    expect((await admin.get(`${url}/quotas`)).body.quotas).toEqual([]);
  });

  it('refuses fractions and words for places', async () => {
    const url = await newDraft();
    for (const places of [1.5, -1, '3', null]) {
      const reply = await admin.put(`${url}/quotas`, { quotas: [{ ...quotas[0], places }] }, 1);
      expect([reply.status, reply.body.code]).toEqual([422, 'platform.bad-form']);
    }
  });
});

describe('the opening', () => {
  it('freezes the rules under a fingerprint and lets everyone in', async () => {
    await house.setClock(before);
    const url = await newDraft();
    await admin.put(`${url}/quotas`, { quotas }, 1);
    const opened = await admin.post(`${url}/opening`, undefined, 2);
    expect([opened.status, opened.body]).toEqual([
      200,
      { version: 3, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const submitter = await inRole('submitter', '430102-01');
    const { body } = await submitter.get(url);
    expect([body.state, body.fingerprint, body.actions, body.blockers]).toEqual([
      'collecting',
      opened.body.fingerprint,
      [],
      [],
    ]);
    for (const late of [
      admin.put(`${url}/settings`, { name: '案例', windows }, 3),
      admin.put(`${url}/quotas`, { quotas }, 3),
      admin.post(`${url}/opening`, undefined, 3),
    ]) {
      const reply = await late;
      expect([reply.status, reply.body.code]).toEqual([409, 'programmes.wrong-state']);
    }
  });

  it('is refused without places, and after the last day to submit', async () => {
    const url = await newDraft();
    await house.setClock(before);
    const empty = await admin.post(`${url}/opening`, undefined, 1);
    expect([empty.status, empty.body.code]).toEqual([409, 'programmes.quota-empty']);
    await admin.put(`${url}/quotas`, { quotas }, 1);
    await house.setClock(windows.submission.closesAt);
    const late = await admin.post(`${url}/opening`, undefined, 2);
    expect([late.status, late.body.code, late.body.details]).toEqual([
      409,
      'programmes.submission-over',
      { faults: [{ path: '/windows/submission/closesAt', code: 'past' }] },
    ]);
  });

  it('is refused when the stored rules contradict themselves', async () => {
    await house.setClock(before);
    const url = await newDraft();
    await admin.put(`${url}/quotas`, { quotas }, 1);
    await house.database.source.query(
      `update programmes.programme set config = jsonb_set(config, '{panel,perEntry}', '2') where id = $1`,
      [url.split('/').at(-1)],
    );
    const reply = await admin.post(`${url}/opening`, undefined, 2);
    expect([reply.status, reply.body.code, reply.body.details]).toEqual([
      422,
      'programmes.config-invalid',
      { faults: [{ path: '/panel/perEntry', code: 'trim-needs-four' }] },
    ]);
  });
});

describe('the formal check', () => {
  it('begins when both lists have closed, and not a moment before', async () => {
    await house.setClock(before);
    const url = `/api/programmes/${await openProgramme(admin)}`;
    const early = await admin.post(`${url}/checking`, undefined, 3);
    expect([early.status, early.body.code, early.body.details]).toEqual([
      409,
      'programmes.too-early',
      { from: windows.recommendation.closesAt },
    ]);
    expect((await admin.get(url)).body.actions).toEqual([]);
    await house.setClock(windows.recommendation.closesAt);
    expect((await admin.get(url)).body.actions).toEqual(['start-checking']);
    expect((await admin.post(`${url}/checking`, undefined, 3)).body).toEqual({ version: 4 });
    const again = await admin.post(`${url}/checking`, undefined, 4);
    expect([again.status, again.body.code]).toEqual([409, 'programmes.wrong-state']);
    expect((await admin.get(url)).body.state).toBe('checking');
  });
});
