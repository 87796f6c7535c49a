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

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const advance = (action: 'check' | 'judge'): Promise<unknown> =>
  house.database.transaction(systemActor, (tx) =>
    house.app.get(Programmes, { strict: false }).advance(tx, programmeId, action),
  );
const recommended = (more: object = {}): Promise<string> =>
  soundEntry(house, organisations, { programmeId, ...more });
const accept = (id: string, seen = 1, client = admin): Promise<Reply> =>
  client.post(`/api/entries/${id}/acceptance`, { confirmsOpen: true }, seen);
const mark = (id: string, item: string, form: object, seen = 0, client = admin): Promise<Reply> =>
  client.put(`/api/entries/${id}/check-marks/${item}`, form, seen);
const lines = async (id: string, client = admin) =>
  (await client.get(`/api/entries/${id}`)).body.checks as {
    code: string;
    standing: string;
    mark: { byName: string; note: string; version: number } | null;
  }[];
const standing = async (id: string, item: string): Promise<string | undefined> =>
  (await lines(id)).find(({ code }) => code === item)?.standing;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await inRole('programme-admin', '430000');
  school = await inRole('submitter', '430102-01');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
});
afterAll(() => house.close());

const fits = { verdict: 'fits', note: '' };

describe('an item of the list', () => {
  const peopleOnly = [
    ...['stamps', 'category', 'eligibility'],
    ...['anonymity', 'wording', 'privacy'],
  ];
  it('is kept as the officer found it: who, when and why', async () => {
    const id = await recommended();
    await advance('check');
    const open = (await lines(id)).filter((line) => line.standing === 'open');
    expect(open.map(({ code }) => code)).toEqual(peopleOnly);
    const fault = { verdict: 'fails', note: ' 缺县区盖章页 ' };
    expect((await mark(id, 'stamps', fault)).body).toEqual({ version: 1 });
    const kept = (await lines(id)).find(({ code }) => code === 'stamps');
    expect(kept).toMatchObject({
      standing: 'fails',
      mark: { verdict: 'fails', note: '缺县区盖章页', byName: '测试员', version: 1, counts: true },
    });
    expect(answer(await accept(id))).toEqual([409, 'entries.check-items-failing']);
    expect((await mark(id, 'stamps', { verdict: 'fits', note: '' }, 1)).body.version).toBe(2);
    expect((await accept(id)).body.state).toBe('accepted');
  });

  it('may be found otherwise than the program did, for a reason', async () => {
    const id = await recommended({ submittedAt: new Date('2020-08-15T09:00:00Z') });
    await advance('check');
    const refused = await accept(id);
    expect([refused.body.code, refused.body.details]).toEqual([
      'entries.check-items-failing',
      { items: ['in-time'] },
    ]);
    const unreasoned = await mark(id, 'in-time', { verdict: 'fits', note: ' ' });
    expect(answer(unreasoned)).toEqual([422, 'entries.mark-needs-note']);
    await mark(id, 'in-time', { verdict: 'fits', note: '当日系统故障，已核实' });
    expect((await accept(id)).body.state).toBe('accepted');
  });

  it('waits for the officer, who confirms the rest when accepting', async () => {
    const id = await recommended();
    await advance('check');
    const unseen = await admin.post(`/api/entries/${id}/acceptance`, undefined, 1);
    expect([unseen.body.code, unseen.body.details.items]).toEqual([
      'entries.check-items-open',
      peopleOnly,
    ]);
    await mark(id, 'wording', { verdict: 'fits', note: '已看' });
    expect((await accept(id)).status).toBe(200);
    const kept = (await lines(id)).filter((line) => line.mark !== null);
    expect(kept.map(({ code, mark: found }) => [code, found?.note])).toEqual(
      peopleOnly.map((code) => [code, code === 'wording' ? '已看' : '']),
    );
  });

  it('is known to the province and its supervisor alone', async () => {
    const id = await recommended();
    await advance('check');
    await mark(id, 'wording', { verdict: 'fails', note: '机密的说明' });
    const supervisor = await inRole('supervisor', '430000');
    expect((await supervisor.get(`/api/entries/${id}`)).text).toContain('机密的说明');
    for (const client of [school, await inRole('prefecture-officer', '430100')])
      expect((await client.get(`/api/entries/${id}`)).text).not.toMatch(/机密的说明|"checks"/);
  });

  it.each<[string, (id: string) => Promise<Reply>, number, string]>([
    ['by a school', (id) => mark(id, 'wording', fits, 0, school), 403, 'platform.no-right'],
    [
      'that is not on the list',
      (id) => mark(id, 'beauty', fits),
      422,
      'entries.unknown-check-item',
    ],
    ['over another finding', (id) => mark(id, 'wording', fits, 3), 412, 'platform.changed-since'],
    [
      'without a version',
      (id) => admin.put(`/api/entries/${id}/check-marks/wording`, fits),
      428,
      'platform.version-required',
    ],
    [
      'that nobody knows',
      (id) => mark(id, 'wording', { verdict: 'maybe', note: '' }),
      422,
      'platform.bad-form',
    ],
    [
      'that fails for no reason',
      (id) => mark(id, 'wording', { verdict: 'fails', note: '' }),
      422,
      'entries.mark-needs-note',
    ],
    [
      'with a novel',
      (id) => mark(id, 'wording', { verdict: 'fits', note: '长'.repeat(1001) }),
      422,
      'platform.bad-form',
    ],
  ])('is refused %s', async (_what, act, status, code) => {
    const id = await recommended();
    await advance('check');
    expect(answer(await act(id))).toEqual([status, code]);
    expect(await standing(id, 'wording')).toBe('open');
  });

  it('is not judged before the checking, nor once accepted', async () => {
    const id = await recommended();
    expect(answer(await mark(id, 'wording', fits))).toEqual([409, 'entries.wrong-stage']);
    await advance('check');
    await accept(id);
    expect(answer(await mark(id, 'wording', fits, 1))).toEqual([409, 'entries.wrong-state']);
  });
});
