import { randomUUID } from 'node:crypto';
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
let programmeId: string;
let ids: { first: string; late: string; other: string };

type Row = { id: string; version: number; code: string | null };
const url = '/api/entries/formal-check/selection';
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const accepting = (more: object = {}) => ({
  programmeId,
  action: 'accept',
  confirmsOpen: true,
  ...more,
});
const preview = (act: object, client = admin): Promise<Reply> => client.post(`${url}/preview`, act);
const run = (act: object, looked: Reply, client = admin): Promise<Reply> =>
  client.post(url, {
    ...act,
    fingerprint: looked.body.fingerprint,
    seen: looked.body.rows.map(({ id, version, code }: Row) => ({ id, version, code })),
  });
const stateOf = async (id: string): Promise<string> =>
  (await admin.get(`/api/entries/${id}`)).body.state;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
  const sound = (more: object) => soundEntry(house, organisations, { programmeId, ...more });
  ids = {
    first: await sound({ caseNo: '2020-DY-4301-01' }),
    late: await sound({ caseNo: '2020-DY-4301-02', submittedAt: new Date('2020-08-15T09:00:00Z') }),
    other: await sound({ caseNo: '2020-DY-4302-01', unitCode: '430202-01' }),
  };
  await house.database.transaction(systemActor, (tx) =>
    house.app.get(Programmes, { strict: false }).advance(tx, programmeId, 'check'),
  );
  await house.setClock('2020-08-16T01:00:00Z');
});
afterAll(() => house.close());

describe('a bulk act', () => {
  it('is shown with count, rows and subtotals before anything happens, then done as shown', async () => {
    const looked = await preview(accepting());
    const { rows, fits, byCategory, byPrefecture } = looked.body;
    expect(rows.map(({ id, code }: Row) => [id, code])).toEqual([
      [ids.first, null],
      [ids.late, 'entries.check-items-failing'],
      [ids.other, null],
    ]);
    expect([fits, byCategory, byPrefecture]).toEqual([
      2,
      [{ name: '党建+德育工作', count: 2 }],
      [
        { name: '长沙市', count: 1 },
        { name: '株洲市', count: 1 },
      ],
    ]);
    expect(rows[0].confirmed).toContain('stamps');
    expect(await stateOf(ids.first)).toBe('recommended');
    const done = await run(accepting(), looked);
    expect([done.status, done.body.fits]).toEqual([200, 2]);
    expect(await Promise.all(Object.values(ids).map(stateOf))).toEqual([
      'accepted',
      'recommended',
      'accepted',
    ]);
    const [line] = await house.database.source.query<{ payload: { entryIds: string[] } }[]>(
      `select payload from audit.line where event = 'entries.checked-together' order by at desc limit 1`,
    );
    expect(line?.payload.entryIds).toEqual([ids.first, ids.other]);
  });

  it.each<[string, () => object, (keyof typeof ids)[]]>([
    ['those ticked', () => ({ entryIds: [ids.other, randomUUID()] }), ['other']],
    [
      'a prefecture',
      () => ({ filter: { prefectureId: organisations.get('430100') } }),
      ['first', 'late'],
    ],
    ['what fails', () => ({ filter: { trouble: 'failing' } }), ['late']],
    ['what waits for a person', () => ({ filter: { trouble: 'open' } }), ['first', 'other']],
    ['another category', () => ({ filter: { categoryCode: 'SD' } }), []],
    ['a state', () => ({ filter: { state: 'recommended' } }), ['first', 'late', 'other']],
  ])('reaches %s', async (_what, more, expected) => {
    const { rows } = (await preview(accepting(more()))).body;
    expect(rows.map(({ id }: Row) => id)).toEqual(expected.map((key) => ids[key]));
  });

  it('does not confirm unseen what only people can tell', async () => {
    const { rows, fits } = (await preview(accepting({ confirmsOpen: false }))).body;
    expect([fits, rows[0].code, rows[0].confirmed]).toEqual([0, 'entries.check-items-open', []]);
  });

  it('asks many for the same correction, and rejects many for the same reason', async () => {
    const remarks = [{ field: 'stamped-form', text: '缺市州盖章' }];
    const asking = {
      programmeId,
      action: 'ask',
      entryIds: [ids.first, ids.other],
      correction: { remarks, dueAt: '2020-08-18T09:00:00Z' },
    };
    expect((await run(asking, await preview(asking))).body.fits).toBe(2);
    expect(await stateOf(ids.other)).toBe('correcting');
    const rejection = { reasonCode: 'other', note: '逾期' };
    const rejecting = { programmeId, action: 'reject', filter: {}, rejection };
    const looked = await preview(rejecting);
    expect(looked.body.rows.map(({ code }: Row) => code)).toEqual([
      'entries.correction-running',
      null,
      'entries.correction-running',
    ]);
    expect((await run(rejecting, looked)).body.fits).toBe(1);
    expect(await stateOf(ids.late)).toBe('rejected');
  });
});

