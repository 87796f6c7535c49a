import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countQueries } from '../support/count-queries.js';
import type { Client, Reply } from '../support/client.js';
import { lockedList, lockList, rawEntry, stampedSheet } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

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
const lock = (client = prefecture): Promise<Reply> => lockList(client, programmeId);
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

describe('a locked list', () => {
  it('numbers the entries in their order, and nothing on it changes any more', async () => {
    const [a, b, c] = [await raw(), await raw({ title: '“另一个”案例的名称' }), await raw()];
    for (const id of [a, b, c]) await endorse(id);
    await rank([c, b, a]);
    expect((await school.post(`/api/entries/${b}/withdrawal`, { reason: '撤回' }, 2)).status).toBe(
      200,
    );
    const locked = await lockedList(prefecture, programmeId);
    expect([locked.status, locked.body]).toEqual([
      201,
      {
        lockedAt: expect.any(String),
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        entries: 2,
      },
    ]);
    const { categories, lock: shown, actions } = await list();
    expect([shown, actions]).toEqual([
      { lockedAt: locked.body.lockedAt, fingerprint: locked.body.fingerprint },
      [],
    ]);
    expect(
      categories[0].entries.map((entry: Record<string, unknown>) => [
        entry['id'],
        entry['state'],
        entry['caseNo'],
        entry['version'],
        entry['actions'],
      ]),
    ).toEqual([
      [c, 'recommended', '2020-DY-4301-01', 3, []],
      [a, 'recommended', '2020-DY-4301-02', 3, []],
    ]);
    const late = await raw();
    for (const reply of [await lock(), await rank([c, a]), await endorse(late)])
      expect(answer(reply)).toEqual([409, 'entries.list-locked']);
    expect(answer(await takeBack(a, 3))).toEqual([409, 'entries.list-locked']);
  });

  it('is refused while it is empty', async () => {
    expect(answer(await lock())).toEqual([409, 'entries.list-empty']);
  });

  it('is locked once by two officers at the same time', async () => {
    await endorse(await raw());
    const other = await inRole('prefecture-officer', '430100');
    await stampedSheet(prefecture, programmeId);
    const replies = await Promise.all([lock(), lock(other), lock(), lock(other)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it("leaves a neighbour's list open, and each sees its own alone", async () => {
    await endorse(await raw());
    await lock();
    expect(await list(neighbour)).toMatchObject({ lock: null });
    const theirs = await rawEntry(house, organisations, { programmeId, unitCode: '430202-01' });
    expect((await endorse(theirs, 1, neighbour)).status).toBe(200);
    expect((await ranks()).length).toBe(1);
  });
});

describe('a list of entries', () => {
  it('comes in pages, with counts of every state, in as many queries for many as for one', async () => {
    const url = `/api/entries?programmeId=${programmeId}`;
    await raw();
    const one = await countQueries(house.database.source, () => prefecture.get(url));
    const ids = await Promise.all(Array.from({ length: 104 }, () => raw()));
    const many = await countQueries(house.database.source, () => prefecture.get(url));
    expect(many).toBe(one);
    await endorse(ids[0] ?? '');
    const first = (await prefecture.get(url)).body;
    const second = (await prefecture.get(`${url}&after=${first.next}`)).body;
    const seen = [...first.entries, ...second.entries].map(({ id }: { id: string }) => id);
    expect([first.entries.length, second.entries.length, second.next]).toEqual([100, 5, undefined]);
    expect(new Set(seen).size).toBe(105);
    expect(first.counts).toEqual([
      { state: 'endorsed', count: 1 },
      { state: 'submitted', count: 104 },
    ]);
    const endorsed = (await prefecture.get(`${url}&state=endorsed&category=DY`)).body;
    expect(endorsed.entries.map(({ id }: { id: string }) => id)).toEqual([ids[0]]);
    expect(endorsed.counts).toEqual(first.counts);
    expect((await neighbour.get(url)).body).toEqual({ entries: [], counts: [] });
    expect(answer(await prefecture.get(`${url}&category=ZZ`))).toEqual([
      422,
      'entries.unknown-category',
    ]);
    expect(answer(await prefecture.get(`${url}&state=won`))).toEqual([422, 'platform.bad-form']);
  });
});
