import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { draftEntry } from '../support/entries.js';
import { asOwner, type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { append, begin, begun, metadataOf, offsetOf } from '../support/tus.js';

let house: House;
let programmeId: string;
let school: Client;
let neighbour: Client;
let county: Client;
let entry: string;

const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const muchLater = new Date(new Date(whileCollecting).getTime() + 365 * 24 * 3_600_000);

beforeAll(async () => {
  house = await openHouse();
  const organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmeId = await openProgramme(admin);
  school = await clientIn(house, organisations, 'submitter', '430102-01');
  neighbour = await clientIn(house, organisations, 'submitter', '430102-02');
  county = await clientIn(house, organisations, 'county-officer', '430102');
});
afterAll(() => house.close());
beforeEach(async () => {
  entry = `/api/entries/${await draftEntry(school, programmeId)}`;
});

describe('a place for a file is refused', () => {
  const good = { rule: 'body', name: 'a.docx' };
  const headers = (more: Record<string, string | undefined>): Record<string, string> =>
    Object.fromEntries(
      Object.entries({
        'tus-resumable': '1.0.0',
        'upload-length': '1000',
        'upload-metadata': metadataOf(good),
        ...more,
      }).filter((pair): pair is [string, string] => pair[1] !== undefined),
    );

  it.each<[string, Record<string, string | undefined>, number, string]>([
    ['without the protocol', { 'tus-resumable': undefined }, 412, 'platform.tus-version'],
    ['in another version', { 'tus-resumable': '0.2.2' }, 412, 'platform.tus-version'],
    ['without a size', { 'upload-length': undefined }, 400, 'platform.upload-header'],
    [
      'with a size to come later',
      { 'upload-length': undefined, 'upload-defer-length': '1' },
      400,
      'platform.upload-header',
    ],
    ['with a negative size', { 'upload-length': '-1' }, 400, 'platform.upload-header'],
    ['with a size in words', { 'upload-length': '1e3' }, 400, 'platform.upload-header'],
    ['with no bytes', { 'upload-length': '0' }, 422, 'entries.file-empty'],
    ['for too large a file', { 'upload-length': '999999999' }, 413, 'entries.file-too-large'],
    ['without metadata', { 'upload-metadata': undefined }, 400, 'platform.upload-header'],
    [
      'with metadata that are no Base64',
      { 'upload-metadata': 'filename 正文' },
      400,
      'platform.upload-header',
    ],
    [
      'with metadata that are no UTF-8',
      { 'upload-metadata': `filename ${Buffer.from([0xff, 0xfe]).toString('base64')}` },
      400,
      'platform.upload-header',
    ],
    [
      'without a rule',
      { 'upload-metadata': 'filename YS5kb2N4' },
      422,
      'entries.unknown-attachment-rule',
    ],
    [
      'for a kind that is not accepted',
      { 'upload-metadata': metadataOf({ rule: 'body', name: 'a.exe' }) },
      415,
      'entries.file-kind-not-accepted',
    ],
  ])('%s', async (_how, more, status, code) => {
    const reply = await school.send('POST', `${entry}/uploads`, { headers: headers(more) });
    expect(answer(reply)).toEqual([status, code]);
    expect((await school.get(entry)).body.attachments).toEqual([]);
  });

  it('to another unit, to an officer above, and to a visitor', async () => {
    const sent = { ...good, size: 1000 };
    expect(answer(await begin(neighbour, entry, sent))).toEqual([404, 'entries.not-found']);
    expect(answer(await begin(county, entry, sent))).toEqual([404, 'entries.not-found']);
    expect(answer(await begin(house.visitor, entry, sent))).toEqual([401, 'platform.no-session']);
  });

  it('after the deadline', async () => {
    await house.setClock(muchLater);
    const late = await begin(school, entry, { ...good, size: 1000 });
    await house.setClock(whileCollecting);
    expect(answer(late)).toEqual([409, 'entries.window-closed']);
  });

  it('to somebody with twenty files under way', async () => {
    const open = async (): Promise<number> => {
      const own = `/api/entries/${await draftEntry(neighbour, programmeId)}`;
      let held = 0;
      for (;;) {
        const reply = await begin(neighbour, own, { rule: 'photo', name: 'a.jpg', size: 10 });
        if (reply.status === 429) return -held;
        if (reply.status !== 201) return held;
        held += 1;
      }
    };
    let all = 0;
    for (let held = 1; held > 0; all += Math.abs(held)) held = await open();
    expect(all).toBe(20);
  });
});

describe('a part is refused', () => {
  const bytes = Buffer.alloc(100);
  let upload: string;
  beforeEach(async () => {
    upload = await begun(school, entry, { rule: 'body', name: 'a.docx', size: 1000 });
    await append(school, upload, 0, bytes);
  });

  it.each<[string, number, Buffer, Record<string, string>, number, string]>([
    ['at a place already passed', 0, bytes, {}, 409, 'entries.upload-offset'],
    ['behind a gap', 200, bytes, {}, 409, 'entries.upload-offset'],
    ['beyond the size', 100, Buffer.alloc(901), {}, 413, 'entries.upload-too-long'],
    [
      'as JSON',
      100,
      Buffer.from('{}'),
      { 'content-type': 'application/json' },
      415,
      'platform.bad-type',
    ],
    ['at no place', 100, bytes, { 'upload-offset': 'x' }, 400, 'platform.upload-header'],
    ['in another protocol', 100, bytes, { 'tus-resumable': '2' }, 412, 'platform.tus-version'],
  ])('%s', async (...[, offset, part, more, status, code]) => {
    expect(answer(await append(school, upload, offset, part, more))).toEqual([status, code]);
    expect(await offsetOf(school, upload)).toBe(100);
  });

  it('from another unit, and after the deadline', async () => {
    expect(answer(await append(neighbour, upload, 100, bytes))).toEqual([404, 'entries.not-found']);
    expect(await offsetOf(neighbour, upload)).toBeUndefined();
    const deleted = await neighbour.send('DELETE', upload, {});
    expect(answer(deleted)).toEqual([404, 'entries.not-found']);
    const id = upload.split('/').at(-1);
    await asOwner(house, [
      `update entries.attachment set expires_at = '2100-01-01' where id = '${id}'`,
    ]);
    await house.setClock(muchLater);
    const late = await append(school, upload, 100, bytes);
    await house.setClock(whileCollecting);
    expect(answer(late)).toEqual([409, 'entries.window-closed']);
    expect(await offsetOf(school, upload)).toBe(100);
  });

  it('to a file that has come', async () => {
    await append(school, upload, 100, Buffer.alloc(900));
    expect(answer(await append(school, upload, 1000, bytes))).toEqual([404, 'entries.not-found']);
  });
});
