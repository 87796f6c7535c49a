import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CheckFile } from '../../src/entries/use-cases/check-file.js';
import { SweepFiles } from '../../src/entries/use-cases/sweep-files.js';
import type { Client, Reply } from '../support/client.js';
import { bigPicture, docxFile, jpgFile } from '../support/documents.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';
import { append, begin, begun, offsetOf, sendInParts } from '../support/tus.js';

let house: House;
let programmeId: string;
let school: Client;
let entry: string;
let port: number;

const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const listed = async () =>
  (await school.get(entry)).body.attachments as {
    id: string;
    state: string;
    received: number;
    refusal: string | null;
    scan: string | null;
    sha256: string;
  }[];
const check = (id: string): Promise<void> => house.app.get(CheckFile, { strict: false }).run(id);
async function quarantined(): Promise<string[]> {
  const folder = path.join(house.home, 'files', 'quarantine');
  return fs.readdir(folder).catch(() => []);
}
const hoursLater = (hours: number): Date =>
  new Date(new Date(whileCollecting).getTime() + hours * 3_600_000);

beforeAll(async () => {
  house = await openHouse();
  const organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmeId = await openProgramme(admin);
  school = await clientIn(house, organisations, 'submitter', '430102-01');
  await house.app.listen(0, '127.0.0.1');
  port = (house.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => house.close());
beforeEach(async () => {
  entry = `/api/entries/${await draftEntry(school, programmeId)}`;
});

describe('a file sent in parts', () => {
  it('arrives, is checked, and is only then to be had', async () => {
    const bytes = await docxFile();
    const upload = await begun(school, entry, {
      rule: 'body',
      name: '正文.docx',
      size: bytes.length,
    });
    const id = upload.split('/').at(-1) ?? '';
    expect(await offsetOf(school, upload)).toBe(0);
    const first = await append(school, upload, 0, bytes.subarray(0, 1000));
    expect([first.status, first.headers['upload-offset']]).toEqual([204, '1000']);
    expect(await listed()).toMatchObject([{ id, state: 'arriving', received: 1000 }]);
    expect((await append(school, upload, 1000, bytes.subarray(1000))).status).toBe(204);
    expect(await listed()).toMatchObject([{ state: 'checking', received: bytes.length }]);
    expect(await offsetOf(school, upload)).toBe(bytes.length);
    const url = `${entry}/attachments/${id}`;
    expect(answer(await school.get(url))).toEqual([404, 'entries.not-found']);

    await check(id);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await listed()).toMatchObject([{ state: 'ready', scan: 'not-scanned', sha256 }]);
    expect((await school.bytes(url)).equals(bytes)).toBe(true);
    expect(await quarantined()).toEqual([]);
  });

  it('is refused after its arrival with the reason, and takes no place', async () => {
    const bytes = await docxFile({ 'word/vbaProject.bin': Buffer.alloc(64) });
    const id = await sendInParts(school, entry, { rule: 'body', name: 'a.docx', bytes });
    await check(id);
    expect(await listed()).toMatchObject([{ id, state: 'refused', refusal: 'file-has-macros' }]);
    expect(answer(await school.get(`${entry}/attachments/${id}`))[0]).toBe(404);
    expect(await quarantined()).toEqual([]);
    const again = await begin(school, entry, { rule: 'body', name: 'b.docx', size: 10 });
    expect(again.status).toBe(201);
    expect((await school.delete(`${entry}/attachments/${id}`)).status).toBe(204);
    expect((await listed()).map(({ state }) => state)).toEqual(['arriving']);
  });

  it('holds up the handing in while it is under way, and says which', async () => {
    const under = async () =>
      ((await school.get(entry)).body.missing as { where: string; code: string }[])
        .filter(({ code }) => code.startsWith('file-'))
        .map(({ where, code }) => `${where} ${code}`);
    const bytes = await docxFile();
    const upload = await begun(school, entry, { rule: 'body', name: 'a.docx', size: bytes.length });
    expect(await under()).toEqual(['body file-arriving']);
    await append(school, upload, 0, bytes);
    expect(await under()).toEqual(['body file-checking']);
    const submission = await school.post(`${entry}/submission`, undefined, 1);
    expect(answer(submission)).toEqual([422, 'entries.incomplete']);
    expect(JSON.stringify(submission.body)).toContain('file-checking');
    await check(upload.split('/').at(-1) ?? '');
    expect(await under()).toEqual([]);
  });

  it('frees its place and its bytes when it is given up', async () => {
    const sent = { rule: 'body', name: 'a.docx', size: 5000 };
    const upload = await begun(school, entry, sent);
    await append(school, upload, 0, Buffer.alloc(3000));
    expect((await quarantined()).length).toBe(1);
    expect(answer(await begin(school, entry, sent))).toEqual([409, 'entries.attachment-limit']);
    const given = await school.send('DELETE', upload, { headers: { 'tus-resumable': '1.0.0' } });
    expect(given.status).toBe(204);
    expect(await quarantined()).toEqual([]);
    expect(await offsetOf(school, upload)).toBeUndefined();
    expect(answer(await append(school, upload, 3000, Buffer.alloc(1)))).toEqual([
      404,
      'entries.not-found',
    ]);
    expect((await begin(school, entry, sent)).status).toBe(201);
  });

  it('is given up by the sweeper when nobody sends it on', async () => {
    const upload = await begun(school, entry, { rule: 'body', name: 'a.docx', size: 5000 });
    await append(school, upload, 0, Buffer.alloc(3000));
    const sweep = () => house.app.get(SweepFiles, { strict: false }).run();
    await house.setClock(hoursLater(47));
    await sweep();
    expect(await offsetOf(school, upload)).toBe(3000);
    await house.setClock(hoursLater(49));
    expect(await listed()).toEqual([]);
    expect(await offsetOf(school, upload)).toBeUndefined();
    expect((await quarantined()).length).toBe(1);
    await sweep();
    expect(await quarantined()).toEqual([]);
    await house.setClock(whileCollecting);
  });

  it('is checked by the sweeper when its job was lost', async () => {
    const bytes = await jpgFile();
    await sendInParts(school, entry, { rule: 'photo', name: 'a.jpg', bytes }, 100);
    await house.app.get(SweepFiles, { strict: false }).run();
    expect(await listed()).toMatchObject([{ state: 'ready' }]);
  });

  it('goes on from one of two parts that came at the same time', async () => {
    const bytes = await docxFile();
    const upload = await begun(school, entry, { rule: 'body', name: 'a.docx', size: bytes.length });
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => append(school, upload, 0, bytes.subarray(0, 500))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    expect(await offsetOf(school, upload)).toBe(500);
    expect((await quarantined()).length).toBe(1);
  });

  it('keeps what had come, when its connection breaks at five places', async () => {
    const bytes = await bigPicture();
    const chunk = 4 * 1024 * 1024;
    const upload = await begun(school, entry, { rule: 'photo', name: 'a.png', size: bytes.length });
    let sent = 0;
    for (let kill = 1; kill <= 5; kill++) {
      const offset = (await offsetOf(school, upload)) ?? 0;
      const end = offset + 1 + Math.floor(Math.random() * ((bytes.length - offset) / 2));
      await sendAndDie(upload, bytes, { offset, end });
      await until('all but the last chunk is kept', async () =>
        end - ((await offsetOf(school, upload)) ?? 0) <= chunk ? true : undefined,
      );
      expect(await settledOffset(upload)).toBeGreaterThanOrEqual(offset);
      sent += end - offset;
    }
    const rest = await settledOffset(upload);
    expect((await append(school, upload, rest, bytes.subarray(rest))).status).toBe(204);
    sent += bytes.length - rest;
    expect(sent - bytes.length).toBeLessThanOrEqual(5 * chunk);
    await check(upload.split('/').at(-1) ?? '');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await listed()).toMatchObject([{ state: 'ready', sha256 }]);
  });

  /** Sends the bytes from an offset on and breaks the connection when it has sent those before `end`. */
  async function sendAndDie(
    url: string,
    bytes: Buffer,
    { offset, end }: { readonly offset: number; readonly end: number },
  ) {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `PATCH ${url} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${school.cookie}\r\n` +
        'x-requested-with: linxuan\r\ntus-resumable: 1.0.0\r\n' +
        'content-type: application/offset+octet-stream\r\n' +
        `upload-offset: ${offset}\r\ncontent-length: ${bytes.length - offset}\r\n\r\n`,
    );
    socket.write(bytes.subarray(offset, end), () => socket.destroy());
    await once(socket, 'close');
  }

  /** Where the server stands, once it says the same again and again. */
  async function settledOffset(upload: string): Promise<number> {
    let last = -1;
    for (let same = 0; same < 20; same++) {
      const offset = (await offsetOf(school, upload)) ?? 0;
      if (offset !== last) same = 0;
      last = offset;
    }
    return last;
  }
});
