import exceljs from 'exceljs';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { docxFile, pdfFile } from '../support/documents.js';
import { lockedList, lockList, rawEntry, stampedSheet } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince, testPassword } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let officer: Client;
let neighbour: Client;
let programmeId: string;
let ids: string[];

const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const list = async (client = officer) =>
  (await client.get(`/api/entries/list-lock?programmeId=${programmeId}`)).body;
const print = (client = officer): Promise<Reply> =>
  client.post('/api/entries/list-sheet', { programmeId });
const file = (form: string, client = officer): Promise<Reply> =>
  client.get(`/api/entries/list-sheet/file?programmeId=${programmeId}&form=${form}`);
const scan = (sheet: unknown, sent: { name: string; bytes: Buffer }): Promise<Reply> =>
  officer.upload(`/api/entries/list-sheet/scan?programmeId=${programmeId}&sheet=${String(sheet)}`, {
    type: 'application/octet-stream',
    ...sent,
  });
const rank = (entryIds: string[]): Promise<Reply> =>
  officer.put('/api/entries/ranking', { programmeId, categoryCode: 'DY', entryIds });
const publicity = {
  place: '市教育局门户网站',
  startsOn: '2020-07-20',
  endsOn: '2020-07-24',
  objections: 0,
  outcome: '没有收到异议。',
};
const record = (more: object, seen = 0): Promise<Reply> =>
  officer.put('/api/entries/list-sheet/publicity', { programmeId, ...publicity, ...more }, seen);

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
  officer = await clientIn(house, organisations, 'prefecture-officer', '430100');
  neighbour = await clientIn(house, organisations, 'prefecture-officer', '430200');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
  ids = [];
  for (const title of ['=HYPERLINK("http://example.org")', '“红烛”#领航*案例*']) {
    const id = await rawEntry(house, organisations, {
      programmeId,
      unitCode: '430102-01',
      title,
    });
    await officer.post(`/api/entries/${id}/endorsement`, undefined, 1);
    ids.push(id);
  }
});
afterAll(() => house.close());

