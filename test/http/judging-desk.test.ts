import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployedRun } from '../support/assignments.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import type { Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  criteria,
  fillSheet,
  openedRound,
  type OwnSheet,
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
let spare: SeatedJudge;

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  first = await acceptedJudge(selection, '430000');
  second = await acceptedJudge(selection, '430000');
  roundId = await openedRound(selection);
  spare = await acceptedJudge(selection, '430000');
});
afterAll(() => house.close());

const sheetAt = async (judge: SeatedJudge, place: number): Promise<OwnSheet> => {
  const sheet = (await queueOf(judge.client, roundId))[place];
  if (sheet === undefined) throw new Error(`no sheet at ${place}`);
  return sheet;
};
const untraced = ({ status, body }: Reply): unknown[] => {
  const { traceId: _traceId, ...rest } = body ?? {};
  return [status, rest];
};

describe('a sheet', () => {
  it('of another judge is answered like one that does not exist, whatever is asked of it', async () => {
    const { id } = await sheetAt(second, 0);
    await fillSheet(second.client, id);
    const fileId = randomUUID();
    const asks: ((id: string) => Promise<Reply>)[] = [
      (sheet) => first.client.get(`/api/judging/sheets/${sheet}`),
      (sheet) => first.client.get(`/api/judging/sheets/${sheet}/files/${fileId}`),
      (sheet) => first.client.put(`/api/judging/sheets/${sheet}/scores/fusion`, { value: 50 }, 1),
      (sheet) => first.client.put(`/api/judging/sheets/${sheet}/scores/none`, { value: 1 }, 0),
      (sheet) => first.client.put(`/api/judging/sheets/${sheet}/comment`, { comment: '好' }, 1),
      (sheet) =>
        first.client.put(
          `/api/judging/sheets/${sheet}/recommendation`,
          { recommendation: 'no' },
          1,
        ),
    ];
    for (const ask of asks) {
      const [theirs, absent] = [await ask(id), await ask(randomUUID())];
      expect(untraced(theirs)).toEqual(untraced(absent));
      expect([theirs.status, theirs.body.code]).toEqual([404, 'judging.not-found']);
    }
    expect((await second.client.get(`/api/judging/sheets/${id}`)).status).toBe(200);
  });

  it('shows what there is to read and to score, and no word of units, judges or entry ids', async () => {
    const { id, blindCode } = await sheetAt(first, 0);
    const reply = await first.client.get(`/api/judging/sheets/${id}`);
    expect(reply.body).toMatchObject({
      ...{ id, roundId, blindCode, state: 'assigned', total: null, comment: '' },
      ...{ recommendation: null, step: 50, actions: ['mark', 'score', 'recuse'] },
      missing: [...criteria.map(([key]) => `criterion:${key}`), 'recommendation'],
    });
    expect(
      reply.body.criteria.map(({ key, max, value, version }: Record<string, unknown>) => [
        key,
        max,
        value,
        version,
      ]),
    ).toEqual(criteria.map(([key, max]) => [key, max, null, 0]));
    const queue = await first.client.get(`/api/judging/rounds/${roundId}/queue`);
    const invitations = await first.client.get('/api/judging/invitations');
    const all = reply.text + queue.text + invitations.text;
    const names = await system<{ name: string }>(
      house,
      `select name from identity.organisation where kind <> 'province' union
       select name from identity.person where id <> (select person_id from judging.judge where id = $1)
         and name <> '测试员' union select case_no from entries.entry`,
      [first.id],
    );
    expect(names.length).toBeGreaterThan(15);
    for (const { name } of names) expect(all).not.toContain(name);
    for (const secret of [...selection.entryIds, second.id, second.code, spare.code])
      expect(all).not.toContain(secret);
  });

  it('takes scores one by one, each with its own version, and adds them up when all are there', async () => {
    const { id } = await sheetAt(first, 0);
    const put = async (key: string, value: unknown, seen: number) => {
      const url = `/api/judging/sheets/${id}/scores/${key}`;
      const { status, body } = await first.client.put(url, { value }, seen);
      return { status, ...body };
    };
    expect(await put('fusion', 2000, 0)).toEqual({
      ...{ status: 200, version: 1, total: null },
      missing: [
        'criterion:political',
        'criterion:innovation',
        'criterion:effect',
        'criterion:replicability',
        'criterion:writing',
        'recommendation',
      ],
    });
    expect(await put('fusion', 2050, 1)).toMatchObject({ status: 200, version: 2 });
    expect(await put('fusion', 0, 1)).toMatchObject({
      ...{ status: 412, code: 'platform.changed-since' },
      details: { version: 2, value: 2050 },
    });
    expect(await put('fusion', 1, 0)).toMatchObject({ code: 'judging.score-off-step' });
    expect(await put('fusion', 0, 0)).toMatchObject({ details: { version: 2, value: 2050 } });
    for (const [value, status, code] of [
      [2550, 422, 'judging.score-out-of-range'],
      [25, 422, 'judging.score-off-step'],
      [-50, 422, 'platform.bad-form'],
      ['20', 422, 'platform.bad-form'],
      [undefined, 422, 'platform.bad-form'],
    ] as const)
      expect(await put('fusion', value, 2)).toMatchObject({ status, code });
    expect(await put('beauty', 50, 0)).toMatchObject({ code: 'judging.unknown-criterion' });
    for (const [key, most] of criteria)
      await put(key, most === 2500 ? 2000 : most, key === 'fusion' ? 2 : 0);
    expect(await put('writing', null, 1)).toMatchObject({ total: null, version: 2 });
    expect(await put('writing', 0, 2)).toMatchObject({
      ...{ total: 9000, version: 3, missing: ['recommendation', 'comment'] },
    });
    expect((await sheetAt(first, 0)).total).toBe(9000);
  });

  it('asks for a comment at the top, and is complete with recommendation and comment', async () => {
    const { id } = await sheetAt(first, 0);
    const url = `/api/judging/sheets/${id}`;
    const recommended = await first.client.put(
      `${url}/recommendation`,
      { recommendation: 'strong' },
      0,
    );
    expect(recommended.body).toEqual({ version: 1, total: 9000, missing: ['comment'] });
    const short = await first.client.put(`${url}/comment`, { comment: '很好' }, 0);
    expect(short.body).toEqual({ version: 1, total: 9000, missing: ['comment'] });
    const comment = '机制完整，做法扎实，成效有数据支撑，'.repeat(3);
    expect((await first.client.put(`${url}/comment`, { comment }, 1)).body).toEqual({
      ...{ version: 2, total: 9000, missing: [] },
    });
    const stale = await first.client.put(`${url}/comment`, { comment: '旧' }, 1);
    expect([stale.status, stale.body.details]).toEqual([412, { version: 2, value: comment }]);
    const wrong = await first.client.put(`${url}/recommendation`, { recommendation: 'top' }, 1);
    expect(wrong.status).toBe(422);
  });

  it('has files that can be saved and not run', async () => {
    const { id, blindCode } = await sheetAt(first, 0);
    const [fileId, bytes] = [randomUUID(), Buffer.from('%PDF-1.7 anonymous')];
    await house.app
      .get(FileStore, { strict: false })
      .write(`blind/${fileId}`, Readable.from([bytes]));
    const file = { id: fileId, name: `${blindCode}-1.pdf`, mediaType: 'application/pdf' };
    const files = JSON.stringify([{ ...file, size: bytes.length, storageKey: `blind/${fileId}` }]);
    await system(house, 'update entries.blind_copy set files = $1 where blind_code = $2', [
      files,
      blindCode,
    ]);
    const shown = await first.client.get(`/api/judging/sheets/${id}`);
    expect(shown.body.files).toEqual([{ ...file, size: bytes.length }]);
    const sent = await first.client.get(`/api/judging/sheets/${id}/files/${fileId}`);
    expect([sent.status, sent.text]).toEqual([200, bytes.toString()]);
    expect(sent.headers['x-content-type-options']).toBe('nosniff');
    expect(String(sent.headers['content-disposition'])).toMatch(/^attachment; filename="DY-/);
    expect(String(sent.headers['content-security-policy'])).toContain('sandbox');
    const absent = await first.client.get(`/api/judging/sheets/${id}/files/${randomUUID()}`);
    expect(absent.status).toBe(404);
  });

  it('goes out of sight when its judge recuses themselves, and a substitute gets it', async () => {
    const sheet = await sheetAt(second, 1);
    const [mine] = (await second.client.get('/api/judging/invitations')).body;
    const recusal = { entryRef: sheet.blindCode, kind: 'kin', note: '配偶在该校任教' };
    const url = `/api/judging/invitations/${mine.id}/recusals`;
    expect((await second.client.post(url, recusal)).status).toBe(204);
    expect((await second.client.post(url, recusal)).status).toBe(204);
    expect((await second.client.get(`/api/judging/sheets/${sheet.id}`)).status).toBe(404);
    const left = (await queueOf(second.client, roundId)).find(({ id }) => id === sheet.id);
    expect([left?.state, left?.blindCode]).toEqual(['recused', '']);
    const declared = await second.client.get(`/api/judging/invitations/${mine.id}/entries`);
    expect(
      declared.body
        .filter((row: { declared: string[] }) => row.declared.length > 0)
        .map((row: { ref: string; declared: string[] }) => [row.ref, row.declared]),
    ).toEqual([[sheet.blindCode, ['kin']]]);
    expect((await queueOf(spare.client, roundId)).length).toBe(0);
    expect((await deployedRun(selection, roundId, { kind: 'repair' })).body).toMatchObject({
      added: 1,
      removed: 0,
    });
    expect((await queueOf(spare.client, roundId)).map(({ blindCode }) => blindCode)).toEqual([
      sheet.blindCode,
    ]);
    const again = await second.client.post(url, { ...recusal, entryRef: 'DY-999' });
    expect([again.status, again.body.code]).toEqual([404, 'judging.not-found']);
  });
});