describe('a bulk act whose preview is out of date', () => {
  it.each<[string, () => Promise<unknown>, string, string]>([
    [
      'because an entry was decided on',
      () => admin.post(`/api/entries/${ids.first}/acceptance`, { confirmsOpen: true }, 1),
      'changed',
      '2020-DY-4301-01',
    ],
    [
      'because a finding changed',
      () =>
        admin.put(
          `/api/entries/${ids.late}/check-marks/in-time`,
          { verdict: 'fits', note: '已核实' },
          0,
        ),
      'changed',
      '2020-DY-4301-02',
    ],
    [
      'because one more came',
      () => soundEntry(house, organisations, { programmeId, caseNo: '2020-DY-4301-99' }),
      'added',
      '2020-DY-4301-99',
    ],
  ])('does nothing and says what changed: %s', async (_why, change, kind, caseNo) => {
    const looked = await preview(accepting());
    await change();
    const refused = await run(accepting(), looked);
    expect(answer(refused)).toEqual([409, 'entries.selection-changed']);
    expect(refused.body.details.changes).toMatchObject([{ kind, caseNo }]);
    expect(await stateOf(ids.other)).toBe('recommended');
  });

  it('names what left', async () => {
    const looked = await preview(accepting({ filter: { state: 'recommended' } }));
    await admin.post(`/api/entries/${ids.first}/acceptance`, { confirmsOpen: true }, 1);
    const refused = await run(accepting({ filter: { state: 'recommended' } }), looked);
    expect(refused.body.details.changes).toEqual([
      expect.objectContaining({ kind: 'removed', caseNo: '2020-DY-4301-01' }),
    ]);
  });

  it('does not pass for another act', async () => {
    const looked = await preview(accepting());
    const rejection = { reasonCode: 'other', note: '理由' };
    const swapped = await run({ programmeId, action: 'reject', rejection }, looked);
    expect(answer(swapped)).toEqual([409, 'entries.selection-changed']);
  });
});

describe('a bulk act is refused', () => {
  it.each<[string, () => object, number, string]>([
    ['that nobody knows', () => accepting({ action: 'praise' }), 422, 'platform.bad-form'],
    [
      'for a reason that is missing',
      () => accepting({ action: 'reject' }),
      422,
      'platform.bad-form',
    ],
    ['without what to correct', () => accepting({ action: 'ask' }), 422, 'platform.bad-form'],
    ['with an empty choice', () => accepting({ entryIds: [] }), 422, 'platform.bad-form'],
    ['with a choice of nonsense', () => accepting({ entryIds: ['1'] }), 422, 'platform.bad-form'],
    [
      'with an unknown filter',
      () => accepting({ filter: { mood: 'x' } }),
      422,
      'platform.bad-form',
    ],
    [
      'in no selection',
      () => accepting({ programmeId: randomUUID() }),
      404,
      'programmes.not-found',
    ],
    [
      'until yesterday',
      () =>
        accepting({
          action: 'ask',
          correction: {
            remarks: [{ field: 'photo', text: '请换' }],
            dueAt: '2020-08-01T00:00:00Z',
          },
        }),
      422,
      'entries.due-passed',
    ],
  ])('%s', async (_what, act, status, code) => {
    expect(answer(await preview(act()))).toEqual([status, code]);
  });

  it('without a fingerprint, for nothing, and by others', async () => {
    expect(answer(await admin.post(url, accepting()))).toEqual([422, 'platform.bad-form']);
    const nothing = accepting({ filter: { categoryCode: 'SD' } });
    const looked = await preview(nothing);
    expect(answer(await run(nothing, looked))).toEqual([409, 'entries.selection-empty']);
    const school = await clientIn(house, organisations, 'submitter', '430102-01');
    expect(answer(await preview(accepting(), school))).toEqual([403, 'platform.no-right']);
    expect(answer(await run(accepting(), looked, school))).toEqual([403, 'platform.no-right']);
  });
});
