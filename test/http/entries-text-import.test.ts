import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { docxFile, docxType, pdfFile } from '../support/documents.js';
import { draftEntry, submittedEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { heading, listed, paragraph, wordFile } from '../support/word-documents.js';

let house: House;
let organisations: Map<string, string>;
let school: Client;
let programmeId: string;
let id: string;

const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const send = (
  bytes: Buffer,
  { name = '案例.docx', client = school, entry = id } = {},
): Promise<Reply> =>
  client.upload(`/api/entries/${entry}/text-import`, { name, type: docxType, bytes });

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(
    await clientIn(house, organisations, 'programme-admin', '430000'),
  );
  school = await clientIn(house, organisations, 'submitter', '430102-01');
});
afterAll(() => house?.close());
beforeEach(async () => {
  await house.setClock(whileCollecting);
  id = await draftEntry(school, programmeId);
});

describe('a Word document read for the texts of an entry', () => {
  it('is divided by its headings, numbered by Word or by hand, and nothing is written', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('年份')}</w:tc><w:tc>${paragraph('人数')}</w:tc></w:tr></w:tbl>`;
    const changes = `<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>添上 &lt;b&gt; &#x20BB7;</w:t></w:r></w:ins></w:p>`;
    const box = `<w:p><w:r><w:pict><w:txbxContent>${paragraph('框里的话')}</w:txbxContent></w:pict><w:drawing><pic:pic/></w:drawing></w:r></w:p>`;
    const reply = await send(
      await wordFile(
        paragraph('一、背景……1', '<w:pStyle w:val="9"/>') +
          heading('党建引领', 1) +
          listed('背景') +
          paragraph('甲乙。') +
          listed('小节', 1) +
          listed('小节', 1) +
          listed('做法') +
          table +
          changes +
          box,
      ),
    );
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        parts: [
          { heading: '党建引领', text: '', words: 4, field: null },
          {
            heading: '一、背景',
            text: '甲乙。\n（一）小节\n（二）小节',
            words: 17,
            field: 'background',
          },
          { heading: '二、做法', text: '年份　人数\n添上 <b> 𠮷', words: 12, field: 'practice' },
        ],
        found: {
          images: 1,
          textBoxes: 1,
          tables: 1,
          formulas: 0,
          notes: 0,
          comments: 0,
          insertions: 1,
          deletions: 1,
        },
      },
    ]);
    const { body } = await school.get(`/api/entries/${id}`);
    expect(body.fields).toEqual([]);
  });

  it('is read although it holds macros: they stay behind', async () => {
    const bytes = await docxFile({ 'word/vbaProject.bin': Buffer.from('x') });
    expect((await send(bytes)).status).toBe(200);
  });

  it.each([
    ['another kind of file', '案例.pdf', () => pdfFile(), 415, 'entries.file-kind-not-accepted'],
    [
      'another kind under its name',
      '案例.docx',
      () => pdfFile(),
      415,
      'entries.file-kind-mismatch',
    ],
    ['nothing', '案例.docx', async () => Buffer.alloc(0), 422, 'entries.file-empty'],
    [
      'half a file',
      '案例.docx',
      async () => (await docxFile()).subarray(0, 900),
      422,
      'entries.file-damaged',
    ],
    [
      'a file that unpacks to a flood',
      '案例.docx',
      () => docxFile({ 'word/document.xml': '<w:p>'.repeat(4_000_000) }),
      422,
      'entries.file-unpacks-too-large',
    ],
    [
      'a document type of its own',
      '案例.docx',
      () => docxFile({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' }),
      422,
      'entries.file-damaged',
    ],
    [
      'an old document',
      '案例.docx',
      async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      422,
      'entries.file-encrypted',
    ],
    ['no words', '案例.docx', () => wordFile('<w:p/>'), 422, 'entries.document-without-text'],
    [
      'too many words',
      '案例.docx',
      () => wordFile(paragraph('甲乙丙丁'.repeat(80_000))),
      413,
      'entries.document-too-long',
    ],
    [
      'too many bytes',
      '案例.docx',
      async () => Buffer.concat([await docxFile(), Buffer.alloc(21 * 1024 * 1024)]),
      413,
      'entries.file-too-large',
    ],
  ])('is refused when it is %s', async (_what, name, bytes, status, code) => {
    expect(answer(await send(await bytes(), { name }))).toEqual([status, code]);
  });

  it('is refused where no file came', async () => {
    expect(answer(await school.post(`/api/entries/${id}/text-import`, {}))).toEqual([
      422,
      'entries.file-missing',
    ]);
  });

  it('is read for the unit alone, and only while it may write', async () => {
    const bytes = await docxFile();
    const other = await clientIn(house, organisations, 'submitter', '430102-02');
    const prefecture = await clientIn(house, organisations, 'prefecture-officer', '430100');
    expect(answer(await send(bytes, { client: other }))).toEqual([404, 'entries.not-found']);
    expect(answer(await send(bytes, { client: prefecture }))).toEqual([404, 'entries.not-found']);
    const handedIn = await submittedEntry(school, programmeId, {
      title: '红烛领航党建融合育人实践二',
    });
    expect(answer(await send(bytes, { client: prefecture, entry: handedIn }))).toEqual([
      403,
      'entries.not-own-entry',
    ]);
    expect(answer(await send(bytes, { entry: handedIn }))).toEqual([409, 'entries.wrong-state']);
    await house.setClock('2030-01-01T00:00:00.000Z');
    expect(answer(await send(bytes))).toEqual([409, 'entries.window-closed']);
  });
});