describe('the sheet of a list', () => {
  it('is printed as PDF and xlsx with its code, the same bytes each time', async () => {
    await record({});
    expect(answer(await print())).toEqual([200, undefined]);
    const { sheet, standing, actions } = await list();
    expect([standing, actions]).toEqual(['printed', ['rank', 'print', 'scan']]);
    const pdf = await file('pdf');
    expect(pdf.headers['content-disposition']).toMatch(/^attachment/);
    const bytes = await officer.bytes(urlOf('pdf'));
    expect((await officer.bytes(urlOf('pdf'))).equals(bytes)).toBe(true);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    });
    const plain = text.normalize('NFKC').replace(/\s/g, '');
    for (const words of [sheet.code, '长沙市', '红烛', '芙蓉区示例小学', '2020-07-20至2020-07-24'])
      expect(plain).toContain(words);
    const book = new exceljs.Workbook();
    await book.xlsx.load((await officer.bytes(urlOf('xlsx'))) as never);
    const page = book.worksheets[0];
    const cells = page?.getRow(5).values as unknown[];
    expect(cells.slice(1, 6)).toEqual([
      1,
      '芙蓉区',
      '芙蓉区示例小学',
      '=HYPERLINK("http://example.org")',
      '党建+德育工作',
    ]);
    expect(page?.getCell('D5').formula).toBeUndefined();
  });

  it('is void once the list is another one, says why, and holds again when it is as before', async () => {
    const first = await stampedSheet(officer, programmeId);
    expect(await list()).toMatchObject({
      standing: 'scanned',
      actions: ['rank', 'print', 'scan', 'lock'],
      sheet: { number: first, scan: { fileName: '汇总表.pdf' } },
    });
    await rank([...ids].reverse());
    const voided = await list();
    expect([voided.standing, voided.actions]).toEqual(['outdated', ['rank', 'print']]);
    expect(voided.changes).toMatchObject([
      { kind: 'moved', from: 2, to: 1 },
      { kind: 'moved', from: 1, to: 2 },
    ]);
    const refused = await lockList(officer, programmeId);
    expect(answer(refused)).toEqual([409, 'entries.sheet-outdated']);
    expect(refused.body.details.changes).toEqual(voided.changes);
    expect(answer(await scan(first, { name: 'a.pdf', bytes: await pdfFile() }))).toEqual([
      409,
      'entries.sheet-outdated',
    ]);
    await rank(ids);
    expect((await list()).standing).toBe('scanned');
    await record({});
    expect((await list()).changes).toEqual([{ kind: 'publicity', title: '' }]);
    expect((await print()).body.number).toBe(2);
    expect((await list()).sheet.scan).toBeNull();
    const locked = await lockedList(officer, programmeId);
    expect(locked.status).toBe(201);
    expect(locked.body.fingerprint).toBe((await list()).sheet.fingerprint);
  });

  it('is not made anew while it holds', async () => {
    expect([(await print()).body.number, (await print()).body.number]).toEqual([1, 1]);
  });

  it.each<[string, () => Promise<Reply>, [number, string]]>([
    ['a lock without a sheet', () => lockList(officer, programmeId), [409, 'entries.no-sheet']],
    ['a file without a sheet', () => file('pdf'), [409, 'entries.no-sheet']],
    ['a form there is not', () => file('odt'), [422, 'platform.bad-form']],
    [
      'a scan without a sheet',
      async () => scan(1, { name: 'a.pdf', bytes: await pdfFile() }),
      [409, 'entries.no-sheet'],
    ],
    [
      'a wrong password',
      async () => {
        await stampedSheet(officer, programmeId);
        return officer.post('/api/entries/list-lock', { programmeId, password: 'guess' });
      },
      [422, 'identity.wrong-password'],
    ],
    [
      'no password',
      () => officer.post('/api/entries/list-lock', { programmeId }),
      [422, 'platform.bad-form'],
    ],
    [
      'an unscanned sheet',
      async () => {
        await print();
        return lockList(officer, programmeId);
      },
      [409, 'entries.scan-missing'],
    ],
    [
      'the scan of an older sheet',
      async () => {
        await print();
        await record({});
        await print();
        return scan(1, { name: 'a.pdf', bytes: await pdfFile() });
      },
      [409, 'entries.sheet-outdated'],
    ],
    [
      'a scan that is a Word file',
      async () => {
        await print();
        return scan(1, { name: 'a.docx', bytes: await docxFile() });
      },
      [415, 'entries.file-kind-not-accepted'],
    ],
    [
      'a scan that only claims to be a PDF',
      async () => {
        await print();
        return scan(1, { name: 'a.pdf', bytes: Buffer.from('no PDF at all') });
      },
      [415, 'entries.file-kind-mismatch'],
    ],
    [
      'a publicity that ends early',
      () => record({ endsOn: '2020-07-01' }),
      [422, 'entries.publicity-ends-early'],
    ],
    ['a publicity on no day', () => record({ startsOn: '2020-02-30' }), [422, 'platform.bad-form']],
    ['a publicity over a newer one', () => record({}, 3), [412, 'platform.changed-since']],
    [
      'a sheet after the list was locked',
      async () => {
        await lockedList(officer, programmeId);
        return print();
      },
      [409, 'entries.list-locked'],
    ],
  ])('refuses %s', async (_, attempt, expected) => {
    expect(answer(await attempt())).toEqual(expected);
  });

  it('is its own unit’s alone', async () => {
    await stampedSheet(officer, programmeId);
    for (const form of ['pdf', 'xlsx', 'scan'])
      expect(answer(await file(form, neighbour))).toEqual([409, 'entries.no-sheet']);
    expect((await list(neighbour)).sheet).toBeNull();
    for (const client of [admin, await clientIn(house, organisations, 'submitter', '430102-01')])
      expect((await file('pdf', client)).status).toBe(403);
  });

  it('stops the guessing of a password', async () => {
    const guesser = await clientIn(house, organisations, 'prefecture-officer', '430100');
    const guess = (password: string): Promise<Reply> =>
      guesser.post('/api/entries/list-lock', { programmeId, password });
    for (let attempt = 0; attempt < 10; attempt++) await guess('guess');
    expect(answer(await guess(testPassword))).toEqual([429, 'identity.too-many-attempts']);
  });
});

const urlOf = (form: string): string =>
  `/api/entries/list-sheet/file?programmeId=${programmeId}&form=${form}`;
