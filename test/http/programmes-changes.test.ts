import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince, testPassword } from '../support/people.js';
import {
  clientIn,
  openProgramme,
  programmeWindows as windows,
  whileCollecting,
} from '../support/programmes.js';

const absent = '00000000-0000-4000-8000-000000000000';
const publicity = { amount: 5, unit: 'workday', countFirstDay: false, preReview: true };
const later = {
  ...windows,
  submission: { ...windows.submission, closesAt: '2020-08-03T09:00:00.000Z' },
};

let house: House;
let organisations: Map<string, string>;
let first: Client;
let second: Client;
let url: string;

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  first = await inRole('programme-admin', '430000');
  second = await inRole('programme-admin', '430000');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  url = `/api/programmes/${await openProgramme(first)}`;
});
afterAll(() => house.close());

const form = async (part: object = {}): Promise<object> => {
  const { current } = (await first.get(`${url}/changes`)).body;
  return { ...current, windows: later, reason: '多地报送量大', ...part };
};
const propose = async (part: object = {}, version = 3) =>
  first.post(`${url}/changes`, await form(part), version);
const proposed = async (part: object = {}): Promise<string> => (await propose(part)).body.id;
const confirm = (by: Client, id: string, password = testPassword) =>
  by.post(`${url}/changes/${id}/confirmation`, { password });

