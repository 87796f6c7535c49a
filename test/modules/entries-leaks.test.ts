import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MakeBlindCopy } from '../../src/entries/use-cases/make-blind-copy.js';
import { ReadFileText } from '../../src/entries/use-cases/read-file-text.js';
import type { Client } from '../support/client.js';
import { docxFile, docxParts, docxType, jpgFile, planted } from '../support/documents.js';
import { draftEntry, fillEntry, fullValues } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  openedRound,
  type Selection,
  system,
  whileChecking,
} from '../support/judging.js';
import { clientIn, whileCollecting } from '../support/programmes.js';
import { apiDescription } from '../support/api-description.js';
import { wholeScript } from '../worlds/script.js';

let house: House;
let selection: Selection;
let school: Client;
let entryId: string;
let attachmentIds: string[];
const tokens: string[] = [];

/** The text with every planted name replaced by one of its own, which is remembered. */
const numbered = (text: string): string =>
  text.replaceAll(planted, () => {
    const token = `PLANTED${String(tokens.length).padStart(3, '0')}X`;
    tokens.push(token);
    return token;
  });
const plant = (word: string): string => {
  tokens.push(word);
  return word;
};

async function plantedDocx(): Promise<Buffer> {
  const parts = await docxParts();
  return docxFile(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? numbered(part) : part,
      ]),
    ),
  );
}

const people = ['某一甲', '某二乙', '某三丙', '某四丁', '某五戊'].map((name, index) => ({
  name: plant(name),
  title: plant(`特殊职称${index}号`),
  post: plant(`特殊职务${index}号`),
  phone: plant(`1380000${4000 + index}`),
}));
const form = {
  contributors: people,
  contactName: plant('某六己'),
  contactPhone: plant('0731-83339999'),
  contactEmail: plant('moujia@planted.example'),
};

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  school = await clientIn(house, selection.organisations, 'submitter', '430102-01');
  const { programmeId } = selection;
  const state = (name: string): Promise<unknown> =>
    system(house, 'update programmes.programme set state = $2 where id = $1', [programmeId, name]);
  await state('collecting');
  await house.setClock(whileCollecting);
  entryId = await draftEntry(school, programmeId);
  await fillEntry(school, entryId);
  for (const [key, value] of Object.entries(form))
    await school.put(`/api/entries/${entryId}/fields/${key}`, { value }, 1);
  await replaceBody();
  const submitted = await school.post(`/api/entries/${entryId}/submission`, undefined, 1);
  if (submitted.status !== 201) throw new Error(submitted.text);
  const { attachments } = (await school.get(`/api/entries/${entryId}`)).body;
  attachmentIds = attachments.map(({ id }: { id: string }) => id);
  for (const id of attachmentIds) {
    await house.app.get(MakeBlindCopy, { strict: false }).run(id);
    await house.app.get(ReadFileText, { strict: false }).run(id);
  }
  await state('checking');
  await house.setClock(whileChecking);
  await system(
    house,
    `update entries.entry set state = 'accepted', rank = 3, case_no = '2020-DY-4301-09', blind_code = 'DY-7K3Q' where id = $1`,
    [entryId],
  );
});
afterAll(() => house.close());

async function replaceBody(): Promise<void> {
  const { attachments } = (await school.get(`/api/entries/${entryId}`)).body;
  for (const { id, ruleKey } of attachments as { id: string; ruleKey: string }[])
    if (ruleKey !== 'stamped-form')
      await school.delete(`/api/entries/${entryId}/attachments/${id}`);
  const sent = [
    ['body', `${plant('某单位独有文件名')}.docx`, docxType, await plantedDocx()],
    ['photo', `${plant('某照片独有文件名')}.jpg`, 'image/jpeg', await jpgFile()],
  ] as const;
  for (const [rule, name, type, bytes] of sent) {
    const url = `/api/entries/${entryId}/attachments?rule=${rule}`;
    const reply = await school.upload(url, { name, type, bytes });
    if (reply.status !== 201) throw new Error(reply.text);
  }
}

/** The bytes of an answer, and of every part where it is an archive. */
async function everything(bytes: Buffer): Promise<Buffer[]> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return [bytes];
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  return [bytes, ...(await Promise.all(parts.map((part) => part.async('nodebuffer'))))];
}

/** The register of organisations holds every school of the province, whoever hands in. */
const isAboutEntries = (path: string): boolean =>
  path.startsWith('/api/') && !path.startsWith('/api/identity/organisations');

describe('an entry that is read blind', () => {
  it('shows its unit where its texts, files and properties name it', async () => {
    const value = `${String(fullValues['practice'])}我们芙蓉区的某一甲老师常说。`;
    await system(
      house,
      `update entries.entry set state = 'draft', submitted_at = null, rank = null,
      case_no = null, blind_code = null, receipt_no = null where id = $1`,
      [entryId],
    );
    await system(house, `update programmes.programme set state = 'collecting'`);
    await house.setClock(whileCollecting);
    await school.put(`/api/entries/${entryId}/fields/practice`, { value }, 1);
    const { leaks } = (await school.get(`/api/entries/${entryId}`)).body;
    expect(leaks).toContainEqual(
      expect.objectContaining({ where: 'practice', in: 'form', kind: 'county', found: '芙蓉区' }),
    );
    expect(leaks).toContainEqual(
      expect.objectContaining({ where: 'practice', kind: 'person', found: '某一甲', times: 1 }),
    );
    await school.put(
      `/api/entries/${entryId}/fields/practice`,
      { value: fullValues['practice'] },
      2,
    );
    expect((await school.get(`/api/entries/${entryId}`)).body.leaks).toEqual([]);
    await system(house, `update programmes.programme set state = 'checking'`);
    await house.setClock(whileChecking);
    await system(
      house,
      `update entries.entry set state = 'accepted', rank = 3, submitted_at = now(), receipt_no = 'R-LEAK',
         case_no = '2020-DY-4301-09', blind_code = 'DY-7K3Q' where id = $1`,
      [entryId],
    );
  });

  it('gives a judge no byte of its names by any route', async () => {
    expect(tokens.length).toBeGreaterThanOrEqual(40);
    const judge = await acceptedJudge(selection, '430000');
    await acceptedJudge(selection, '430000');
    await openedRound(selection);
    const names = ['芙蓉区示例小学', '芙蓉区', '长沙市', '430102', '2020-DY-4301', ...tokens];
    const paths = await wholeScript(house, await apiDescription(), 100);
    const read = [];
    for (const path of paths.filter(isAboutEntries)) {
      const reply = await house.app.inject({
        url: path,
        headers: { 'x-requested-with': 'linxuan', cookie: judge.client.cookie ?? '' },
      });
      if (reply.statusCode === 200) read.push(path);
      const sources = [
        Buffer.from(JSON.stringify(reply.headers)),
        ...(await everything(reply.rawPayload)),
      ];
      const text = sources.map((source) => source.toString('utf8')).join('\n');
      const found = names.filter((name) => text.includes(name));
      expect([path, found]).toEqual([path, []]);
    }
    const seen = await Promise.all(read.map((path) => judge.client.get(path)));
    expect(seen.some(({ text }) => text.includes('DY-7K3Q'))).toBe(true);
    expect(read.filter((path) => path.includes('/files/')).length).toBeGreaterThanOrEqual(2);
  });
});
