import { createHash } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fusionFields } from '../../src/programmes/rules/templates/fusion-fields.js';
import type { Client, Reply } from '../support/client.js';
import { draftEntry, fillEntry, goodTitle, newEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import {
  clientIn,
  draftProgramme,
  openProgramme,
  programmeWindows,
  whileCollecting,
} from '../support/programmes.js';

const originality = fusionFields.find(({ key }) => key === 'originality');
const attested = `${originality?.label}\n${originality?.note}`;

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let school: Client;
let prefecture: Client;
let admin: Client;

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await inRole('programme-admin', '430000');
  programmeId = await openProgramme(admin);
  school = await inRole('submitter', '430102-01');
  prefecture = await inRole('prefecture-officer', '430100');
});
afterAll(() => house.close());

describe('a draft', () => {
  it('begins empty, with all that is missing and all that may be done', async () => {
    const id = await draftEntry(school, programmeId);
    const { body } = await school.get(`/api/entries/${id}`);
    expect(body).toMatchObject({
      audience: 'unit',
      id,
      programmeId,
      title: goodTitle,
      categoryCode: 'DY',
      unitName: '芙蓉区示例小学',
      prefectureName: '长沙市',
      state: 'draft',
      version: 1,
      rank: null,
      caseNo: null,
      receiptNo: null,
      fields: [],
      attachments: [],
      remarks: [],
      actions: ['edit', 'submit', 'withdraw'],
      deadline: programmeWindows.submission.closesAt,
    });
    expect(body.missing).toHaveLength(20);
    expect(body.changeable).toHaveLength(21);
  });

  it.each<[string, () => object, number, string]>([
    ['a title of five words', () => ({ title: '五个字标题' }), 422, 'entries.title-length'],
    ['a title of blanks', () => ({ title: '      ' }), 422, 'entries.title-length'],
    ['no title', () => ({ title: undefined }), 422, 'platform.bad-form'],
    ['a title that is a list', () => ({ title: ['a'] }), 422, 'platform.bad-form'],
    ['another category', () => ({ categoryCode: 'ZZ' }), 422, 'entries.unknown-category'],
    ['a state of its own', () => ({ state: 'accepted' }), 422, 'platform.bad-form'],
    ['no programme', () => ({ programmeId: randomUUID() }), 404, 'programmes.not-found'],
    ['a name for a programme', () => ({ programmeId: 'x' }), 422, 'platform.bad-form'],
  ])('is not begun with %s', async (_what, more, status, code) => {
    const reply = await school.post('/api/entries', newEntry(programmeId, more()));
    expect(answer(reply)).toEqual([status, code]);
  });

  it('is not begun for a selection that is not yet open', async () => {
    const closed = await draftProgramme(admin);
    expect(answer(await school.post('/api/entries', newEntry(closed)))).toEqual([
      404,
      'programmes.not-found',
    ]);
  });

  it.each([
    ['programme-admin', '430000', 'platform.no-right'],
    ['supervisor', '430000', 'platform.no-right'],
    ['judge', '430102-01', 'platform.no-right'],
  ] as const)('is not begun by a %s', async (role, code, problem) => {
    const client = await inRole(role, code);
    expect(answer(await client.post('/api/entries', newEntry(programmeId)))).toEqual([
      403,
      problem,
    ]);
  });

  it('may be begun by a prefecture for itself', async () => {
    const id = await draftEntry(prefecture, programmeId);
    expect((await prefecture.get(`/api/entries/${id}`)).body.unitName).toBe('长沙市');
  });

  it('gets another title and category over the version that was seen', async () => {
    const id = await draftEntry(school, programmeId);
    const form = { title: '另一个很好的名称', categoryCode: 'SD' };
    expect((await school.put(`/api/entries/${id}/title`, form, 1)).body).toEqual({ version: 2 });
    const stale = await school.put(`/api/entries/${id}/title`, form, 1);
    expect([...answer(stale), stale.body.details]).toEqual([
      412,
      'platform.changed-since',
      { version: 2 },
    ]);
    expect(answer(await school.put(`/api/entries/${id}/title`, form))).toEqual([
      428,
      'platform.version-required',
    ]);
  });
});

