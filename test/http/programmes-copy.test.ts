import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import {
  clientIn,
  openProgramme,
  programmeQuotas,
  whileCollecting,
} from '../support/programmes.js';

let house: House;
let admin: Client;
let earlier: string;

beforeAll(async () => {
  house = await openHouse();
  const organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
  earlier = await openProgramme(admin);
});
afterAll(() => house.close());

const next = (more: object) => ({ slug: 'next', name: '第六届', year: 2021, ...more });
const rulesOf = async (id: string) => (await admin.get(`/api/programmes/${id}/rules`)).body;

describe('a selection made from an earlier one', () => {
  it('is a draft with its rules, its places and its calendar on the same weekdays', async () => {
    const made = await admin.post('/api/programmes', next({ copyOf: earlier, withQuotas: true }));
    expect(made.status).toBe(201);
    const [before, rules] = [await rulesOf(earlier), await rulesOf(made.body.id)];
    expect(rules.config).toEqual(before.config);
    expect(rules.windows).toEqual({
      submission: { opensAt: '2021-06-30T00:00:00.000Z', closesAt: '2021-07-31T09:00:00.000Z' },
      recommendation: { opensAt: '2021-06-30T00:00:00.000Z', closesAt: '2021-08-14T09:00:00.000Z' },
      judging: { opensAt: '2021-08-19T01:00:00.000Z', closesAt: '2021-08-31T09:00:00.000Z' },
    });
    const { body } = await admin.get(`/api/programmes/${made.body.id}`);
    expect([body.state, body.fingerprint, body.version]).toEqual(['draft', null, 1]);
    const { quotas } = (await admin.get(`/api/programmes/${made.body.id}/quotas`)).body;
    const byUnit = (rows: typeof programmeQuotas) =>
      [...rows].sort((a, b) => a.organisationCode.localeCompare(b.organisationCode));
    expect(byUnit(quotas)).toEqual(byUnit(programmeQuotas));
  });

  it('has no places unless they are asked for', async () => {
    const made = await admin.post('/api/programmes', next({ slug: 'bare', copyOf: earlier }));
    expect((await admin.get(`/api/programmes/${made.body.id}/quotas`)).body.quotas).toEqual([]);
  });

  it.each([
    [
      'one that is not there',
      { copyOf: '00000000-0000-4000-8000-000000000000' },
      404,
      'programmes.not-found',
    ],
    ['no origin', {}, 422, 'platform.bad-form'],
    ['what is no id', { copyOf: 'earlier' }, 422, 'platform.bad-form'],
  ])('is not begun from %s', async (_what, more, status, code) => {
    const reply = await admin.post('/api/programmes', next({ slug: 'never', ...more }));
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});
