import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Judging } from '../../src/judging/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import { deployedRun } from '../support/assignments.js';
import type { Client } from '../support/client.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  afterJudging,
  checkedSelection,
  fillSheet,
  onRound,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
  sheetsOf,
  system,
} from '../support/judging.js';
import { testPassword } from '../support/people.js';
import { clientIn } from '../support/programmes.js';

type Judge = SeatedJudge & { readonly personId: string };

describe('the unlocking of a signed sheet', () => {
  let house: House;
  let selection: Selection;
  let roundId: string;
  let judges: Judge[];
  let second: Client;
  let supervisor: Client;
  let caseNos: Map<string, string>;
  const judge = (at = 0): Judge => judges[at] as Judge;

  beforeAll(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    const { organisations } = selection;
    judges = [];
    for (let at = 0; at < 3; at++) judges.push(await acceptedJudge(selection, '430000'));
    roundId = await openedRound(selection);
    second = await clientIn(house, organisations, 'programme-admin', '430000');
    supervisor = await clientIn(house, organisations, 'supervisor', '430000');
    const rows = await system<{ id: string; caseNo: string }>(
      house,
      'select id, case_no as "caseNo" from entries.entry',
    );
    caseNos = new Map(rows.map(({ id, caseNo }) => [id, caseNo]));
    for (const { client } of judges) {
      for (const { id } of await queueOf(client, roundId)) await fillSheet(client, id);
      await client.post(`/api/judging/rounds/${roundId}/signature`);
    }
  });
  afterAll(() => house.close());

  /** A sheet of this judge: its id, and what names it to an administrator. */
  const sheetOf = async (at: number, place = 0) => {
    const judgeId = judge(at).id;
    const [sheet] = await system<{ id: string; entryId: string }>(
      house,
      `select id, entry_id as "entryId" from judging.score_sheet where judge_id = $1
       order by id offset $2 limit 1`,
      [judgeId, place],
    );
    if (sheet === undefined) throw new Error('no such sheet');
    return { ...sheet, judgeId, caseNo: caseNos.get(sheet.entryId) ?? '' };
  };
  const ask = (body: object, client = selection.admin) =>
    client.post(`/api/judging/rounds/${roundId}/unlocks`, body);
  const confirm = (id: string, client = second, password = testPassword, version = 1) =>
    client.post(`/api/judging/unlocks/${id}/confirmation`, { password }, version);
  const listed = async (client: Client) =>
    (await client.get(`/api/judging/unlocks?roundId=${roundId}`)).body;

  it('is asked for with a reason, once, by name of entry and judge', async () => {
    const { caseNo, judgeId } = await sheetOf(0);
    const form = { caseNo, judgeId, reason: '评委来函说明误填' };
    for (const [body, status, code] of [
      [{ ...form, reason: ' ' }, 422, 'platform.bad-form'],
      [{ ...form, reason: '长'.repeat(501) }, 422, 'platform.bad-form'],
      [{ ...form, judgeId: 'nobody' }, 422, 'platform.bad-form'],
      [{ ...form, more: 1 }, 422, 'platform.bad-form'],
      [{ ...form, caseNo: '2020-DY-0000-999' }, 422, 'judging.unknown-case-nos'],
      [{ ...form, judgeId: randomUUID() }, 404, 'judging.not-found'],
    ] as const)
      expect([await ask(body).then((reply) => [reply.status, reply.body.code]), body]).toEqual([
        [status, code],
        body,
      ]);
    expect((await ask(form)).status).toBe(201);
    const again = await ask(form, second);
    expect([again.status, again.body.code]).toEqual([409, 'judging.unlock-pending']);
    expect(await listed(selection.admin)).toMatchObject([
      { caseNo, judgeCode: judge().code, state: 'requested', actions: ['dismiss'], version: 1 },
    ]);
    expect((await listed(second))[0].actions).toEqual(['confirm', 'dismiss']);
    expect((await listed(supervisor))[0].actions).toEqual([]);
  });

  it.each([
    ['a visitor', null, 401],
    ['a submitter', 'submitter', 403],
    ['an audit administrator', 'audit-admin', 403],
  ] as const)('is closed to %s', async (_who, role, status) => {
    const unit = role === 'submitter' ? '430102-01' : '430000';
    const client = role
      ? await clientIn(house, selection.organisations, role, unit)
      : house.visitor;
    expect((await client.get('/api/judging/unlocks')).status).toBe(status);
    expect((await ask({}, client)).status).toBe(status);
    expect((await confirm(randomUUID(), client)).status).toBe(status);
  });

  it('is read and not done by a supervisor, and by no judge at all', async () => {
    expect((await ask({}, supervisor)).status).toBe(403);
    expect((await confirm(randomUUID(), supervisor)).status).toBe(403);
    expect((await judge().client.get('/api/judging/unlocks')).status).toBe(403);
  });

  it('needs another person, their password and what they saw', async () => {
    const [{ id }] = await listed(second);
    const refusals = [
      [await confirm(id, selection.admin), 409, 'judging.same-person'],
      [await confirm(id, second, '不是这个口令'), 422, 'identity.wrong-password'],
      [await confirm(id, second, testPassword, 7), 412, 'platform.changed-since'],
      [await confirm(randomUUID()), 404, 'judging.not-found'],
    ] as const;
    expect(refusals.map(([{ status, body }]) => [status, body.code])).toEqual(
      refusals.map(([, status, code]) => [status, code]),
    );
    const sheet = await sheetOf(0);
    expect((await judge().client.get(`/api/judging/sheets/${sheet.id}`)).body.state).toBe('signed');
  });

  it('opens the sheet, keeps what was signed, and tells nobody the score', async () => {
    const [{ id }] = await listed(second);
    expect((await confirm(id)).body).toEqual({ version: 2 });
    const sheet = await sheetOf(0);
    const { state, total, actions } = (await judge().client.get(`/api/judging/sheets/${sheet.id}`))
      .body;
    expect([state, total, ...actions]).toEqual(['draft', 8000, 'mark', 'score', 'recuse']);
    const kept = await system<{ content: object }>(
      house,
      'select content from judging.earlier_signature where sheet_id = $1',
      [sheet.id],
    );
    expect(kept).toMatchObject([{ content: { total: 8000, scores: { fusion: 2000 } } }]);
    for (const client of [selection.admin, supervisor])
      expect((await listed(client))[0]).toMatchObject({
        ...{ state: 'confirmed', before: null, after: null, actions: [] },
      });
    const twice = await confirm(id, second, testPassword, 2);
    expect([twice.status, twice.body.code]).toEqual([409, 'judging.wrong-state']);
    const again = await ask({ ...sheet, id: undefined, entryId: undefined, reason: '再次' });
    expect([again.status, again.body.code]).toEqual([409, 'judging.sheet-not-signed']);
  });

  it('lets its judge sign anew even after the round’s time, and nothing else', async () => {
    await house.setClock('2020-09-01T08:00:00.000Z');
    const other = await sheetOf(1);
    const { id } = (await ask({ caseNo: other.caseNo, judgeId: other.judgeId, reason: '更正笔误' }))
      .body;
    expect((await confirm(id)).status).toBe(200);
    await house.setClock(afterJudging);
    const fusion = (sheetId: string, client: Client, version: number) =>
      client.put(`/api/judging/sheets/${sheetId}/scores/fusion`, { value: 1000 }, version);
    expect((await fusion(other.id, judge(1).client, 1)).status).toBe(200);
    const signing = `/api/judging/rounds/${roundId}/signature`;
    expect((await judge(1).client.post(signing)).body).toMatchObject({ signed: 1 });
    const first = await sheetOf(0);
    const late = await fusion(first.id, judge().client, 1);
    expect([late.status, late.body.code]).toEqual([409, 'judging.late']);
    expect((await judge().client.post(signing)).body.code).toBe('judging.late');
  });

  it('makes way for a recusal that was found after the signature', async () => {
    const more = { until: '2020-09-05T09:00:00.000Z', reason: '补派评委' };
    expect((await onRound(selection, roundId, 'extension', more)).status).toBe(200);
    const { caseNo, judgeId, entryId } = await sheetOf(2);
    const recusal = { judgeId, caseNos: [caseNo], kind: 'kin', note: '事后查实' };
    const url = `/api/judging/programmes/${selection.programmeId}/conflicts`;
    expect((await selection.admin.post(url, recusal)).body.code).toBe(
      'judging.signed-before-recusal',
    );
    const { id } = (await ask({ caseNo, judgeId, reason: '查实应回避' })).body;
    expect((await confirm(id)).status).toBe(200);
    expect((await selection.admin.post(url, recusal)).body).toMatchObject({ voided: 1 });
    expect((await deployedRun(selection, roundId, { kind: 'repair' })).body).toMatchObject({
      added: 1,
    });
    const panel = (await sheetsOf(house, roundId)).filter((sheet) => sheet.entryId === entryId);
    expect(panel.map(({ state }) => state).sort()).toContain('void');
    expect(panel).toHaveLength(3);
  });

  it('is counted by the newest signature; both are shown after the closing', async () => {
    for (const { client } of judges) {
      for (const { id, state, total } of await queueOf(client, roundId))
        if (state === 'assigned' && total === null) await fillSheet(client, id);
      await client.post(`/api/judging/rounds/${roundId}/signature`);
    }
    expect((await onRound(selection, roundId, 'closing')).status).toBe(200);
    const rows = await listed(supervisor);
    const totals = rows.map(({ before, after }: { before: number; after: number }) => [
      before,
      after,
    ]);
    expect(totals).toEqual([
      [8000, null],
      [8000, 7000],
      [8000, 8000],
    ]);
    const ballots = await house.database.transaction(systemActor, async (tx) => {
      const [category] = await tx.manager.query<{ id: string }[]>(
        'select category_id as id from judging.judge where id = $1',
        [judge().id],
      );
      return house.app.get(Judging, { strict: false }).ballots(tx, roundId, category?.id ?? '');
    });
    const changed = ballots
      .flatMap(({ sheets }) => sheets)
      .filter(({ scores }) => scores['fusion'] === 1000);
    expect(changed.map(({ judgeCode }) => judgeCode)).toEqual([judge(1).code]);
  });

  it('is over once the round is closed', async () => {
    const { caseNo, judgeId } = await sheetOf(1, 1);
    const late = await ask({ caseNo, judgeId, reason: '结束之后' });
    expect([late.status, late.body.code]).toEqual([409, 'judging.round-closed']);
  });

  it('can be dismissed by who asked, and is walled by the database', async () => {
    const province = selection.organisations.get('430000') ?? '';
    const admin = (statement: string): Promise<unknown> =>
      house.database.transaction(actorOf('programme-admin', province, randomUUID()), (tx) =>
        tx.manager.query(statement),
      );
    for (const statement of [
      "update judging.unlock set reason = '改'",
      'delete from judging.unlock',
      'delete from judging.earlier_signature',
      "update judging.earlier_signature set content = '{}'",
    ])
      await expect(admin(statement)).rejects.toMatchObject({ code: '42501' });
    const unkept = `update judging.score_sheet set state = 'draft', signed_at = null
      where state = 'signed' and id not in (select sheet_id from judging.earlier_signature)`;
    await expect(system(house, unkept)).rejects.toMatchObject({ code: '42501' });
  });
});
