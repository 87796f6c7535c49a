import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let prefecture: Client;
let county: Client;

const url = '/api/identity/below';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
let numbers = 0;
const someone = (more: object = {}) => ({
  name: '李四',
  email: `invited-${++numbers}@example.org`,
  phone: '13800000000',
  organisation: '430102-01',
  ...more,
});
const invite = (client: Client, ...people: object[]): Promise<Reply> =>
  client.post(`${url}/people`, { people });
const list = async (client: Client, query = '') =>
  (await client.get(`${url}/people${query}`)).body.people as {
    id: string;
    email: string;
    organisationCode: string;
    actions: string[];
    hasSignedIn: boolean;
  }[];
const find = async (client: Client, email: string) =>
  (await list(client, `?search=${encodeURIComponent(email)}`))[0];
const sheet = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  book.addWorksheet('人员').addRows(rows as string[][]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const head = ['单位代码', '单位名称', '姓名', '邮箱', '电话'];
const send = (bytes: Buffer, path = 'imports', client = prefecture): Promise<Reply> =>
  client.upload(`${url}/${path}`, { name: '人员.xlsx', type, bytes });

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  prefecture = await clientIn(house, organisations, 'prefecture-officer', '430100');
  county = await clientIn(house, organisations, 'county-officer', '430102');
});
afterAll(() => house.close());

describe('the list to telephone by', () => {
  it('holds who never came, with number and day, as a page and as a file', async () => {
    const client = await clientIn(house, organisations, 'prefecture-officer', '439900');
    const silent = someone({ name: '静', organisation: '439900-01', phone: '0731-8000 0000' });
    await invite(client, silent);
    await personIn(house, 'submitter', organisations.get('439900-01') ?? '', '已到');
    expect((await list(client)).length).toBe(2);
    expect((await list(client, '?silent=true')).map(({ email }) => email)).toEqual([silent.email]);
    const book = new exceljs.Workbook();
    await book.xlsx.load(
      (await client.bytes(`${url}/people/file?silent=true`)) as unknown as ArrayBuffer,
    );
    const row = (number: number) =>
      (book.worksheets[0]?.getRow(number).values as string[]).slice(1);
    expect(book.worksheets[0]?.rowCount).toBe(2);
    expect(row(2)).toEqual([
      '439900-01',
      '示例省直中学',
      '静',
      '0731-8000 0000',
      silent.email,
      '申报人',
      expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/),
      '从未登录',
    ]);
  });

  it('comes in pages', async () => {
    await house.database.source.query(
      `with people as (
         insert into identity.person (id, name, email, created_at)
         select gen_random_uuid(), '多人', 'many-' || n || '@example.org', now() from generate_series(1, 130) n
         returning id)
       insert into identity.role_grant (id, person_id, organisation_id, role, granted_at)
       select gen_random_uuid(), id, $1, 'submitter', now() from people`,
      [organisations.get('430202-02')],
    );
    const officer = await clientIn(house, organisations, 'county-officer', '430202');
    const first = (await officer.get(`${url}/people?search=多人`)).body;
    const second = (await officer.get(`${url}/people?search=多人&after=${first.next}`)).body;
    const ids = [...first.people, ...second.people].map(({ id }: { id: string }) => id);
    expect([first.people.length, second.people.length, second.next]).toEqual([100, 30, undefined]);
    expect(new Set(ids).size).toBe(130);
  });
});

describe('a sheet of invitations', () => {
  it('is looked at first, then invites all or nobody', async () => {
    const [good, known] = [someone(), someone()];
    await invite(prefecture, known);
    const rows = [
      head,
      ['430102-01', '', good.name, good.email, good.phone],
      ['芙蓉区', '', '王五', 'wang@example.org', ''],
      ['430102-02', '只有单位的行', '', '', ''],
      ['430102-01', '', '李四', known.email, ''],
    ];
    const looked = (await send(await sheet(rows), 'imports/preview')).body;
    expect(looked.faults).toEqual([]);
    expect(
      looked.invitations.map(({ row, role, standing }: Record<string, unknown>) => [
        row,
        role,
        standing,
      ]),
    ).toEqual([
      [2, 'submitter', 'new'],
      [3, 'county-officer', 'new'],
      [5, 'submitter', 'held'],
    ]);
    expect(await find(prefecture, good.email)).toBeUndefined();
    const wrong = [...rows, ['430202-01', '', '', 'x', '打电话']];
    const refused = await send(await sheet(wrong));
    expect(answer(refused)).toEqual([422, 'identity.invitations-wrong']);
    expect(
      refused.body.details.faults.map((fault: Record<string, unknown>) => [
        fault['row'],
        fault['column'],
        fault['code'],
      ]),
    ).toEqual([
      [6, 'name', 'name-missing'],
      [6, 'email', 'bad-email'],
      [6, 'phone', 'bad-phone'],
      [6, 'organisation', 'unknown-organisation'],
    ]);
    expect(await find(prefecture, good.email)).toBeUndefined();
    const done = await send(await sheet(rows));
    expect([done.status, done.body.invited.map(({ link }: { link: null }) => link)]).toEqual([
      201,
      [null, null, null],
    ]);
    expect((await find(prefecture, good.email))?.organisationCode).toBe('430102-01');
  });

  it('begins from a template in which every organisation below stands', async () => {
    const bytes = await county.bytes(`${url}/imports/template`);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const codes = [2, 3].map((row) => book.worksheets[0]?.getCell(row, 1).value);
    expect(codes).toEqual(['430102-01', '430102-02']);
    expect(answer(await send(bytes, 'imports/preview', county))).toEqual([
      422,
      'platform.sheet-empty',
    ]);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    ['no sheet', () => Buffer.from('姓名,邮箱'), 422, 'platform.sheet-unreadable'],
    ['no columns', () => sheet([['甲'], ['1']]), 422, 'platform.sheet-columns'],
    ['no rows', () => sheet([head]), 422, 'platform.sheet-empty'],
    [
      'too many rows',
      () => sheet([head, ...Array.from({ length: 1001 }, () => ['430102-01', '', 'a', 'a@b.cn'])]),
      422,
      'platform.sheet-too-many-rows',
    ],
    ['too many bytes', () => Buffer.alloc(6 * 1024 * 1024), 413, 'platform.sheet-too-large'],
  ])('is refused with %s', async (_what, bytes, status, code) => {
    const file = await bytes();
    expect(answer(await send(file, 'imports/preview'))).toEqual([status, code]);
    expect(answer(await send(file))).toEqual([status, code]);
  });

  it('must be there', async () => {
    expect(answer(await prefecture.post(`${url}/imports`))).toEqual([422, 'identity.file-missing']);
  });
});
