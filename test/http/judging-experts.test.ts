import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { smallProvince } from '../support/people.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;

const url = '/api/judging/experts';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const absent = '00000000-0000-4000-8000-000000000000';
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const head = ['姓名', '单位代码', '类型', '专长', '可评类别', '电话', '邮箱'];
const rows = [
  ['张三', '430102-01', '中小学一线', '党建、德育', 'DY', '13800000001', 'zhang@example.org'],
  ['李四', '430202-01', '高校', '思政', '', '13800000002', 'li@example.org'],
  ['王五', '430000', '机关', '', 'SD', '13800000003', 'wang@example.org'],
];
const sheet = async (...lines: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  book.addWorksheet('专家').addRows(lines as string[][]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const send = (bytes: Buffer, path = 'imports', client = admin): Promise<Reply> =>
  client.upload(`${url}/${path}`, { name: '专家.xlsx', type, bytes });
const names = async (query = ''): Promise<string[]> =>
  (await admin.get(url + query)).body.experts.map(({ name }: { name: string }) => name).sort();
const named = async (name: string) =>
  (await admin.get(`${url}?search=${encodeURIComponent(name)}`)).body.experts[0];

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
});
afterAll(() => house.close());

describe('the pool of experts', () => {
  it('is looked at first, then takes all rows or none', async () => {
    const bad = ['', '1', '专家', '', '', '', 'x'];
    expect((await send(await sheet(head, ...rows), 'imports/preview')).body).toMatchObject({
      experts: rows.map(([name]) => ({ name, standing: 'new' })),
      faults: [],
    });
    const refused = await send(await sheet(head, ...rows, bad));
    expect(answer(refused)).toEqual([422, 'judging.experts-wrong']);
    expect(refused.body.details.faults.map(({ column }: { column: string }) => column)).toEqual([
      'name',
      'kind',
      'phone',
      'email',
      'organisation',
    ]);
    expect(await names()).toEqual([]);
    const done = await send(await sheet(head, ...rows));
    expect([done.status, done.body]).toEqual([201, { added: 3, changed: 0 }]);
    expect(await names()).toEqual(['张三', '李四', '王五'].sort());
  });

  it.each([
    ['?search=思政', ['李四']],
    ['?search=LI@', ['李四']],
    ['?search=13800000003', ['王五']],
    ['?kind=office', ['王五']],
    ['?category=DY', ['张三', '李四']],
    ['?category=SD&kind=university', ['李四']],
    ['?state=paused', []],
    ['?search=%25', []],
  ])('answers %s', async (query, expected) => {
    expect(await names(encodeURI(query).replace('%2525', '%25'))).toEqual([...expected].sort());
  });

  it('is narrowed to a prefecture', async () => {
    expect(await names(`?prefectureId=${organisations.get('430100')}`)).toEqual(['张三']);
  });

  it.each([
    ['?state=gone'],
    ['?kind=constructor'],
    ['?prefectureId=1'],
    ['?after=1'],
    [`?search=${'a'.repeat(101)}`],
    ['?category='],
    ['?nothing=1'],
  ])('does not answer %s', async (query) => {
    expect((await admin.get(url + query)).status).toBe(422);
  });

  it('is exported as a sheet that can be imported again', async () => {
    const bytes = await admin.bytes(`${url}/file`);
    const again = await send(bytes);
    expect([again.status, again.body]).toEqual([201, { added: 0, changed: 3 }]);
    expect((await named('张三')).expertise).toEqual(['党建', '德育']);
    expect((await named('李四')).workplace).toBe('荷塘区示例小学');
  });

  it('begins from a template', async () => {
    const bytes = await admin.bytes(`${url}/imports/template`);
    expect(answer(await send(bytes, 'imports/preview'))).toEqual([422, 'platform.sheet-empty']);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const headings = (book.worksheets[0]?.getRow(1).values as string[]).slice(1);
    expect(head.filter((heading) => !headings.includes(heading))).toEqual([]);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    ['no sheet', () => Buffer.from('姓名'), 422, 'platform.sheet-unreadable'],
    ['no columns', () => sheet(['甲'], ['1']), 422, 'platform.sheet-columns'],
    ['no rows', () => sheet(head), 422, 'platform.sheet-empty'],
    ['too many bytes', () => Buffer.alloc(6 * 1024 * 1024), 413, 'platform.sheet-too-large'],
  ])('takes nothing from a file with %s', async (_what, bytes, status, code) => {
    const file = await bytes();
    expect(answer(await send(file, 'imports/preview'))).toEqual([status, code]);
    expect(answer(await send(file))).toEqual([status, code]);
  });

  it('needs a file', async () => {
    expect(answer(await admin.post(`${url}/imports`))).toEqual([422, 'judging.file-missing']);
  });

  it('comes in pages', async () => {
    const many = Array.from({ length: 130 }, (_, index) => [
      ...['众人', '430102-02', '退休', '', '', '13900000000', `many-${index}@example.org`],
    ]);
    expect((await send(await sheet(head, ...many))).status).toBe(201);
    const search = encodeURIComponent('众人');
    const first = (await admin.get(`${url}?search=${search}`)).body;
    const second = (await admin.get(`${url}?search=${search}&after=${first.next}`)).body;
    const ids = [...first.experts, ...second.experts].map(({ id }: { id: string }) => id);
    expect([first.experts.length, first.total, second.next]).toEqual([100, 130, null]);
    expect(new Set(ids).size).toBe(130);
  });
});

