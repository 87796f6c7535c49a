import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computedRun } from '../support/assignments.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  afterJudging,
  checkedSelection,
  invitedJudge,
  type Selection,
  system,
  whileChecking,
} from '../support/judging.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let selection: Selection;

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
});
afterAll(() => house.close());

const url = (rest: string): string => `/api/judging/programmes/${selection.programmeId}/${rest}`;

describe('inviting', () => {
  const row = {
    name: '周敏',
    email: 'zhoumin@example.org',
    organisationCode: '430202-01',
    categoryCode: 'DY',
    code: 'DY-90',
  };

  it('asks each person once, and tells them', async () => {
    const invite = async (part: object = {}) =>
      (await selection.admin.post(url('judges'), { judges: [{ ...row, ...part }] })).body;
    const conflict = { code: 'DY-90', kinds: ['same-unit', 'same-prefecture'], entries: 2 };
    expect(await invite()).toEqual({ invited: 1, known: 0, conflicted: [conflict] });
    expect(await invite()).toEqual({ invited: 0, known: 1, conflicted: [] });
    const { judges } = (await selection.admin.get(url('judges'))).body;
    expect(judges).toEqual([
      {
        ...{ id: expect.any(String), code: 'DY-90', name: '周敏', email: row.email },
        ...{ categoryId: expect.any(String), category: '党建+德育工作' },
        ...{ unit: '荷塘区示例小学', prefecture: '株洲', state: 'invited', reason: null },
        ...{
          isChair: false,
          version: 1,
          invitedAt: expect.any(String),
          answeredAt: null,
          actions: ['withdraw'],
        },
      },
    ]);
    const told = await system(
      house,
      "select payload from platform.outbox where name = 'judging.judge-invited'",
    );
    expect(told).toEqual([{ payload: { judgeId: judges[0].id } }]);
  });

  it.each([
    ['an unknown category', { categoryCode: 'XX' }, 422, 'judging.unknown-category'],
    ['an unknown unit', { organisationCode: '999999' }, 422, 'identity.unknown-organisation'],
    ['a code in use', { email: 'another@example.org' }, 409, 'judging.code-taken'],
    ['a second category', { categoryCode: 'SD' }, 409, 'judging.judge-in-other-category'],
    ['a code without number', { code: 'DY' }, 422, 'platform.bad-form'],
  ])('is refused for %s, and then nobody is asked', async (_what, part, status, code) => {
    const good = { ...row, email: 'new@example.org', code: 'DY-91' };
    const reply = await selection.admin.post(url('judges'), {
      judges: [good, { ...row, ...part }],
    });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect((await selection.admin.get(url('judges'))).body.judges).toHaveLength(1);
  });

  it('is answered by the invited alone, once, and may be repeated after a refusal', async () => {
    const judge = await invitedJudge(selection, '430000');
    const other = await invitedJudge(selection, '430000');
    const answer = `/api/judging/invitations/${judge.id}`;
    expect((await other.client.post(`${answer}/acceptance`, undefined, 1)).status).toBe(404);
    const declined = await judge.client.post(`${answer}/refusal`, { reason: '时间冲突' }, 1);
    expect([declined.status, declined.body]).toEqual([200, { version: 2 }]);
    const late = await judge.client.post(`${answer}/acceptance`, undefined, 2);
    expect([late.status, late.body.code]).toEqual([409, 'judging.wrong-state']);
    const [mine] = (await judge.client.get('/api/judging/invitations')).body;
    expect(mine).toMatchObject({ id: judge.id, state: 'declined', rounds: [], actions: [] });
    const [person] = await system<{ email: string }>(
      house,
      'select email from identity.person where id = $1',
      [judge.personId],
    );
    const { email } = person ?? {};
    const again = { ...row, email, organisationCode: '430000', code: judge.code };
    expect((await selection.admin.post(url('judges'), { judges: [again] })).body.invited).toBe(1);
    expect((await judge.client.post(`${answer}/acceptance`, undefined, 2)).status).toBe(412);
    expect((await judge.client.post(`${answer}/acceptance`, undefined, 3)).status).toBe(200);
    await other.client.post(`/api/judging/invitations/${other.id}/refusal`, { reason: '忙' }, 1);
  });
});

