import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Attachment } from '../../src/entries/data/entries.entities.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from '../support/client.js';
import { docxFile, docxType, jpgFile, pdfFile, pngFile } from '../support/documents.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let school: Client;
let entry: string;
let port: number;

const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const send = (rule: string, name: string, bytes: Buffer, type = 'x/y'): Promise<Reply> =>
  school.upload(`${entry}/attachments?rule=${rule}`, { name, type, bytes });
const listed = async (): Promise<{ fileName: string; state: string; position: number }[]> =>
  (await school.get(entry)).body.attachments;
const rows = (): Promise<Attachment[]> =>
  house.database.transaction(systemActor, (tx) =>
    tx.manager.findBy(Attachment, { entryId: entry.split('/').at(-1) ?? '' }),
  );
/** Every file in the store, the unfinished ones too. */
async function storedFiles(): Promise<string[]> {
  const folder = path.join(house.home, 'files');
  await fs.mkdir(folder, { recursive: true });
  const all = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((item) => item.isFile()).map(({ name }) => name);
}

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(
    await clientIn(house, organisations, 'programme-admin', '430000'),
  );
  school = await clientIn(house, organisations, 'submitter', '430102-01');
  await house.app.listen(0, '127.0.0.1');
  port = (house.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => house.close());
beforeEach(async () => {
  entry = `/api/entries/${await draftEntry(school, programmeId)}`;
});