describe('a field', () => {
  let url: string;
  const put = (key: string, value: unknown, seen?: number): Promise<Reply> =>
    school.put(`${url}/fields/${key}`, { value }, seen);
  beforeAll(async () => {
    url = `/api/entries/${await draftEntry(school, programmeId)}`;
  });

  it('is kept, one version after another', async () => {
    expect((await put('effect', '一', 0)).body.version).toBe(1);
    expect((await put('effect', '一二', 1)).body.version).toBe(2);
    const { body } = await school.get(url);
    expect(body.fields).toEqual([
      { key: 'effect', value: '一二', version: 2, savedAt: expect.any(String) },
    ]);
    expect(body.version).toBe(1);
  });

  it('is not written over what somebody else wrote, and says what that is', async () => {
    await put('practice', '我写的', 0);
    for (const seen of [0, 2, 7]) {
      const clash = await put('practice', '别人写的', seen);
      expect([...answer(clash), clash.body.details]).toEqual([
        412,
        'platform.changed-since',
        { key: 'practice', value: '我写的', version: 1 },
      ]);
    }
  });

  it('is written once by two windows at the same time', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => put('insight', `窗口${n}`, 0)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });

  it.each<[string, string, unknown, number, string]>([
    ['of another form', 'nothing', 'a', 422, 'entries.unknown-field'],
    ['that is a title', 'title', 'a', 422, 'entries.unknown-field'],
    ['with a number for a text', 'effect', 7, 422, 'entries.bad-value'],
    ['with a text for a number of people', 'contributors', '张三', 422, 'entries.bad-value'],
    ['with a choice nobody offers', 'ownership', '国有', 422, 'entries.bad-value'],
    ['with a day that does not exist', 'practiceFrom', '2020-02-30', 422, 'entries.bad-value'],
    [
      'with more than anybody writes',
      'effect',
      '字'.repeat(60_001),
      413,
      'entries.value-too-large',
    ],
    ['with a NUL in it', 'effect', 'a\0b', 400, 'platform.bad-request'],
    ['with half a character', 'effect', '\ud800', 400, 'platform.bad-request'],
    ['without a value', 'effect', undefined, 422, 'entries.bad-value'],
  ])('is refused %s', async (_what, key, value, status, code) => {
    expect(answer(await put(key, value, 0))).toEqual([status, code]);
  });

  it('is kept over its limit, since what was typed is never lost', async () => {
    expect((await put('background', '字'.repeat(5_000), 0)).status).toBe(200);
    const { missing } = (await school.get(url)).body;
    expect(missing.filter(({ where }: { where: string }) => where === 'background')).toEqual([
      { where: 'background', code: 'too-long', params: { words: 5_000, max: 550 } },
    ]);
  });
});

describe('handing in', () => {
  it('is refused with everything that is missing', async () => {
    const id = await draftEntry(school, programmeId);
    const reply = await school.post(`/api/entries/${id}/submission`, undefined, 1);
    expect(answer(reply)).toEqual([422, 'entries.incomplete']);
    const shown = await school.get(`/api/entries/${id}`);
    expect(reply.body.details.missing).toEqual(shown.body.missing);
    expect(answer(await school.get(`/api/entries/${id}/receipt`))).toEqual([
      409,
      'entries.no-receipt',
    ]);
  });

  it('gives a receipt, which stays, and closes the entry', async () => {
    const id = await draftEntry(school, programmeId);
    await fillEntry(school, id);
    const reply = await school.post(`/api/entries/${id}/submission`, undefined, 1);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      entryId: id,
      state: 'submitted',
      version: 2,
      receiptNo: expect.stringMatching(/^LX-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]$/),
      commitments: {
        text: attested,
        digest: createHash('sha256').update(attested).digest('hex'),
      },
      title: goodTitle,
      unitName: '芙蓉区示例小学',
    });
    expect(reply.body.files.map((file: { fileName: string }) => file.fileName)).toEqual([
      '案例正文.docx',
      '照片.jpg',
      '推荐表.pdf',
    ]);
    expect((await school.get(`/api/entries/${id}/receipt`)).body).toEqual(reply.body);
    expect(answer(await school.put(`/api/entries/${id}/fields/effect`, { value: 'a' }, 1))).toEqual(
      [409, 'entries.wrong-state'],
    );
    expect(answer(await school.post(`/api/entries/${id}/submission`, undefined, 2))).toEqual([
      409,
      'entries.wrong-state',
    ]);
  });

  it('may be taken back with a reason, once', async () => {
    const id = await draftEntry(school, programmeId);
    const withdraw = (seen: number) =>
      school.post(`/api/entries/${id}/withdrawal`, { reason: '重复创建' }, seen);
    expect((await withdraw(1)).body).toEqual({ version: 2 });
    expect(answer(await withdraw(2))).toEqual([409, 'entries.wrong-state']);
    expect((await school.get(`/api/entries/${id}`)).body).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '重复创建',
      actions: [],
    });
  });
});
