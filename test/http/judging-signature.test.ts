import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/house.js';
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
} from '../support/judging.js';

describe('a signature', () => {
  let house: House;
  let selection: Selection;
  let roundId: string;
  let first: SeatedJudge;

  beforeAll(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    first = await acceptedJudge(selection, '430000');
    await acceptedJudge(selection, '430000');
    roundId = await openedRound(selection);
    await fillSheet(first.client, (await queueOf(first.client, roundId))[0]?.id ?? '');
  });
  afterAll(() => house.close());

  it('covers what is complete, names what is not, and cannot be taken back', async () => {
    const url = `/api/judging/rounds/${roundId}/signature`;
    const signed = await first.client.post(url);
    expect(signed.body).toMatchObject({
      signed: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(signed.body.incomplete).toHaveLength(3);
    const { id, blindCode } = (await queueOf(first.client, roundId))[0] ?? {
      id: '',
      blindCode: '',
    };
    const change = await first.client.put(
      `/api/judging/sheets/${id}/scores/fusion`,
      { value: 0 },
      1,
    );
    expect([change.status, change.body.code]).toEqual([409, 'judging.sheet-signed']);
    const [mine] = (await first.client.get('/api/judging/invitations')).body;
    const recusal = { entryRef: blindCode, kind: 'other' };
    const late = await first.client.post(`/api/judging/invitations/${mine.id}/recusals`, recusal);
    expect([late.status, late.body.code]).toEqual([409, 'judging.sheet-signed']);
    expect((await first.client.get(`/api/judging/sheets/${id}`)).body.actions).toEqual(['mark']);
    expect((await first.client.post(url)).body).toMatchObject({ signed: 0, digest: null });
  });

  it('and every score are late at the closing instant, until there is an extension', async () => {
    const { id } = (await queueOf(first.client, roundId))[1] ?? { id: '' };
    const score = () =>
      first.client.put(`/api/judging/sheets/${id}/scores/fusion`, { value: 50 }, 0);
    await house.setClock(afterJudging);
    const late = await score();
    expect([late.status, late.body.code]).toEqual([409, 'judging.late']);
    const sign = await first.client.post(`/api/judging/rounds/${roundId}/signature`);
    expect([sign.status, sign.body.code]).toEqual([409, 'judging.late']);
    expect((await first.client.get(`/api/judging/sheets/${id}`)).body.actions).toEqual([]);
    const past = { until: afterJudging, reason: '网络故障' };
    expect((await onRound(selection, roundId, 'extension', past)).body.code).toBe(
      'judging.extension-not-later',
    );
    const more = { until: '2020-09-03T09:00:00.000Z', reason: '网络故障' };
    expect((await onRound(selection, roundId, 'extension', more)).status).toBe(200);
    expect((await score()).status).toBe(200);
  });
});