describe('a change after the opening', () => {
  it('is made by two people, at once for everybody, under a new fingerprint', async () => {
    const before = (await first.get(url)).body;
    const id = await proposed({ publicity: { ...publicity, amount: 7 }, name: '改名' });
    expect((await first.get(url)).body.windows).toEqual(windows);
    expect((await first.get(`${url}/changes`)).body.pending.actions).toEqual(['take-back']);
    const { pending } = (await second.get(`${url}/changes`)).body;
    expect(pending.actions).toEqual(['confirm', 'reject']);
    expect(pending.differences).toContainEqual({
      path: 'windows.submission.closesAt',
      before: windows.submission.closesAt,
      after: later.submission.closesAt,
    });
    const done = await confirm(second, id);
    expect([done.status, done.body.version]).toEqual([200, 4]);
    const submitter = await inRole('submitter', '430102-01');
    const after = (await submitter.get(url)).body;
    expect([after.name, after.windows, after.fingerprint, after.publicity.amount]).toEqual([
      '改名',
      later,
      done.body.fingerprint,
      7,
    ]);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    const texts = await Promise.all(
      [1, 2].map((revision) => second.get(`${url}/changes/rules?revision=${revision}`)),
    );
    expect(texts.map(({ text }) => createHash('sha256').update(text).digest('hex'))).toEqual([
      before.fingerprint,
      after.fingerprint,
    ]);
    const shown = (await second.get(`${url}/changes`)).body;
    expect([shown.revision, shown.pending, shown.history[0].state]).toEqual([2, null, 'confirmed']);
  });

  it('lets units submit until the new time, to the millisecond', async () => {
    const id = await proposed();
    await house.setClock('2020-08-02T00:00:00.000Z');
    const submitter = await inRole('submitter', '430102-01');
    const programmeId = url.split('/').at(-1);
    const entry = (title: string) =>
      submitter.post('/api/entries', { programmeId, categoryCode: 'DY', title });
    expect((await entry('党建引领德育的实践')).body.code).toBe('entries.window-closed');
    expect((await confirm(second, id)).status).toBe(200);
    await house.setClock('2020-08-03T08:59:59.990Z');
    expect((await entry('党建引领德育的实践')).status).toBe(201);
    await house.setClock('2020-08-03T09:00:00.000Z');
    expect((await entry('党建引领教学的实践')).body.code).toBe('entries.window-closed');
  });

  it('is not confirmed by its proposer, without the password, twice, or where it does not belong', async () => {
    const id = await proposed();
    const codes = [
      await confirm(first, id),
      await confirm(second, id, 'guess'),
      await confirm(second, absent),
      await second.delete(`${url}/changes/${id}`),
      await first.post(`${url}/changes/${id}/rejection`, { reason: '不' }),
      await second.post(`${url}/changes/${id}/rejection`, { reason: ' ' }),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [409, 'programmes.second-person-needed'],
      [422, 'identity.wrong-password'],
      [404, 'programmes.not-found'],
      [409, 'programmes.not-proposer'],
      [409, 'programmes.second-person-needed'],
      [422, 'platform.bad-form'],
    ]);
    const other = `/api/programmes/${await openProgramme(first)}`;
    const elsewhere = await second.post(`${other}/changes/${id}/confirmation`, {
      password: testPassword,
    });
    expect(elsewhere.status).toBe(404);
    const both = await Promise.all([confirm(second, id), confirm(second, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('waits alone: another one is refused until it is decided on', async () => {
    const id = await proposed();
    expect((await propose()).body.code).toBe('programmes.change-open');
    const reason = '时间充足';
    const rejected = await second.post(`${url}/changes/${id}/rejection`, { reason });
    expect(rejected.status).toBe(204);
    const again = await proposed();
    expect((await first.delete(`${url}/changes/${again}`)).status).toBe(204);
    const { history, actions } = (await first.get(`${url}/changes`)).body;
    expect([history.map((one: { state: string }) => one.state), actions]).toEqual([
      ['taken-back', 'rejected'],
      ['propose'],
    ]);
    expect(await Promise.all([propose(), propose()]).then(statuses)).toEqual([201, 409]);
  });

  it('comes too late once its new time has passed while it waited', async () => {
    const id = await proposed();
    await house.setClock(later.submission.closesAt);
    const reply = await confirm(second, id);
    expect([reply.body.code, reply.body.details.faults]).toEqual([
      'programmes.change-too-late',
      [{ path: '/windows/submission/closesAt', code: 'in-the-past' }],
    ]);
  });

  it.each([
    ['nothing changed', { windows }, 422, 'programmes.nothing-changed'],
    ['no reason', { reason: ' ' }, 422, 'platform.bad-form'],
    ['a reason without end', { reason: '长'.repeat(501) }, 422, 'platform.bad-form'],
    ['an awards table', { awards: [] }, 422, 'platform.bad-form'],
    [
      'a calendar out of order',
      { windows: { ...windows, judging: windows.recommendation } },
      422,
      'programmes.change-too-late',
    ],
    ['a notice of no days', { publicity: { ...publicity, amount: 0 } }, 422, 'platform.bad-form'],
    ['a name without words', { name: '  ' }, 422, 'platform.bad-form'],
  ])('is refused with %s', async (_what, part, status, code) => {
    const reply = await propose(part);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('is refused on an old version, and known to nobody but the province', async () => {
    expect((await propose({}, 2)).status).toBe(412);
    for (const role of ['submitter', 'county-officer', 'prefecture-officer'] as const) {
      const code = {
        submitter: '430102-01',
        'county-officer': '430102',
        'prefecture-officer': '430100',
      };
      const client = await inRole(role, code[role]);
      expect((await client.get(`${url}/changes`)).status).toBe(403);
    }
    const supervisor = await inRole('supervisor', '430000');
    const id = await proposed();
    expect((await supervisor.get(`${url}/changes`)).body.pending.actions).toEqual([]);
    expect((await confirm(supervisor, id)).status).toBe(403);
    const none = await first.get(`${url}/changes/rules?revision=2`);
    expect([none.status, none.body.code]).toEqual([404, 'programmes.no-revision']);
  });

  it('cannot be written past the second person, not even in the database', async () => {
    const id = await proposed();
    const asOwner = (statement: string) =>
      house.database.source.transaction(async (manager) => {
        await manager.query(`select set_config('app.role', 'system', true)`);
        await manager.query(statement, [id]);
      });
    await expect(
      asOwner(`update programmes.rule_change set state = 'confirmed', decided_by = proposed_by,
        decided_at = now(), fingerprint = base_fingerprint, base_text = '', text = '' where id = $1`),
    ).rejects.toThrow('rule_change_by_two');
    await confirm(second, id);
    await expect(
      asOwner(`update programmes.rule_change set reason = '改' where id = $1`),
    ).rejects.toThrow('was decided');
    await expect(
      asOwner(`update programmes.programme set rules_revision = rules_revision + 1, name = '改'
        where id = (select programme_id from programmes.rule_change where id = $1)`),
    ).rejects.toThrow('frozen');
  });
});

const statuses = (replies: readonly { readonly status: number }[]): number[] =>
  replies.map(({ status }) => status).sort();