describe('an expert', () => {
  const change = async (name: string, body: unknown, version?: number): Promise<Reply> => {
    const expert = await named(name);
    return admin.post(`${url}/${expert.id}/state`, body, version ?? expert.version);
  };

  it('is paused and taken up again, each with a reason', async () => {
    const paused = await change('张三', { action: 'pause', reason: '出国' });
    expect(paused.status).toBe(200);
    expect(await named('张三')).toMatchObject({ state: 'paused', reason: '出国' });
    expect(answer(await change('张三', { action: 'pause', reason: '再次' }))).toEqual([
      409,
      'judging.wrong-state',
    ]);
    await send(await sheet(head, rows[0] ?? []));
    expect((await named('张三')).state).toBe('paused');
    expect((await change('张三', { action: 'resume', reason: '回国' })).status).toBe(200);
    expect(await named('张三')).toMatchObject({ state: 'active', reason: null });
  });

  it.each([
    ['no reason', { action: 'pause' }],
    ['an empty reason', { action: 'pause', reason: '' }],
    ['a long reason', { action: 'pause', reason: '长'.repeat(501) }],
    ['an act that is none', { action: 'delete', reason: '删' }],
    ['a member of every object', { action: 'constructor', reason: '删' }],
    ['something more', { action: 'pause', reason: '删', state: 'active' }],
    ['nothing', undefined],
  ])('is not changed by %s', async (_what, body) => {
    expect((await change('李四', body)).status).toBe(422);
    expect((await named('李四')).state).toBe('active');
  });

  it('is not changed by who saw an older version, nor where there is none', async () => {
    const form = { action: 'pause', reason: '出国' };
    expect(answer(await change('李四', form, 99))).toEqual([412, 'platform.changed-since']);
    expect(answer(await admin.post(`${url}/${absent}/state`, form, 1))).toEqual([
      404,
      'judging.not-found',
    ]);
    const { id } = await named('李四');
    expect((await admin.post(`${url}/${id}/state`, form)).status).toBe(428);
  });

  it.each(['supervisor', 'system-admin', 'security-admin', 'audit-admin'] as const)(
    'is hidden from a %s',
    async (role) => {
      const client = await clientIn(house, organisations, role, '430000');
      for (const path of ['', '/file', '/imports/template'])
        expect((await client.get(url + path)).status).toBe(403);
      expect((await send(await sheet(head, ...rows), 'imports', client)).status).toBe(403);
    },
  );

  it('is hidden by the database from every role but those who run selections', async () => {
    const [seen] = await system<{ count: number }>(
      house,
      'select count(*)::int as count from judging.expert',
    );
    const counts = [];
    for (const role of ['programme-admin', 'supervisor', 'judge', 'prefecture-officer']) {
      const actor = { personId: absent, organisationId: absent, role };
      const [row] = await house.database.transaction(actor, (tx) =>
        tx.manager.query<{ count: number }[]>('select count(*)::int as count from judging.expert'),
      );
      counts.push(row?.count);
    }
    expect(counts).toEqual([seen?.count, 0, 0, 0]);
  });
});
