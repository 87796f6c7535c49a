import exceljs from 'exceljs';
import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Programmes } from '../../src/programmes/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from '../support/client.js';
import { lockedList, soundEntry, submittedEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let school: Client;
let prefecture: Client;
let other: Client;
let programmeId: string;

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const tableUrl = (table: string, form = 'xlsx'): string =>
  `/api/entries/exports/table?programmeId=${programmeId}&table=${table}&form=${form}`;
const packageUrl = (more = ''): string =>
  `/api/entries/exports/package?programmeId=${programmeId}${more}`;
const cellsOf = async (client: Client, url: string): Promise<string[][]> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load((await client.bytes(url)) as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) =>
    rows.push((row.values as unknown[]).slice(1).map((cell) => String(cell ?? ''))),
  );
  return rows;
};
/** Two titles that make one name of a folder, and one that would lead out of it. */
const titles = ['红烛领航/党建德育融合', '红烛领航:党建德育融合', '../../../etc/党建德育融合'];

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await inRole('programme-admin', '430000');
  school = await inRole('submitter', '430102-01');
  prefecture = await inRole('prefecture-officer', '430100');
  other = await inRole('prefecture-officer', '430200');
  programmeId = await openProgramme(admin);
  for (const title of titles) {
    const id = await submittedEntry(school, programmeId, { title });
    await prefecture.post(`/api/entries/${id}/endorsement`, undefined, 2);
  }
  await lockedList(prefecture, programmeId);
  await soundEntry(house, organisations, {
    programmeId,
    unitCode: '430202-01',
    title: '=HYPERLINK("http://x")的案例',
    caseNo: '2020-DY-4302-01',
  });
  await house.database.transaction(systemActor, (tx) =>
    house.app.get(Programmes, { strict: false }).advance(tx, programmeId, 'check'),
  );
});
afterAll(() => house.close());

describe('the table of the formal check', () => {
  it('says of each entry how it was decided, by whom and why', async () => {
    const { entries } = (await admin.get(`/api/entries/formal-check?programmeId=${programmeId}`))
      .body;
    const [first] = entries;
    const fault = { verdict: 'fails', note: '缺县区盖章页' };
    await admin.put(`/api/entries/${first.id}/check-marks/stamps`, fault, 0);
    const rejection = { reasonCode: 'stamp-missing', note: '逾期未补' };
    await admin.post(`/api/entries/${first.id}/rejection`, rejection, first.version);
    const rows = await cellsOf(admin, tableUrl('formal-check'));
    expect(rows[0]).toEqual(['精品案例遴选形式审查汇总表']);
    expect(rows[1]?.[0]).toBe('共 4 项：待审查 3 项，补正中 0 项，通过 0 项，不予通过 1 项');
    expect(rows[3]?.slice(1, 8)).toEqual([
      '2020-DY-4301-01',
      '长沙市',
      '芙蓉区示例小学',
      titles[0],
      '党建+德育工作',
      '不予通过',
      '缺少盖章：逾期未补；盖章不符（缺县区盖章页）；附件不符',
    ]);
    expect(rows[3]?.at(-1)).toBe('测试员');
    expect(rows[6]?.[4]).toBe('=HYPERLINK("http://x")的案例');
  });

  it('is set as a PDF too, with the same words', async () => {
    const bytes = await admin.bytes(tableUrl('formal-check', 'pdf'));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    });
    expect(text.normalize('NFKC').replace(/\s/g, '')).toContain('盖章不符(缺县区盖章页)');
  });
});

describe('the other tables', () => {
  it('list what stands on the lists, and only what their reader reaches', async () => {
    const rows = await cellsOf(admin, tableUrl('summary'));
    expect(rows.slice(3, 7).map((row) => [row[1], row[4], row[10]])).toEqual([
      ['长沙市', titles[0], '1'],
      ['长沙市', titles[1], '2'],
      ['长沙市', titles[2], '3'],
      ['株洲市', '=HYPERLINK("http://x")的案例', expect.any(String)],
    ]);
    const foreign = await cellsOf(other, tableUrl('summary'));
    expect(foreign.flat().join()).not.toContain('红烛领航');
    expect(foreign[1]).toEqual(['共 1 项']);
  });

  it('count, with the places and the sums', async () => {
    const rows = await cellsOf(admin, tableUrl('statistics'));
    const line = (name: string) => rows.find((row) => row[0] === name)?.slice(1, 8);
    expect(line('长沙市')).toEqual(['2', '1', '3', '3', '0', '1', '3']);
    expect(line('合计')?.slice(0, 3)).toEqual(['5', '2', '4']);
    const own = await cellsOf(prefecture, tableUrl('statistics'));
    expect(own.map((row) => row[0])).not.toContain('株洲市');
  });

  it('leave a line in the record', async () => {
    const [line] = await house.database.source.query<{ payload: object }[]>(
      `select payload from audit.line where event = 'entries.table-exported' order by at limit 1`,
    );
    expect(line?.payload).toEqual({ programmeId, table: 'formal-check', form: 'xlsx', rows: 4 });
  });

  it.each<[string, () => Client, string[]]>([
    ['the province', () => admin, ['formal-check', 'summary', 'statistics']],
    ['a prefecture', () => prefecture, ['summary', 'statistics']],
    ['a school', () => school, ['summary']],
  ])('are these for %s, and no other', async (_who, client, tables) => {
    expect((await client().get('/api/entries/exports')).body).toEqual({ tables });
    for (const table of ['formal-check', 'summary', 'statistics']) {
      const { status } = await client().get(tableUrl(table));
      expect([table, status]).toEqual([table, tables.includes(table) ? 200 : 404]);
    }
  });
});