describe('judging', () => {
  it('is managed by administrators and done by judges', async () => {
    const judge = await clientIn(house, selection.organisations, 'judge', '430102-01');
    const supervisor = await clientIn(house, selection.organisations, 'supervisor', '430000');
    for (const client of [judge, supervisor, selection.admin]) {
      const manage = (await client.get(url('judges'))).status;
      const score = (await client.get('/api/judging/invitations')).status;
      expect([manage, score]).toEqual(
        client === selection.admin ? [200, 403] : client === judge ? [403, 200] : [403, 403],
      );
    }
  });

  it('goes from preparation to opening, each step at the version last seen', async () => {
    await acceptedJudge(selection, '430000');
    await system(house, "update entries.entry set state = 'recommended' where id = $1", [
      selection.entryIds[0],
    ]);
    const unchecked = await selection.admin.post(url('rounds'), {});
    expect([unchecked.status, unchecked.body.code]).toEqual([409, 'judging.entries-undecided']);
    await system(house, "update entries.entry set state = 'accepted' where id = $1", [
      selection.entryIds[0],
    ]);
    const before = (await selection.admin.get(url('rounds'))).body;
    expect(before).toEqual({ rounds: [], actions: ['invite', 'prepare'] });
    const { body } = await selection.admin.post(url('rounds'), { name: '网络评审' });
    expect(body).toEqual({ id: expect.any(String), version: 1 });
    const twice = await selection.admin.post(url('rounds'), {});
    expect([twice.status, twice.body.code]).toEqual([409, 'judging.round-exists']);
    const round = `/api/judging/rounds/${body.id}`;
    const unassigned = await selection.admin.post(`${round}/opening`, undefined, 1);
    expect([unassigned.status, unassigned.body.code]).toEqual([409, 'judging.wrong-state']);
    const runId = await computedRun(selection, body.id, { kind: 'assignment', seed: '20200821' });
    const deploy = (version?: number) =>
      selection.admin.post(`/api/judging/assignments/${runId}/deployment`, undefined, version);
    expect((await deploy()).status).toBe(428);
    expect((await deploy(2)).status).toBe(412);
    expect((await deploy(1)).body).toEqual({ version: 2, added: 8, removed: 0 });
    expect((await deploy(1)).status).toBe(412);
    expect((await deploy(2)).body.code).toBe('judging.wrong-state');
    await house.setClock(whileChecking);
    const early = await selection.admin.post(`${round}/opening`, undefined, 2);
    expect([early.status, early.body.code]).toEqual([409, 'judging.window-not-open']);
    await house.setClock(afterJudging);
    const late = await selection.admin.post(`${round}/opening`, undefined, 2);
    expect([late.status, late.body.code]).toEqual([409, 'judging.window-closed']);
    const until = '2020-09-10T09:00:00.000Z';
    expect((await selection.admin.post(`${round}/opening`, { until }, 2)).status).toBe(422);
    const longer = { until, reason: '形式审查延期' };
    expect((await selection.admin.post(`${round}/opening`, longer, 2)).body).toEqual({
      version: 3,
    });
    const order = { kind: 'assignment', seed: 'again' };
    const again = await selection.admin.post(`${round}/assignments`, order);
    expect([again.status, again.body.code]).toEqual([409, 'judging.wrong-state']);
  });

  it('shows who is how far, and what each entry has, page by page', async () => {
    const [{ id }] = (await selection.admin.get(url('rounds'))).body.rounds;
    const shown = (await selection.admin.get(`/api/judging/rounds/${id}`)).body;
    expect(shown).toMatchObject({
      ...{ name: '网络评审', state: 'open', perEntry: 2, entries: 4, gaps: 0, complete: 0 },
      ...{ closesAt: '2020-09-10T09:00:00.000Z', windowOpensAt: '2020-08-20T01:00:00.000Z' },
      comparability: [{ category: '党建+德育工作', judges: 2, parts: 1, share: expect.closeTo(1) }],
      actions: ['repair', 'add-sheet', 'extend', 'close'],
    });
    expect(
      shown.judges.map(({ assigned, begun, done }: Record<string, number>) => [
        assigned,
        begun,
        done,
      ]),
    ).toEqual([
      [4, 0, 0],
      [4, 0, 0],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/score|total|comment/);
    const list = (rest: string) => selection.admin.get(`/api/judging/rounds/${id}/entries${rest}`);
    const all = (await list('')).body;
    expect(all.next).toBe(null);
    expect(all.entries.map(({ gap }: { gap: number }) => gap)).toEqual([0, 0, 0, 0]);
    const caseNos = all.entries.map(({ caseNo }: { caseNo: string }) => caseNo);
    expect(caseNos).toEqual([...caseNos].sort());
    expect((await list(`?after=${caseNos[2]}`)).body.entries).toEqual([all.entries[3]]);
    expect((await list('?gaps=true')).body.entries).toEqual([]);
    const [judge] = shown.judges;
    await selection.admin.post(
      `/api/judging/judges/${judge.id}/withdrawal`,
      { reason: '回避' },
      judge.version,
    );
    expect((await list('?gaps=true')).body.entries).toHaveLength(4);
    await system(house, "update programmes.programme set state = 'tallied'");
    const gone = await selection.admin.post(
      `/api/judging/judges/${shown.judges[1].id}/withdrawal`,
      { reason: '迟了' },
      shown.judges[1].version,
    );
    expect([gone.status, gone.body.code]).toEqual([409, 'judging.wrong-state']);
    await system(house, "update programmes.programme set state = 'judging'");
    const runId = await computedRun(selection, id, { kind: 'repair' });
    const failed = (await selection.admin.get(`/api/judging/assignments/${runId}`)).body;
    expect([failed.state, failed.failure.code]).toEqual(['failed', 'not-enough-judges']);
  });
});
