import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
} from '../support/judging.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let selection: Selection;
let first: SeatedJudge;
let second: SeatedJudge;
let roundId: string;

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  first = await acceptedJudge(selection, '430000');
  second = await acceptedJudge(selection, '430000');
  roundId = await openedRound(selection);
});
afterAll(() => house.close());

const sheetOf = async (judge: SeatedJudge, place: number): Promise<string> =>
  (await queueOf(judge.client, roundId))[place]?.id ?? 'none';
const report = (client: Client, sheetId: string, form: object): Promise<Reply> =>
  client.post(`/api/judging/sheets/${sheetId}/problems`, form);
const missing = { kind: 'missing', note: '第 2 个附件打不开' };
const own = async (client: Client, sheetId: string) =>
  (await client.get(`/api/judging/sheets/${sheetId}/problems`)).body;
const tasks = async () =>
  (await selection.admin.get(`/api/judging/programmes/${selection.programmeId}/problems`)).body;
const settle = (id: string, answer: string, seen: number, client = selection.admin) =>
  client.post(`/api/judging/problems/${id}/settlement`, { answer }, seen);
const said = ({ status, body }: Reply): unknown[] => [status, body?.code];

describe('a problem with the material', () => {
  it('becomes a task of the administrators, whose answer only the judge reads', async () => {
    const sheetId = await sheetOf(first, 0);
    const reported = await report(first.client, sheetId, missing);
    expect(reported.status).toBe(201);
    const { id } = reported.body;
    const [mine] = await own(first.client, sheetId);
    expect(mine).toMatchObject({ id, ...missing, state: 'open', answer: null });
    const [task] = await tasks();
    expect(task).toMatchObject({ id, judgeCode: first.code, version: 1, actions: ['settle'] });
    expect(task.caseNo).toMatch(/^2020-DY-/);

    expect((await settle(id, '附件已重新生成', 1)).body).toEqual({ version: 2 });
    expect((await own(first.client, sheetId))[0]).toMatchObject({
      state: 'settled',
      answer: '附件已重新生成',
    });
    expect((await tasks())[0]).toMatchObject({ settler: '测试员', actions: [] });
    const entry = (await queueOf(first.client, roundId))[0]?.blindCode;
    const theirs = (await queueOf(second.client, roundId)).find(
      ({ blindCode }) => blindCode === entry,
    );
    expect(await own(second.client, theirs?.id ?? 'none')).toEqual([]);
  });

  it('leaves the sheet and its scores as they are', async () => {
    const sheetId = await sheetOf(first, 1);
    const before = (await first.client.get(`/api/judging/sheets/${sheetId}`)).text;
    await report(first.client, sheetId, { kind: 'other', note: '排版错乱' });
    expect((await first.client.get(`/api/judging/sheets/${sheetId}`)).text).toBe(before);
  });

  it("of another judge's sheet is refused like one of a sheet that does not exist", async () => {
    const theirs = await sheetOf(second, 0);
    for (const sheetId of [theirs, randomUUID()]) {
      expect(said(await report(first.client, sheetId, missing))).toEqual([
        404,
        'judging.not-found',
      ]);
      const looked = await first.client.get(`/api/judging/sheets/${sheetId}/problems`);
      expect(said(looked)).toEqual([404, 'judging.not-found']);
    }
  });

  it('of a programme that does not exist is not an empty list', async () => {
    const path = `/api/judging/programmes/${randomUUID()}/problems`;
    expect(said(await selection.admin.get(path))).toEqual([404, 'programmes.not-found']);
  });

  it.each([
    ['of no kind', { kind: 'ugly', note: '不好看' }, 422, 'platform.bad-form'],
    ['without words', { kind: 'other', note: ' \n' }, 422, 'platform.bad-form'],
    ['too long', { kind: 'other', note: '长'.repeat(501) }, 422, 'platform.bad-form'],
    ['with more than the form', { ...missing, state: 'settled' }, 422, 'platform.bad-form'],
  ])('%s is refused', async (_what, form, status, code) => {
    expect(said(await report(first.client, await sheetOf(first, 2), form))).toEqual([status, code]);
  });

  it('is not reported a sixth time while five wait', async () => {
    const sheetId = await sheetOf(second, 3);
    const replies = [];
    for (let time = 0; time < 6; time++)
      replies.push(said(await report(second.client, sheetId, missing)));
    expect(replies.slice(0, 5).every(([status]) => status === 201)).toBe(true);
    expect(replies[5]).toEqual([409, 'judging.too-many-problems']);
  });

  it('is settled once, by an administrator, over the version they saw', async () => {
    const sheetId = await sheetOf(first, 3);
    const { id } = (await report(first.client, sheetId, missing)).body;
    const supervisor = await clientIn(house, selection.organisations, 'supervisor', '430000');
    expect(said(await settle(id, ' ', 1))).toEqual([422, 'platform.bad-form']);
    expect(said(await settle(id, '已处理', 1, first.client))).toEqual([403, 'platform.no-right']);
    expect(said(await settle(id, '已处理', 1, supervisor))).toEqual([403, 'platform.no-right']);
    expect(said(await settle(randomUUID(), '已处理', 1))).toEqual([404, 'judging.not-found']);
    expect(said(await settle(id, '已处理', 9))).toEqual([412, 'platform.changed-since']);
    expect((await settle(id, '已处理', 1)).status).toBe(200);
    expect(said(await settle(id, '再处理', 2))).toEqual([409, 'judging.wrong-state']);
  });
});