describe('a package', () => {
  const own = (): string => packageUrl(`&unitId=${organisations.get('430100')}`);
  const open = async (client: Client, url = own()) => JSZip.loadAsync(await client.bytes(url));
  const bytesIn = async (zip: JSZip, name: string): Promise<Buffer> =>
    (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0);
  const namesIn = (zip: JSZip): string[] =>
    Object.values(zip.files)
      .filter(({ dir }) => !dir)
      .map(({ unsafeOriginalName, name }) => unsafeOriginalName ?? name);

  it('holds a folder for each entry under its prefecture, and nothing that leads out of it', async () => {
    const names = namesIn(await open(admin));
    const folders = [...new Set(names.map((name) => name.split('/').slice(0, 2).join('/')))];
    expect(folders).toEqual([
      '长沙市/长沙市+红烛领航_党建德育融合',
      '长沙市/长沙市+红烛领航_党建德育融合（2）',
      '长沙市/长沙市+.._.._.._etc_党建德育融合',
      '校验清单.txt',
    ]);
    expect(names.slice(0, 5).map((name) => name.split('/').slice(2).join('/'))).toEqual([
      '申报表.docx',
      '申报表.pdf',
      '附件/案例正文.docx',
      '附件/照片.jpg',
      '附件/推荐表.pdf',
    ]);
    for (const name of names) expect(name).not.toMatch(/(^|\/)\.\.?(\/|$)|^\/|\\/);
  });

  it('holds the original files, whose hashes stand in its list, and the form as people read it', async () => {
    const zip = await open(prefecture);
    const list = (await bytesIn(zip, '校验清单.txt')).toString('utf8');
    const lines = list.replace('\ufeff', '').trim().split('\r\n');
    const { entries } = (await school.get(`/api/entries?programmeId=${programmeId}`)).body;
    const known = new Set<string>();
    for (const { id } of entries)
      for (const { sha256 } of (await school.get(`/api/entries/${id}`)).body.attachments)
        known.add(sha256);
    expect(lines).toHaveLength(9);
    for (const line of lines) {
      const [hash = '', name = ''] = line.split('  ');
      const bytes = await bytesIn(zip, name);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
      expect(known.has(hash)).toBe(true);
    }
    const folder = '长沙市/长沙市+红烛领航_党建德育融合';
    const docx = await JSZip.loadAsync(await bytesIn(zip, `${folder}/申报表.docx`));
    const xml = (await bytesIn(docx, 'word/document.xml')).toString('utf8');
    for (const words of [titles[0] ?? '', '联系电话：0731-80000000', '一、背景与起因'])
      expect(xml).toContain(words);
    const pdf = new Uint8Array(await bytesIn(zip, `${folder}/申报表.pdf`));
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
    expect(text.normalize('NFKC').replace(/\s/g, '')).toContain('0731-80000000');
  });

  it('holds what its reader reaches alone', async () => {
    const names = namesIn(await open(school, packageUrl()));
    expect(new Set(names.map((name) => name.split('/')[0]))).toEqual(
      new Set(['长沙市', '校验清单.txt']),
    );
    expect(answer(await other.get(own()))).toEqual([409, 'entries.nothing-to-pack']);
  });

  it('breaks off when a file is gone, and does not look whole', async () => {
    await expect(admin.bytes(packageUrl())).rejects.toThrow('response destroyed');
  });
});

it.each<[string, () => string, number, string]>([
  ['no table', () => tableUrl('secrets'), 422, 'platform.bad-form'],
  ['no form', () => tableUrl('summary', 'docm'), 422, 'platform.bad-form'],
  ['no selection', () => packageUrl().replace(programmeId, 'x'), 422, 'platform.bad-form'],
  [
    'another selection',
    () => packageUrl().replace(programmeId, '00000000-0000-4000-8000-000000000000'),
    404,
    'programmes.not-found',
  ],
  ['no unit', () => packageUrl('&unitId=1'), 422, 'platform.bad-form'],
  [
    'an unknown unit',
    () => packageUrl('&unitId=00000000-0000-4000-8000-000000000000'),
    409,
    'entries.nothing-to-pack',
  ],
])('what asks for %s is told so', async (_what, url, status, code) => {
  expect(answer(await admin.get(url()))).toEqual([status, code]);
});

it('judges and visitors take nothing along', async () => {
  const judge = await inRole('judge', '430202');
  expect(answer(await judge.get(packageUrl()))).toEqual([403, 'platform.no-right']);
  expect(answer(await house.visitor.get(tableUrl('summary')))).toEqual([
    401,
    'platform.no-session',
  ]);
});
