import exceljs from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { draftEntry, fullValues, goodTitle } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let school: Client;
let programmeId: string;

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const urlOf = (path: string, id = programmeId): string => `/api/entries/${path}?programmeId=${id}`;
const send = (bytes: Buffer, path = 'imports', client = school): Promise<Reply> =>
  client.upload(urlOf(path), { name: '案例.xlsx', type, bytes });
const preview = (bytes: Buffer, client = school): Promise<Reply> =>
  send(bytes, 'imports/preview', client);
const sheet = async (rows: readonly (readonly unknown[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  book.addWorksheet('案例').addRows(rows as unknown[][]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
/** As if a person had emptied the column of units, without a program that reads and writes all the rest. */
async function withoutUnit(bytes: Buffer, name: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
  zip.file('xl/sharedStrings.xml', Buffer.from(xml.replace(`>${name}<`, '><')));
  return zip.generateAsync({ type: 'nodebuffer' });
}
const head = ['申报单位', '类别', '案例名称', '关键词', '学段'];
const good = ['', '党建+德育工作', goodTitle, '党建\n德育\n融合', '小学'];
const drafts = async (client: Client) => {
  const { entries } = (await client.get(`/api/entries?programmeId=${programmeId}`)).body;
  const whole = await Promise.all(
    entries.map(({ id }: { id: string }) => client.get(`/api/entries/${id}`)),
  );
  return whole
    .map(({ body }) => ({
      title: body.title as string,
      category: body.categoryCode as string,
      state: body.state as string,
      values: Object.fromEntries(
        body.fields.map(({ key, value }: { key: string; value: unknown }) => [key, value]),
      ) as Record<string, unknown>,
    }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
};

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
});
beforeEach(async () => {
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmeId = await openProgramme(admin);
  school = await clientIn(house, organisations, 'submitter', '430102-01');
});
afterAll(() => house.close());

describe('what was exported', () => {
  it('comes back as it was, in another unit, but for what people must pledge themselves', async () => {
    const hard = {
      abstract: `=1+1\n+cmd|' /C calc'!A0\n${'长'.repeat(200)}`,
      practice: '𬍛'.repeat(20_000),
      contributors: [
        { name: '张|三', title: '', post: '校长\\书记', phone: '' },
        { name: '阿依古丽·买买提', title: '高级教师', post: '', phone: '0731-1' },
      ],
      keywords: ['党建', '德|育', '@融合'],
    };
    for (const [title, values] of [
      [`${goodTitle}甲`, { ...fullValues, ...hard }],
      [`${goodTitle}乙`, { stage: '小学' }],
      [`${goodTitle}丙`, {}],
    ] as const) {
      const id = await draftEntry(school, programmeId, { title });
      for (const [key, value] of Object.entries(values))
        await school.put(`/api/entries/${id}/fields/${key}`, { value }, 0);
    }
    const exported = await school.bytes(urlOf('exports/entries'));
    const other = await clientIn(house, organisations, 'submitter', '430202-01');
    const foreign = await preview(exported, other);
    expect(
      foreign.body.faults.map(({ row, code }: { row: number; code: string }) => [row, code]),
    ).toEqual([
      [2, 'other-unit'],
      [3, 'other-unit'],
      [4, 'other-unit'],
    ]);
    const bytes = await withoutUnit(exported, '芙蓉区示例小学');
    const looked = await preview(bytes, other);
    expect([looked.body.faults, looked.body.rows.length]).toEqual([[], 3]);
    expect(await drafts(other)).toEqual([]);
    const imported = await send(bytes, 'imports', other);
    expect([imported.status, imported.body.entryIds.length]).toEqual([201, 3]);
    const unpledged = (await drafts(school)).map((draft) => {
      const { originality: _originality, ...values } = draft.values;
      return { ...draft, values };
    });
    const hardest = unpledged.find(({ title }) => title.endsWith('甲'));
    expect(hardest?.values['practice'] === hard.practice).toBe(true);
    expect(await drafts(other)).toEqual(unpledged);
  });
});

describe('an import', () => {
  it('is looked at first, and does all rows or none', async () => {
    const bytes = await sheet([head, good, ['', 'XX', '短', '党建', '大学'], good]);
    const looked = await preview(bytes);
    expect(looked.body.rows[0]).toEqual({
      row: 2,
      title: goodTitle,
      categoryCode: 'DY',
      categoryName: '党建+德育工作',
      answers: 2,
    });
    expect(looked.body.faults).toEqual([
      { row: 3, column: '类别', code: 'unknown-category', text: 'XX' },
      { row: 3, column: '案例名称', code: 'title-length', text: '短' },
      { row: 3, column: '学段', code: 'bad-choice', text: '大学' },
      { row: 4, column: '案例名称', code: 'twice', text: goodTitle },
    ]);
    const refused = await send(bytes);
    expect([answer(refused), refused.body.details.faults]).toEqual([
      [422, 'entries.sheet-rows-wrong'],
      looked.body.faults,
    ]);
    expect(await drafts(school)).toEqual([]);
  });

  it('does nothing twice', async () => {
    const bytes = await sheet([head, good]);
    expect((await send(bytes)).status).toBe(201);
    expect(answer(await send(bytes))).toEqual([422, 'entries.sheet-rows-wrong']);
    expect(await drafts(school)).toHaveLength(1);
  });

  it('takes numbers, days and formulas as people see them', async () => {
    const rows = [
      ['类别', '案例名称', '实施开始时间', '联系电话'],
      ['DY', goodTitle, new Date('2019-03-01T00:00:00Z'), 13800000000],
      [
        'DY',
        { formula: '"红烛领航"&"党建融合育人"', result: '红烛领航党建融合育人' },
        '2020-01-02',
        '',
      ],
    ];
    expect((await send(await sheet(rows))).status).toBe(201);
    expect((await drafts(school)).map(({ title, values }) => [title, values])).toEqual([
      [goodTitle, { practiceFrom: '2019-03-01', contactPhone: '13800000000' }],
      ['红烛领航党建融合育人', { practiceFrom: '2020-01-02' }],
    ]);
  });

  it('begins from a template that reads as an empty sheet', async () => {
    const template = await school.bytes(urlOf('imports/template'));
    expect(answer(await preview(template))).toEqual([422, 'platform.sheet-empty']);
  });

  it('keeps to the windows of the selection', async () => {
    await house.setClock('2020-08-01T09:00:00Z');
    expect(answer(await send(await sheet([head, good])))).toEqual([409, 'entries.window-closed']);
    await house.setClock(whileCollecting);
  });

  const bomb = async (): Promise<Buffer> => {
    const zip = new JSZip();
    zip.file('xl/workbook.xml', Buffer.alloc(30 * 1024 * 1024));
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const hollow = async (): Promise<Buffer> => {
    const zip = new JSZip();
    zip.file('xl/workbook.xml', '<workbook');
    return zip.generateAsync({ type: 'nodebuffer' });
  };
  it.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    ['that is no sheet', () => Buffer.from('类别,案例名称'), 422, 'platform.sheet-unreadable'],
    ['that is empty', () => Buffer.alloc(0), 422, 'platform.sheet-unreadable'],
    ['that is damaged', hollow, 422, 'platform.sheet-unreadable'],
    ['that would fill the memory', bomb, 413, 'platform.sheet-too-large'],
    ['that is too large', () => Buffer.alloc(6 * 1024 * 1024), 413, 'platform.sheet-too-large'],
    ['without rows', () => sheet([head]), 422, 'platform.sheet-empty'],
    [
      'without its columns',
      () =>
        sheet([
          ['甲', '乙'],
          ['1', '2'],
        ]),
      422,
      'platform.sheet-columns',
    ],
    [
      'with too many rows',
      () => sheet([head, ...Array.from({ length: 201 }, () => good)]),
      422,
      'platform.sheet-too-many-rows',
    ],
  ])('refuses a file %s', async (_what, bytes, status, code) => {
    const file = await bytes();
    expect(answer(await preview(file))).toEqual([status, code]);
    expect(answer(await send(file))).toEqual([status, code]);
  });

  it('is for who writes, with a file, in a selection', async () => {
    const admin = await clientIn(house, organisations, 'programme-admin', '430000');
    const bytes = await sheet([head, good]);
    expect(answer(await send(bytes, 'imports', admin))).toEqual([403, 'platform.no-right']);
    expect(answer(await school.post(urlOf('imports')))).toEqual([422, 'entries.file-missing']);
    const county = await clientIn(house, organisations, 'county-officer', '430102');
    expect((await send(bytes, 'imports/preview', county)).status).toBe(200);
    const nowhere = urlOf('imports', '00000000-0000-4000-8000-000000000000');
    const file = { name: 'a.xlsx', type, bytes };
    expect(answer(await school.upload(nowhere, file))).toEqual([404, 'programmes.not-found']);
  });
});
