import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import {
  clientIn,
  draftProgramme,
  programmeWindows as windows,
  whileCollecting as before,
} from '../support/programmes.js';

const absent = '00000000-0000-4000-8000-000000000000';

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

describe('a draft', () => {
  it('begins as its template and the usual calendar from today', async () => {
    await house.setClock('2026-07-15T03:00:00Z');
    expect((await admin.get('/api/programmes/templates')).body).toEqual([
      {
        key: 'fusion-case',
        name: '党建与教育教学深度融合精品案例遴选',
        description: expect.stringContaining('五位专家'),
        categories: ['党建+德育工作', '党建+师德师风', '党建+教学实践'],
      },
    ]);
    const made = await admin.post('/api/programmes', {
      templateKey: 'fusion-case',
      slug: 'usual',
      name: '第五届精品案例',
    });
    expect([made.status, Object.keys(made.body)]).toEqual([201, ['id']]);
    const { body } = await admin.get(`/api/programmes/${made.body.id}`);
    expect([body.slug, body.name, body.year, body.state, body.version, body.fingerprint]).toEqual([
      'usual',
      '第五届精品案例',
      2026,
      'draft',
      1,
      null,
    ]);
    expect(body.windows).toEqual({
      submission: { opensAt: '2026-07-14T16:00:00.000Z', closesAt: '2026-08-14T09:00:00.000Z' },
      recommendation: { opensAt: '2026-07-14T16:00:00.000Z', closesAt: '2026-08-28T09:00:00.000Z' },
      judging: { opensAt: '2026-09-07T01:00:00.000Z', closesAt: '2026-09-18T09:00:00.000Z' },
    });
    expect(body.actions).toEqual(['change-settings', 'set-quotas', 'open']);
    expect(body.blockers).toEqual([
      { code: 'quota-empty', faults: [{ path: '/quotas', code: 'empty' }] },
    ]);
    expect(body.rubrics.map((rubric: { key: string }) => rubric.key).sort()).toEqual([
      'fusion-dy',
      'fusion-jx',
      'fusion-sd',
    ]);
  });

  it.each([
    ['an unknown template', { templateKey: 'other' }, 422, 'programmes.unknown-template'],
    ['a slug with capitals', { slug: 'No' }, 422, 'platform.bad-form'],
    [
      'an instant without its offset',
      {
        windows: {
          ...windows,
          judging: { opensAt: '2020-08-20T01:00:00', closesAt: '2020-09-01' },
        },
      },
      422,
      'platform.bad-form',
    ],
    [
      'judges who begin before the lists close',
      { windows: { ...windows, judging: windows.submission } },
      422,
      'programmes.windows-disordered',
    ],
  ])('is not begun with %s', async (_what, part, status, code) => {
    const form = { templateKey: 'fusion-case', slug: 'never', name: '案例', ...part };
    const reply = await admin.post('/api/programmes', form);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('has an address of its own', async () => {
    const form = { templateKey: 'fusion-case', slug: 'taken', name: '案例' };
    expect((await admin.post('/api/programmes', form)).status).toBe(201);
    const again = await admin.post('/api/programmes', form);
    expect([again.status, again.body.code]).toEqual([409, 'programmes.slug-taken']);
  });

  it('takes new settings from who saw its last version', async () => {
    await house.setClock(before);
    const url = await newDraft();
    const settings = {
      name: '改名后的遴选',
      windows,
      perEntry: 7,
      awards: [{ code: 'model', amount: 8, minScore: 8000 }],
      publicity: { amount: 7, unit: 'calendar-day', countFirstDay: true, preReview: false },
    };
    expect((await admin.put(`${url}/settings`, settings)).body.code).toBe(
      'platform.version-required',
    );
    expect((await admin.put(`${url}/settings`, settings, 1)).body).toEqual({ version: 2 });
    const stale = await admin.put(`${url}/settings`, settings, 1);
    expect([stale.status, stale.body.code]).toEqual([412, 'platform.changed-since']);
    const { body } = await admin.get(url);
    expect([body.name, body.perEntry, body.publicity, body.awards, body.version]).toEqual([
      '改名后的遴选',
      7,
      settings.publicity,
      [
        {
          code: 'model',
          name: '精品案例',
          kind: 'count',
          amount: 8,
          rounding: 'floor',
          minScore: 8000,
        },
      ],
      2,
    ]);
  });

  it.each([
    [
      'three judges where the extremes are dropped',
      { perEntry: 3 },
      'programmes.config-invalid',
      { faults: [{ path: '/panel/perEntry', code: 'trim-needs-four' }] },
    ],
    [
      'an award it does not have',
      { awards: [{ code: 'gold', amount: 1, minScore: null }] },
      'programmes.unknown-award',
      undefined,
    ],
    [
      'a list that closes before the entries',
      { windows: { ...windows, recommendation: { ...windows.submission, closesAt: before } } },
      'programmes.windows-disordered',
      {
        faults: [{ path: '/windows/recommendation/closesAt', code: 'before-submission-closes' }],
      },
    ],
  ])('refuses %s, and says where', async (_what, part, code, details) => {
    const url = await newDraft();
    const reply = await admin.put(`${url}/settings`, { name: '案例', windows, ...part }, 1);
    expect([reply.status, reply.body.code, reply.body.details]).toEqual([422, code, details]);
  });

  it('takes what the rules say of each conflict, of all kinds or none', async () => {
    const url = await newDraft();
    const recusal = {
      ...{ 'same-unit': 'forbid', 'same-prefecture': 'warn' },
      ...{ 'own-unit-in-category': 'forbid', 'took-part': 'forbid' },
    };
    const put = (part: object, version: number) =>
      admin.put(`${url}/settings`, { name: '案例', windows, recusal: part }, version);
    expect((await put(recusal, 1)).body).toEqual({ version: 2 });
    const { body } = await admin.get(url);
    expect(body.recusal.rules).toEqual(
      Object.entries(recusal).map(([kind, strictness]) => ({ kind, strictness })),
    );
    for (const part of [{ 'same-unit': 'warn' }, { ...recusal, 'took-part': 'never' }])
      expect((await put(part, 2)).body.code).toBe('platform.bad-form');
  });

  it('is not there for those who will use it, nor is anything of it', async () => {
    await house.setClock(before);
    const url = await newDraft();
    const supervisor = await inRole('supervisor', '430000');
    const officer = await inRole('prefecture-officer', '430100');
    const [seen] = (await supervisor.get('/api/programmes')).body.programmes;
    expect([seen.state, seen.actions]).toEqual(['draft', []]);
    expect((await supervisor.get(url)).status).toBe(200);
    expect((await officer.get('/api/programmes')).body).toEqual({ programmes: [], next: null });
    for (const address of [url, `${url}/quotas`, `/api/programmes/${absent}`]) {
      const reply = await officer.get(address);
      expect([reply.status, reply.body.code]).toEqual([404, 'programmes.not-found']);
    }
    expect((await officer.post('/api/programmes', {})).status).toBe(403);
    expect((await supervisor.post(`${url}/opening`, undefined, 1)).status).toBe(403);
  });
});
