import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import {
  clientIn,
  draftProgramme,
  openProgramme,
  programmeQuotas,
  programmeWindows as windows,
  whileCollecting,
} from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
});
afterAll(() => house.close());

const newDraft = async (): Promise<string> => `/api/programmes/${await draftProgramme(admin)}`;
const rulesOf = async (url: string) => (await admin.get(`${url}/rules`)).body;
const moral = { code: 'DY', name: '党建+德育工作', rubricKey: 'fusion-dy' };
const teachers = { code: 'SD', name: '党建+师德师风', rubricKey: 'fusion-sd' };

describe('the rules of a draft', () => {
  it('are read as they are stored, and begin as the template has them', async () => {
    const url = await newDraft();
    const rules = await rulesOf(url);
    expect(rules).toMatchObject({ version: 1, name: '精品案例遴选', year: 2020, windows });
    expect([rules.config.noun, rules.changed]).toEqual(['案例', []]);
  });

  it('take whole parts from who saw the last version, and say which differ from the template', async () => {
    const url = await newDraft();
    const change = { name: '改名', slug: 'renamed', year: 2021, config: { noun: '作品' } };
    expect((await admin.patch(`${url}/rules`, change)).body.code).toBe('platform.version-required');
    expect((await admin.patch(`${url}/rules`, change, 1)).body).toEqual({ version: 2 });
    expect((await admin.patch(`${url}/rules`, change, 1)).status).toBe(412);
    expect(await rulesOf(url)).toMatchObject({
      ...{ version: 2, name: '改名', slug: 'renamed', year: 2021, windows, changed: ['noun'] },
      config: { noun: '作品', activityNoun: '遴选' },
    });
  });

  it('keep a contradiction for the health check, and other settings can still be changed', async () => {
    const url = await newDraft();
    const panel = { perEntry: 3, reservePercent: 40 };
    expect((await admin.patch(`${url}/rules`, { config: { panel } }, 1)).body).toEqual({
      version: 2,
    });
    const health = (await admin.get(`${url}/health`)).body.items as { key: string }[];
    expect(health.find(({ key }) => key === 'scoring')).toEqual({
      ...{ key: 'scoring', level: 'blocker', names: [] },
      faults: [{ path: '/panel/perEntry', code: 'trim-needs-four' }],
    });
    expect((await admin.put(`${url}/settings`, { name: '另名', windows }, 2)).status).toBe(200);
  });

  it.each([
    ['a misshapen part', { config: { panel: 5 } }, 422, 'programmes.config-invalid'],
    ['an unknown part', { config: { colour: 'red' } }, 422, 'programmes.config-invalid'],
    ['another origin', { config: { templateKey: 'x' } }, 422, 'programmes.config-invalid'],
    ['a list for the rules', { config: [] }, 422, 'platform.bad-form'],
    ['a slug with blanks', { slug: 'a b c' }, 422, 'platform.bad-form'],
    [
      'windows out of order',
      { windows: { ...windows, judging: windows.submission } },
      422,
      'programmes.windows-disordered',
    ],
  ])('refuse %s', async (_what, change, status, code) => {
    const url = await newDraft();
    const reply = await admin.patch(`${url}/rules`, change, 1);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect((await rulesOf(url)).version).toBe(1);
  });

  it('say where each fault is', async () => {
    const url = await newDraft();
    const config = { categories: [moral, { ...teachers, code: 'DY' }] };
    expect((await admin.patch(`${url}/rules`, { config }, 1)).body.details).toEqual({
      faults: [{ path: '/categories/1/code', code: 'duplicate' }],
    });
  });

  it('have an address of their own', async () => {
    const [first, second] = [await newDraft(), await newDraft()];
    expect((await admin.patch(`${first}/rules`, { slug: 'mine' }, 1)).status).toBe(200);
    const reply = await admin.patch(`${second}/rules`, { slug: 'mine' }, 1);
    expect([reply.status, reply.body.code]).toEqual([409, 'programmes.slug-taken']);
  });

  it('are closed to others and frozen once open', async () => {
    const url = `/api/programmes/${await openProgramme(admin)}`;
    const reply = await admin.patch(`${url}/rules`, { config: { noun: '作品' } }, 3);
    expect([reply.status, reply.body.code]).toEqual([409, 'programmes.wrong-state']);
    const officer = await clientIn(house, organisations, 'prefecture-officer', '430100');
    expect((await officer.get(`${url}/rules`)).status).toBe(403);
    expect((await officer.patch(`${url}/rules`, {}, 3)).status).toBe(403);
  });
});

describe('the categories of a draft', () => {
  const namesOf = async (url: string) =>
    (
      (await admin.get(url)).body.categories as { code: string; name: string; position: number }[]
    ).map(({ code, name, position }) => `${position} ${code} ${name}`);

  it('are added, renamed and reordered, and keep their places', async () => {
    const url = await newDraft();
    await admin.put(`${url}/quotas`, { quotas: programmeQuotas.slice(0, 2) }, 1);
    const categories = [
      { code: 'XX', name: '新类别', rubricKey: 'fusion-dy' },
      teachers,
      { ...moral, name: '德育' },
      { code: 'JX', name: '党建+教学实践', rubricKey: 'fusion-jx' },
    ];
    expect((await admin.patch(`${url}/rules`, { config: { categories } }, 2)).status).toBe(200);
    expect(await namesOf(url)).toEqual([
      '1 XX 新类别',
      '2 SD 党建+师德师风',
      '3 DY 德育',
      '4 JX 党建+教学实践',
    ]);
    expect((await admin.get(`${url}/quotas`)).body.quotas).toEqual(
      expect.arrayContaining(programmeQuotas.slice(0, 2)),
    );
  });

  it('leave with their places only when that was meant', async () => {
    const url = await newDraft();
    await admin.put(`${url}/quotas`, { quotas: programmeQuotas }, 1);
    const config = { categories: [teachers] };
    const reply = await admin.patch(`${url}/rules`, { config }, 2);
    expect([reply.status, reply.body.code, reply.body.details]).toEqual([
      409,
      'programmes.category-holds-places',
      { categories: [{ code: 'DY', name: '党建+德育工作', places: 5 }] },
    ]);
    const meant = await admin.patch(`${url}/rules`, { config, dropsPlaces: true }, 2);
    expect(meant.body).toEqual({ version: 3 });
    expect(await namesOf(url)).toEqual(['1 SD 党建+师德师风']);
    expect((await admin.get(`${url}/quotas`)).body.quotas).toEqual(programmeQuotas.slice(2));
  });
});
