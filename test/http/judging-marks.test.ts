import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  afterJudging,
  checkedSelection,
  fillSheet,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
  system,
} from '../support/judging.js';

let house: House;
let selection: Selection;
let roundId: string;
let first: SeatedJudge;
let second: SeatedJudge;
let ids: string[];

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  first = await acceptedJudge(selection, '430000');
  second = await acceptedJudge(selection, '430000');
  roundId = await openedRound(selection);
  ids = (await queueOf(first.client, roundId)).map(({ id }) => id);
});
afterAll(() => house.close());

const url = (sheetId: string, part: string) => `/api/judging/sheets/${sheetId}/${part}`;
const secret = '结构松散，与第三份对照';

describe('what a judge notes for themselves', () => {
  it('is kept with its version, and a second window is told what stands there', async () => {
    const [id = ''] = ids;
    const put = (note: unknown, seen: number) => first.client.put(url(id, 'note'), { note }, seen);
    expect((await put(secret, 0)).body).toEqual({ version: 1 });
    const stale = await put('另一窗口', 0);
    expect([stale.status, stale.body.code, stale.body.details]).toEqual([
      ...[412, 'platform.changed-since'],
      { version: 1, value: secret },
    ]);
    const shown = await first.client.get(`/api/judging/sheets/${id}`);
    expect(shown.body).toMatchObject({ note: secret, noteVersion: 1, flagged: false });
  });

  it('puts a sheet aside and takes it up again, as often as it is asked', async () => {
    const [id = ''] = ids;
    for (const flagged of [true, true, false, true]) {
      const reply = await first.client.put(url(id, 'flag'), { flagged });
      expect(reply.status).toBe(204);
      const { sheets } = (await first.client.get(`/api/judging/rounds/${roundId}/queue`)).body;
      expect(sheets[0].flagged).toBe(flagged);
    }
  });

  it.each([
    ['a note that is too long', 'note', { note: '长'.repeat(4001) }],
    ['a note that is no text', 'note', { note: 7 }],
    ['no note', 'note', {}],
    ['more than a note', 'note', { note: '', judgeId: randomUUID() }],
    ['a flag that is no yes or no', 'flag', { flagged: 'true' }],
    ['no flag', 'flag', {}],
  ])('refuses %s', async (_what, part, body) => {
    const reply = await first.client.put(url(ids[0] ?? '', part), body, 1);
    expect([reply.status, reply.body.code]).toEqual([422, 'platform.bad-form']);
  });

  it('is no beginning: the sheet, its version and the monitor stay as they were', async () => {
    const rows = await system<{ state: string; version: number; touched: unknown }>(
      house,
      'select state, version, touched_at as touched from judging.score_sheet where id = $1',
      [ids[0]],
    );
    expect(rows).toEqual([{ state: 'assigned', version: 1, touched: null }]);
    const monitor = await selection.admin.get(`/api/judging/rounds/${roundId}/monitor`);
    for (const judge of monitor.body.judges)
      expect([judge.begun, judge.touchedAt]).toEqual([0, null]);
  });

  it('is seen by nobody else, not even by the system, and changed by nobody else', async () => {
    const [id = ''] = ids;
    for (const part of ['note', 'flag']) {
      const body = part === 'note' ? { note: 'x' } : { flagged: false };
      for (const target of [id, randomUUID()]) {
        const reply = await second.client.put(url(target, part), body, 1);
        expect([reply.status, reply.body.code]).toEqual([404, 'judging.not-found']);
      }
      expect((await selection.admin.put(url(id, part), body, 1)).status).toBe(403);
    }
    expect(await system(house, 'select * from judging.private_mark')).toEqual([]);
    const admin = await selection.admin.get(`/api/judging/rounds/${roundId}/monitor`);
    expect(admin.text).not.toContain(secret);
  });

  it('may follow a signature, and ends with the round', async () => {
    const [, id = ''] = ids;
    await fillSheet(first.client, id);
    expect((await first.client.post(`/api/judging/rounds/${roundId}/signature`)).body.signed).toBe(
      1,
    );
    expect((await first.client.put(url(id, 'note'), { note: '已签' }, 0)).status).toBe(200);
    await house.setClock(afterJudging);
    const late = await first.client.put(url(id, 'note'), { note: '晚了' }, 1);
    expect([late.status, late.body.code]).toEqual([409, 'judging.late']);
    const flag = await first.client.put(url(id, 'flag'), { flagged: true });
    expect([flag.status, flag.body.code]).toEqual([409, 'judging.late']);
  });
});

describe('the list of own sheets', () => {
  it('has every score by criterion, empty where there is none, and since when it is scored', async () => {
    const { body } = await first.client.get(`/api/judging/rounds/${roundId}/queue`);
    expect(body.criteria).toHaveLength(6);
    const [untouched, filled] = body.sheets;
    expect(untouched.scores.map(({ value }: { value: unknown }) => value)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    expect(untouched.scoredAt).toBeNull();
    expect(filled.scores[1]).toEqual({ criterion: 'fusion', value: 2000 });
    expect(filled.scoredAt).toMatch(/^2020-/);
  });
});
