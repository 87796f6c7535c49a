import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Programmes } from '../../src/programmes/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from '../support/client.js';
import { lockedList, rawEntry, soundEntry, submittedEntry } from '../support/entries.js';
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
const rejection = { reasonCode: 'stamp-missing', note: '缺县区盖章页' };
const reject = (id: string, seen = 1): Promise<Reply> =>
  admin.post(`/api/entries/${id}/rejection`, rejection, seen);
const check = async () =>
  (await admin.get(`/api/entries/formal-check?programmeId=${programmeId}`)).body;

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

describe('the formal check', () => {
  it('shows recommended entries alone, with what the program found', async () => {
    const sound = await submittedEntry(school, programmeId);
    const prefecture = await inRole('prefecture-officer', '430100');
    await prefecture.post(`/api/entries/${sound}/endorsement`, undefined, 2);
    await rawEntry(house, organisations, { programmeId, unitCode: '430102-02' });
    expect(await check()).toEqual({ entries: [], counts: [] });
    await lockedList(prefecture, programmeId);
    const { entries, counts } = await check();
    expect(counts).toEqual([{ state: 'recommended', count: 1 }]);
    expect(entries.map(({ id, caseNo }: { id: string; caseNo: string }) => [id, caseNo])).toEqual([
      [sound, '2020-DY-4301-01'],
    ]);
    // No worker runs here, so the copies for judges are not yet made.
    const failing = entries[0].checks.filter(({ ok }: { ok: boolean | null }) => ok === false);
    expect(failing).toEqual([
      {
        code: 'files',
        group: 'materials',
        ok: false,
        standing: 'fails',
        facts: [
          { code: 'files', where: 'body', params: { items: 1, min: 1, max: 1 } },
          { code: 'files', where: 'stamped-form', params: { items: 1, min: 1, max: 1 } },
          { code: 'files', where: 'photo', params: { items: 1, min: 1, max: 6 } },
        ],
        reasons: [
          { where: 'body', code: 'bad-value', params: {} },
          { where: 'photo', code: 'bad-value', params: {} },
        ],
        mark: null,
      },
    ]);
    const words = entries[0].checks.find(({ code }: { code: string }) => code === 'words');
    expect(words.facts[0]).toEqual({
      code: 'words',
      where: 'all-sections',
      params: { words: 2400, max: 3000, tolerance: 10 },
    });
    const whole = (await admin.get(`/api/entries/${sound}`)).body;
    expect([whole.audience, whole.fields.length, whole.attachments.length]).toEqual([
      'province',
      17,
      3,
    ]);
  });

  it('finds what is missing, late and over the places', async () => {
    const ids = [];
    for (let n = 0; n < 4; n++)
      ids.push(
        await rawEntry(house, organisations, {
          programmeId,
          unitCode: '430102-01',
          state: 'recommended',
          rank: 900 + n,
          caseNo: `2020-DY-4301-9${n}`,
          title: n < 2 ? '同名的一个案例' : `不同名的一个案例之${n}`,
          submittedAt: new Date('2020-08-15T09:00:00Z'),
        }),
      );
    const { entries } = await check();
    const codes = (place: number): string[] =>
      entries[place].checks
        .filter(({ ok }: { ok: boolean | null }) => ok === false)
        .map(({ code }: { code: string }) => code);
    const missing = ['complete', 'structure', 'commitments', 'quota', 'in-time'];
    expect([entries.length, codes(0), codes(3)]).toEqual([4, [...missing, 'repeats'], missing]);
    const repeats = entries[0].checks.find(({ code }: { code: string }) => code === 'repeats');
    expect(repeats.facts).toEqual([
      {
        code: 'same-title',
        where: '',
        params: {
          caseNo: '2020-DY-4301-91',
          title: '同名的一个案例',
          unitName: '芙蓉区示例小学',
          programmeName: '精品案例遴选',
        },
      },
    ]);
  });
});

describe('a decision', () => {
  it('accepts and gives no blind code away', async () => {
    const id = await recommended();
    await advance('check');
    expect((await accept(id)).body).toEqual({ id, state: 'accepted', version: 2 });
    for (const client of [admin, school])
      expect((await client.get(`/api/entries/${id}`)).text).not.toMatch(
        /blindCode|DY-[2-9A-Z]{4}"/,
      );
  });

  it('rejects for a reason that its unit reads, and may be corrected', async () => {
    const id = await recommended();
    await advance('check');
    expect((await reject(id)).body).toEqual({ id, state: 'rejected', version: 2 });
    const shown = (await school.get(`/api/entries/${id}`)).body;
    expect([shown.state, shown.rejectedReason, shown.rejectedNote]).toEqual([
      'rejected',
      'stamp-missing',
      '缺县区盖章页',
    ]);
    expect((await accept(id, 2)).body.state).toBe('accepted');
    expect((await admin.get(`/api/entries/${id}`)).body.rejectedReason).toBe(null);
  });

  it.each<[string, (id: string) => Promise<Reply>, number, string]>([
    ['by a school', (id) => accept(id, 1, school), 403, 'platform.no-right'],
    ['over another version', (id) => accept(id, 7), 412, 'platform.changed-since'],
    [
      'for no reason',
      (id) => admin.post(`/api/entries/${id}/rejection`, { reasonCode: 'x', note: 'a' }, 1),
      422,
      'platform.bad-form',
    ],
    [
      'without a note',
      (id) => admin.post(`/api/entries/${id}/rejection`, { ...rejection, note: '' }, 1),
      422,
      'platform.bad-form',
    ],
  ])('is refused %s', async (_what, act, status, code) => {
    const id = await recommended();
    await advance('check');
    expect(answer(await act(id))).toEqual([status, code]);
  });

  it('is refused before the checking and after it', async () => {
    const id = await recommended();
    expect(answer(await accept(id))).toEqual([409, 'entries.wrong-stage']);
    await advance('check');
    await advance('judge');
    expect(answer(await accept(id))).toEqual([409, 'entries.wrong-stage']);
    expect(
      answer(await school.post(`/api/entries/${id}/withdrawal`, { reason: '撤回' }, 1)),
    ).toEqual([409, 'entries.judging-began']);
  });
});
