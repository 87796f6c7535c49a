import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { afterJudging, onRound, queueOf, type SeatedJudge, system } from '../support/judging.js';
import { clientIn } from '../support/programmes.js';
import { FarApart } from '../support/spreads.js';
import { tallyNow } from '../support/tally.js';

describe('judges who are far apart', () => {
  let house: House;
  let scene: FarApart;
  let supervisor: Client;
  const admin = (): Client => scene.selection.admin;
  const spreads = async (client: Client) =>
    (await client.get(`/api/judging/rounds/${scene.roundId}/spreads`)).body;
  const judgeRows = async () =>
    (await admin().get(`/api/judging/programmes/${scene.selection.programmeId}/judges`)).body
      .judges as { id: string; version: number; isChair: boolean; state: string }[];
  const rowOf = async (id: string) => {
    const row = (await judgeRows()).find((one) => one.id === id);
    if (row === undefined) throw new Error(`no judge ${id}`);
    return row;
  };

  beforeAll(async () => {
    house = await openHouse();
    scene = await FarApart.open(house, [
      [80, 82], // near
      [90, 60], // far, and one changes
      [90, 50], // far, settled by an extra judge
      [90, 52], // far, and the chair decides
    ]);
    const { organisations } = scene.selection;
    supervisor = await clientIn(house, organisations, 'supervisor', '430000');
  });
  afterAll(() => house.close());

  it('are asked to look again, and nobody learns more than that', async () => {
    expect([await scene.check(), await scene.check()]).toEqual([204, 204]);
    for (const client of [admin(), supervisor])
      expect(await spreads(client)).toEqual({
        counts: [{ state: 'rechecking', count: 3 }],
        cases: [],
      });
    const asked = scene.panels.slice(1).flatMap((panel) => panel.map(({ sheetId }) => sheetId));
    for (const { client } of scene.judges)
      for (const { id, lookAgain } of await queueOf(client, scene.roundId)) {
        expect(lookAgain).toBe(asked.includes(id));
        const { lookUntil } = (await client.get(`/api/judging/sheets/${id}`)).body;
        expect(lookUntil !== null).toBe(asked.includes(id));
      }
  });

  it('answer for their own sheet, once, with a reason where they change it', async () => {
    const seat = scene.seat(1, 1);
    const other = scene.judges.find(({ client }) => client !== seat.client) as SeatedJudge;
    for (const [body, who, status, code] of [
      [{ keeps: false }, seat.client, 422, 'platform.bad-form'],
      [{ keeps: false, reason: ' ' }, seat.client, 422, 'platform.bad-form'],
      [{ keeps: 'no' }, seat.client, 422, 'platform.bad-form'],
      [{ keeps: true }, other.client, 404, 'judging.not-found'],
      [{ keeps: true }, admin(), 403, 'platform.no-right'],
      [{ keeps: true }, supervisor, 403, 'platform.no-right'],
      [{ keeps: true }, house.visitor, 401, 'platform.no-session'],
    ] as const) {
      const reply = await scene.look(seat, body, who);
      expect([reply.status, reply.body.code], JSON.stringify(body)).toEqual([status, code]);
    }
    expect((await scene.look(scene.seat(0, 0), { keeps: true })).status).toBe(404);
    expect((await scene.look(scene.seat(1, 0), { keeps: true })).status).toBe(204);
    expect((await scene.look(seat, { keeps: false, reason: '漏看了附件' })).status).toBe(204);
    const again = await scene.look(seat, { keeps: true });
    expect([again.status, again.body.code]).toEqual([404, 'judging.not-found']);
  });

  it('who change a score sign again, and the old one is kept', async () => {
    const seat = scene.seat(1, 1);
    await scene.check();
    expect((await scene.caseOf(1)).state).toBe('rechecking');
    expect((await seat.client.get(`/api/judging/sheets/${seat.sheetId}`)).body.state).toBe('draft');
    await scene.score(seat, 85);
    await scene.sign(seat.client);
    await scene.check();
    expect((await scene.caseOf(1)).state).toBe('agreed');
    const kept = await system<{ content: { total: number } }>(
      house,
      'select content from judging.earlier_signature where sheet_id = $1',
      [seat.sheetId],
    );
    expect(kept.map(({ content }) => content.total)).toEqual([6000]);
  });

  it('keep the round open', async () => {
    const closing = await onRound(scene.selection, scene.roundId, 'closing');
    expect([closing.status, closing.body.code]).toEqual([409, 'judging.spreads-open']);
  });

  it('who keep their scores get one more judge, who has not had the entry', async () => {
    for (const entry of [2, 3])
      for (const at of [0, 1])
        expect((await scene.look(scene.seat(entry, at), { keeps: true })).status).toBe(204);
    await scene.check();
    await scene.check();
    expect(await scene.counts()).toEqual({ agreed: 1, arbitrating: 2 });
    for (const entry of [2, 3]) {
      const { judgeId } = await scene.extraOf(entry);
      expect(scene.panels[entry]?.map((one) => one.judgeId)).not.toContain(judgeId);
    }
    const extra = await scene.extraOf(2);
    const rows = await queueOf(extra.client, scene.roundId);
    expect(rows.find(({ id }) => id === extra.sheetId)).toMatchObject({ state: 'assigned' });
  });

  it('get another one when the extra judge withdraws', async () => {
    const first = await scene.extraOf(3);
    const { version } = await rowOf(first.judgeId);
    const url = `/api/judging/judges/${first.judgeId}/withdrawal`;
    expect((await admin().post(url, { reason: '出差' }, version)).status).toBe(200);
    await scene.check();
    const second = await scene.extraOf(3);
    expect(second.judgeId).not.toBe(first.judgeId);
    expect(second.sheetId).not.toBe(first.sheetId);
  });

  it('are settled on the mean of those who agree with the extra judge', async () => {
    const extra = await scene.extraOf(2);
    await scene.score(extra, 84);
    await scene.sign(extra.client);
    await scene.check();
    const { id, state } = await scene.caseOf(2);
    expect(state).toBe('settled');
    const figures = await system(
      house,
      `select totals, extra_total, settled_sum, settled_count from judging.spread_figures
       where case_id = $1`,
      [id],
    );
    expect(figures).toEqual([
      {
        ...{ totals: [5000, 9000], extra_total: 8400 },
        ...{ settled_sum: 17_400, settled_count: 2 },
      },
    ]);
  });

  it('go before the chair where the extra judge agrees with nobody', async () => {
    const extra = await scene.extraOf(3);
    await scene.score(extra, 71);
    await scene.sign(extra.client);
    await scene.check();
    expect(await scene.counts()).toEqual({ agreed: 1, settled: 1, undecided: 1 });
    for (const { client } of scene.judges)
      expect((await client.get('/api/judging/spreads')).body).toEqual([]);
  });

  it('are decided by the chair of the category alone, within what judges gave', async () => {
    const put = async (id: string, isChair: boolean) => {
      const { version } = await rowOf(id);
      return (await admin().put(`/api/judging/judges/${id}/chair`, { isChair }, version)).status;
    };
    const gone = (await judgeRows()).find(({ state }) => state === 'withdrawn');
    expect(await put(gone?.id ?? '', true)).toBe(409);
    const accepted = scene.judges.filter(({ id }) => id !== gone?.id);
    const [first, chair] = accepted as [SeatedJudge, SeatedJudge];
    expect([await put(first.id, true), await put(chair.id, true)]).toEqual([200, 200]);
    const chairs = (await judgeRows()).filter(({ isChair }) => isChair);
    expect(chairs.map(({ id }) => id)).toEqual([chair.id]);

    const [found, ...more] = (await chair.client.get('/api/judging/spreads')).body;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ state: 'undecided', totals: [5200, 9000], extraTotal: 7100, value: null },
      actions: ['decide'],
    });
    const decide = (who: Client, body: object, version: number) =>
      who.post(`/api/judging/spreads/${found.id}/decision`, body, version);
    const form = { value: 7300, reason: '集体复议后裁定' };
    for (const [who, body, version, status, code] of [
      [chair.client, { ...form, value: 5199 }, found.version, 422, 'judging.value-out-of-range'],
      [chair.client, { ...form, value: 9001 }, found.version, 422, 'judging.value-out-of-range'],
      [chair.client, { ...form, reason: '' }, found.version, 422, 'platform.bad-form'],
      [chair.client, form, found.version - 1, 412, 'platform.changed-since'],
      [first.client, form, found.version, 404, 'judging.not-found'],
      [admin(), form, found.version, 403, 'platform.no-right'],
    ] as const) {
      const reply = await decide(who, body, version);
      expect([reply.status, reply.body.code]).toEqual([status, code]);
    }
    expect((await decide(chair.client, form, found.version)).status).toBe(200);
    const again = await decide(chair.client, form, found.version + 1);
    expect([again.status, again.body.code]).toEqual([409, 'judging.wrong-state']);
  });

  it('leave the round to be closed, are told then, and count by what was settled', async () => {
    await house.setClock(afterJudging);
    expect((await onRound(scene.selection, scene.roundId, 'closing')).status).toBe(200);
    for (const client of [admin(), supervisor])
      expect((await spreads(client)).cases).toMatchObject([
        { state: 'agreed', firstTotals: [6000, 9000], totals: [8500, 9000], kept: 1, changed: 1 },
        { state: 'settled', extraTotal: 8400, settledSum: 17_400, settledCount: 2, kept: 2 },
        { state: 'decided', extraTotal: 7100, settledSum: 7300, reason: '集体复议后裁定' },
      ]);
    await tallyNow({ ...scene.selection, roundId: scene.roundId });
    const { body } = await admin().get(`/api/tally/programmes/${scene.selection.programmeId}`);
    const rows = body.newest.categories.flatMap(
      ({ entries }: { entries: { score: string; used: string }[] }) => entries,
    ) as { score: string; used: string }[];
    expect(rows.map(({ score, used }) => [score, used])).toEqual([
      ['87.50', 'mean'],
      ['87.00', 'settled'],
      ['81.00', 'mean'],
      ['73.00', 'settled'],
    ]);
  });
});

describe('judges who do not answer', () => {
  let house: House;
  afterAll(() => house.close());

  it('keep their scores when the time is over', async () => {
    house = await openHouse();
    const scene = await FarApart.open(house, [
      [80, 82],
      [90, 72],
      [80, 82],
      [80, 82],
    ]);
    await scene.check();
    await house.setClock(afterJudging);
    const late = await scene.look(scene.seat(1, 0), { keeps: true });
    expect([late.status, late.body.code]).toEqual([409, 'judging.late']);
    expect((await onRound(scene.selection, scene.roundId, 'closing')).status).toBe(200);
    const { body } = await scene.selection.admin.get(
      `/api/judging/rounds/${scene.roundId}/spreads`,
    );
    expect(body.cases).toMatchObject([{ state: 'agreed', totals: [7200, 9000], lapsed: 2 }]);
  });
});