describe('a file', () => {
  it('is kept as it was sent, and given back to be saved', async () => {
    const bytes = await docxFile();
    const { status, body } = await send('body', '党建案例 “正文”.docx', bytes, 'text/html');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        fileName: '党建案例 “正文”.docx',
        mediaType: docxType,
        size: bytes.length,
        sha256,
        state: 'ready',
      },
    ]);
    const reply = await house.app.inject({
      url: `${entry}/attachments/${body.id}`,
      headers: { cookie: school.cookie ?? '' },
    });
    expect(reply.rawPayload.equals(bytes)).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': docxType,
      'content-disposition': `attachment; filename="____ ____.docx"; filename*=UTF-8''${encodeURIComponent('党建案例 “正文”.docx')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it.each([
    ['../../../etc/passwd.jpg', 'passwd.jpg'],
    ['C:\\照片\\第一张.JPEG', '第一张.jpg'],
    ['a\u202egnp.exe.jpg', 'agnp.exe.jpg'],
    ['.jpg', 'file.jpg'],
  ])('sent as %s is listed as %s', async (sent, name) => {
    expect((await send('photo', sent, await jpgFile())).body.fileName).toBe(name);
  });

  it('goes when it is removed', async () => {
    const { body } = await send('photo', 'a.jpg', await jpgFile());
    expect((await listed()).length).toBe(1);
    const url = `${entry}/attachments/${body.id}`;
    expect((await school.delete(url)).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect(answer(await school.get(url))).toEqual([404, 'entries.not-found']);
    expect(answer(await school.delete(url))).toEqual([404, 'entries.not-found']);
  });
});

describe('a file is refused, and nothing of it stays,', () => {
  it.each<[string, string, string, () => Promise<Buffer>, number, string]>([
    ['when it is a program', 'body', 'a.exe', () => exe, 415, 'file-kind-not-accepted'],
    [
      'when it is a program with another name',
      'body',
      'a.docx',
      () => exe,
      415,
      'file-kind-mismatch',
    ],
    [
      'when it is a PDF with another name',
      'body',
      'a.docx',
      () => pdfFile(),
      415,
      'file-kind-mismatch',
    ],
    [
      'when the rule wants another kind',
      'body',
      'a.pdf',
      () => pdfFile(),
      415,
      'file-kind-not-accepted',
    ],
    ['when it has no ending', 'photo', 'photo', () => jpgFile(), 415, 'file-kind-not-accepted'],
    ['when it has macros', 'body', 'a.docx', () => macros(), 422, 'file-has-macros'],
    ['when it is empty', 'photo', 'a.png', async () => Buffer.alloc(0), 422, 'file-empty'],
    [
      'when it is damaged',
      'photo',
      'a.png',
      async () => (await pngFile()).subarray(0, 12),
      422,
      'file-damaged',
    ],
    [
      'when it is too large',
      'photo',
      'a.jpg',
      async () => Buffer.alloc(10 * 1024 * 1024 + 1),
      413,
      'file-too-large',
    ],
    [
      'when the form does not ask for it',
      'video',
      'a.jpg',
      () => jpgFile(),
      422,
      'unknown-attachment-rule',
    ],
    [
      'when its rule is a field',
      'effect',
      'a.jpg',
      () => jpgFile(),
      422,
      'unknown-attachment-rule',
    ],
  ])('%s', async (...[, rule, name, make, status, code]) => {
    const before = await storedFiles();
    expect(answer(await send(rule, name, await make()))).toEqual([status, `entries.${code}`]);
    expect(await storedFiles()).toEqual(before);
    expect(await listed()).toEqual([]);
  });

  it('when there is none', async () => {
    const json = await school.post(`${entry}/attachments?rule=body`, { a: 1 });
    expect(answer(json)).toEqual([422, 'entries.file-missing']);
    const empty = await school.send('POST', `${entry}/attachments?rule=body`, {
      body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(answer(empty)).toEqual([422, 'entries.file-missing']);
  });

  it('when every place is taken, also at the same time', async () => {
    const bytes = await docxFile();
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, n) => send('body', `${n}.docx`, bytes)),
    );
    const codes = replies.map(({ status, body }) => [status, body.code]).sort();
    expect(codes).toEqual([[201, undefined], ...Array(5).fill([409, 'entries.attachment-limit'])]);
  });

  it('and what a process left behind when it died takes no place for long', async () => {
    await send('body', 'a.docx', await docxFile());
    await house.database.transaction(systemActor, (tx) =>
      tx.manager.query(
        `update entries.attachment set state = 'arriving', expires_at = uploaded_at
         where entry_id = $1`,
        [entry.split('/').at(-1)],
      ),
    );
    expect(await listed()).toEqual([]);
    expect((await send('body', 'b.docx', await docxFile())).status).toBe(201);
  });

  it('when the sender goes away halfway', async () => {
    const before = await storedFiles();
    const socket = net.connect(port, '127.0.0.1');
    socket.write(
      `POST ${entry}/attachments?rule=photo HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${school.cookie}\r\n` +
        'x-requested-with: linxuan\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n' +
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n',
    );
    socket.write(Buffer.alloc(1_000_000, 0xff));
    await until('held', async () => (await listed())[0]);
    expect((await listed()).map(({ state }) => state)).toEqual(['arriving']);
    socket.destroy();
    await until('let go', async () => ((await listed()).length === 0 ? true : undefined));
    expect(await storedFiles()).toEqual(before);
    expect((await rows()).map(({ state, refusal }) => [state, refusal])).toEqual([
      ['refused', 'upload-broken-off'],
    ]);
  });

  it('and the connection goes on, when a far too large one was cut short', async () => {
    const socket = net.connect(port, '127.0.0.1');
    const size = 30_000_000;
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
    const common = `host: 127.0.0.1:${port}\r\ncookie: ${school.cookie}\r\nx-requested-with: linxuan\r\n`;
    socket.write(
      `POST ${entry}/attachments?rule=photo HTTP/1.1\r\n${common}content-type: multipart/form-data; boundary=x\r\ncontent-length: ${size}\r\n\r\n${head}`,
    );
    socket.write(Buffer.alloc(size - head.length));
    socket.write(`GET /api/session HTTP/1.1\r\n${common}connection: close\r\n\r\n`);
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    await once(socket, 'close');
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });
});

const exe = Promise.resolve(Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'));
const macros = (): Promise<Buffer> => docxFile({ 'word/vbaProject.bin': Buffer.alloc(64) });
