import { randomUUID } from 'node:crypto';
import { Attachment, Entry, EntryField } from '../../src/entries/data/entries.entities.js';
import { Category } from '../../src/programmes/data/programmes.entities.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from './client.js';
import { docxFile, docxType, jpgFile, pdfFile } from './documents.js';
import type { House } from './house.js';
import { personIn, testPassword } from './people.js';

const words = (count: number): string => '党建融合育人'.repeat(count / 6);

/** A complete form of the fusion case. */
export const fullValues: Readonly<Record<string, unknown>> = {
  abstract: words(240),
  keywords: ['党建', '德育', '融合'],
  stage: '小学',
  schoolType: '小学',
  ownership: '公办',
  locale: '城区',
  practiceFrom: '2019-03-01',
  practiceTo: '2020-05-31',
  contributors: [{ name: '张三', post: '校长' }],
  contactName: '李四',
  contactPhone: '0731-80000000',
  contactEmail: 'lisi@example.org',
  background: words(300),
  practice: words(1200),
  effect: words(600),
  insight: words(300),
  originality: true,
};

export const goodTitle = '红烛领航党建德育融合育人实践';

export const newEntry = (programmeId: string, more: object = {}) => ({
  programmeId,
  categoryCode: 'DY',
  title: goodTitle,
  ...more,
});

/** A new draft; its id. */
export async function draftEntry(client: Client, programmeId: string, more = {}): Promise<string> {
  const reply = await client.post('/api/entries', newEntry(programmeId, more));
  if (reply.status !== 201) throw new Error(`no draft: ${reply.text}`);
  return reply.body.id as string;
}

/** Fills a draft with everything it needs. */
export async function fillEntry(client: Client, id: string): Promise<void> {
  for (const [key, value] of Object.entries(fullValues)) {
    const reply = await client.put(`/api/entries/${id}/fields/${key}`, { value }, 0);
    if (reply.status !== 200) throw new Error(`${key} not kept: ${reply.text}`);
  }
  const files = [
    ['body', '案例正文.docx', docxType, await docxFile()],
    ['stamped-form', '推荐表.pdf', 'application/pdf', await pdfFile()],
    ['photo', '照片.jpg', 'image/jpeg', await jpgFile()],
  ] as const;
  for (const [rule, name, type, bytes] of files) {
    const reply = await client.upload(`/api/entries/${id}/attachments?rule=${rule}`, {
      name,
      type,
      bytes,
    });
    if (reply.status !== 201) throw new Error(`${rule} not kept: ${reply.text}`);
  }
}

/** An entry handed in at version 2; its id. */
export async function submittedEntry(
  client: Client,
  programmeId: string,
  more = {},
): Promise<string> {
  const id = await draftEntry(client, programmeId, more);
  await fillEntry(client, id);
  const reply = await client.post(`/api/entries/${id}/submission`, undefined, 1);
  if (reply.status !== 201) throw new Error(`not handed in: ${reply.text}`);
  return id;
}

/** Prints a unit's list and hands in the stamped sheet; the sheet's number. */
export async function stampedSheet(client: Client, programmeId: string): Promise<number> {
  const printed = await client.post('/api/entries/list-sheet', { programmeId });
  if (printed.status !== 200) throw new Error(`not printed: ${printed.text}`);
  const { number } = printed.body as { number: number };
  const url = `/api/entries/list-sheet/scan?programmeId=${programmeId}&sheet=${number}`;
  const scan = { name: '汇总表.pdf', type: 'application/pdf', bytes: await pdfFile() };
  const scanned = await client.upload(url, scan);
  if (scanned.status !== 204) throw new Error(`not scanned: ${scanned.text}`);
  return number;
}

export const lockList = (client: Client, programmeId: string): Promise<Reply> =>
  client.post('/api/entries/list-lock', { programmeId, password: testPassword });

/** Prints, scans and locks a unit's list. */
export async function lockedList(client: Client, programmeId: string): Promise<Reply> {
  await stampedSheet(client, programmeId);
  return lockList(client, programmeId);
}

/** An entry written straight into its table, submitted unless told otherwise; its id. */
export async function rawEntry(
  house: House,
  organisations: ReadonlyMap<string, string>,
  entry: Partial<Entry> & { programmeId: string; unitCode: string; categoryCode?: string },
): Promise<string> {
  const { unitCode, categoryCode = 'DY', ...columns } = entry;
  const idOf = (code: string): string => organisations.get(code) ?? '';
  const createdBy = await author(house, idOf('430102-01'));
  const id = randomUUID();
  await house.database.transaction(systemActor, async (tx) => {
    const category = await tx.manager.findOneByOrFail(Category, {
      programmeId: entry.programmeId,
      code: categoryCode,
    });
    const county = unitCode.slice(0, 6);
    await tx.manager.insert(Entry, {
      id,
      categoryId: category.id,
      unitId: idOf(unitCode),
      countyId: county.endsWith('00') ? null : idOf(county),
      prefectureId: idOf(county === '439900' ? county : `${county.slice(0, 4)}00`),
      title: goodTitle,
      state: 'submitted',
      version: 1,
      receiptNo: columns.state === 'draft' ? null : `LX-${id}`,
      submittedAt: columns.state === 'draft' ? null : tx.now,
      createdBy,
      createdAt: tx.now,
      updatedAt: tx.now,
      ...columns,
    });
  });
  return id;
}

const authors = new WeakMap<House, Promise<string>>();

function author(house: House, unitId: string): Promise<string> {
  const known = authors.get(house) ?? personIn(house, 'submitter', unitId);
  authors.set(house, known);
  return known;
}

const titleMarks = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
let sounds = 0;

/**
 * A recommended entry written straight into its tables, against which the program finds nothing: whole,
 * with files that were copied for judges, under a title of its own; its id.
 */
export async function soundEntry(
  house: House,
  organisations: ReadonlyMap<string, string>,
  entry: Partial<Entry> & { programmeId: string; unitCode?: string; categoryCode?: string },
): Promise<string> {
  const nth = ++sounds;
  const mark = `${titleMarks[nth % 22]}${titleMarks[Math.floor(nth / 22) % 22]}`;
  const id = await rawEntry(house, organisations, {
    unitCode: '430102-01',
    state: 'recommended',
    rank: nth,
    caseNo: `2020-DY-4301-${String(nth).padStart(3, '0')}`,
    title: `${goodTitle}${mark}`,
    ...entry,
  });
  await house.database.transaction(systemActor, async (tx) => {
    const written = { entryId: id, version: 1, updatedBy: null, updatedAt: tx.now };
    await tx.manager.insert(
      EntryField,
      Object.entries(fullValues).map(([key, value]) => ({
        ...written,
        key,
        value: value as string,
      })),
    );
    await tx.manager.insert(
      Attachment,
      ['body', 'stamped-form', 'photo'].map((ruleKey) => ({
        id: randomUUID(),
        entryId: id,
        ruleKey,
        position: 1,
        fileName: `${ruleKey}.pdf`,
        mediaType: 'application/pdf',
        size: 1,
        sha256: '0'.repeat(64),
        storageKey: `entries/${randomUUID()}`,
        derivativeKey: `entries/${randomUUID()}`,
        derivativeSize: 1,
        derivativeMediaType: 'application/pdf',
        state: 'ready' as const,
        uploadedAt: tx.now,
      })),
    );
  });
  return id;
}
