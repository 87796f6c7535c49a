import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SweepFiles } from '../../src/entries/use-cases/sweep-files.js';
import { freePort } from '../../src/platform/database/postgres-server.js';
import { eicar, findClamd, startClamd } from '../support/clamd.js';
import type { Client } from '../support/client.js';
import { bigPicture, docxFile, jpgFile, pdfFile } from '../support/documents.js';
import { draftEntry, fillEntry, stampedSheet } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { sendInParts } from '../support/tus.js';
import { until } from '../support/until.js';

const clamd = findClamd();
type Shown = { id: string; state: string; refusal: string | null; scan: string | null };

/** Without clamd on this machine (Debian package clamav-daemon) there is nothing to talk to. */
describe.skipIf(clamd === undefined)('a file and the scanner for viruses', () => {
  let house: House;
  let school: Client;
  let prefecture: Client;
  let admin: Client;
  let programmeId: string;
  let port: number;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    port = await freePort();
    house = await openHouse({ worker: true, clamd: `127.0.0.1:${port}` });
    const organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    admin = await clientIn(house, organisations, 'programme-admin', '430000');
    programmeId = await openProgramme(admin);
    school = await clientIn(house, organisations, 'submitter', '430102-01');
    prefecture = await clientIn(house, organisations, 'prefecture-officer', '430100');
  });
  afterAll(async () => {
    await stop?.();
    await house.close();
  });

  const filesOf = async (entry: string): Promise<Shown[]> =>
    (await school.get(entry)).body.attachments;
  const settled = (entry: string, id: string): Promise<Shown> =>
    until('the check', async () => {
      const file = (await filesOf(entry)).find((shown) => shown.id === id);
      return file?.state === 'checking' && file.refusal === null ? undefined : file;
    });

  it('waits while the scanner is down, seen by the administrators, and does not hold up the entry', async () => {
    const id = await draftEntry(school, programmeId);
    const entry = `/api/entries/${id}`;
    await fillEntry(school, id);
    const states = (await filesOf(entry)).map(({ state, refusal }) => [state, refusal]);
    expect(states).toEqual(Array(3).fill(['checking', 'scanner-down']));
    const { body } = await admin.get('/api/entries/file-checks');
    expect(body).toEqual({ scanner: true, waiting: 3, since: expect.any(String) });
    const [file] = await filesOf(entry);
    expect((await school.get(`${entry}/attachments/${file?.id}`)).status).toBe(404);
    const submitted = await school.post(`${entry}/submission`, undefined, 1);
    expect(submitted.status).toBe(201);
    expect(submitted.body.files.length).toBe(3);

    const endorsed = await prefecture.post(`${entry}/endorsement`, undefined, 2);
    expect(endorsed.status).toBe(200);
    await expect(stampedSheet(prefecture, programmeId)).rejects.toThrow('scanner-down');

    stop = await startClamd(clamd ?? '', port);
    await house.setClock(new Date(new Date(whileCollecting).getTime() + 20 * 60_000));
    await house.app.get(SweepFiles, { strict: false }).run();
    const after = (await filesOf(entry)).map(({ state, scan }) => [state, scan]);
    expect(after).toEqual(Array(3).fill(['ready', 'clean']));
    expect((await admin.get('/api/entries/file-checks')).body).toMatchObject({
      waiting: 0,
      since: null,
    });
    expect(await stampedSheet(prefecture, programmeId)).toBe(1);
  });

  it.each<[string, string, () => Promise<Buffer>]>([
    ['in a picture', 'photo', async () => Buffer.concat([await jpgFile(), eicar])],
    ['packed into a document', 'body', () => docxFile({ 'word/media/image9.png': eicar })],
  ])('is refused with a virus %s', async (_where, rule, make) => {
    const entry = `/api/entries/${await draftEntry(school, programmeId)}`;
    const name = rule === 'photo' ? 'a.jpg' : 'a.docx';
    const id = await sendInParts(school, entry, { rule, name, bytes: await make() });
    expect(await settled(entry, id)).toMatchObject({ state: 'refused', refusal: 'file-has-virus' });
    expect((await school.get(`${entry}/attachments/${id}`)).status).toBe(404);
  });

  it('is refused at once in a single request', async () => {
    const entry = `/api/entries/${await draftEntry(school, programmeId)}`;
    const bytes = Buffer.concat([await jpgFile(), eicar]);
    const sent = { name: 'a.jpg', type: 'image/jpeg', bytes };
    const { status, body } = await school.upload(`${entry}/attachments?rule=photo`, sent);
    expect([status, body.code]).toEqual([422, 'entries.file-has-virus']);
    expect(await filesOf(entry)).toEqual([]);
  });

  it('is not called clean when it is beyond what the scanner looks at', async () => {
    const entry = `/api/entries/${await draftEntry(school, programmeId)}`;
    const bytes = await bigPicture();
    const id = await sendInParts(school, entry, { rule: 'photo', name: 'a.png', bytes });
    expect(await settled(entry, id)).toMatchObject({ state: 'checking', refusal: 'scanner-down' });
  });

  it('is ready when it is clean', async () => {
    const entry = `/api/entries/${await draftEntry(school, programmeId)}`;
    const bytes = await pdfFile();
    const id = await sendInParts(school, entry, { rule: 'stamped-form', name: 'a.pdf', bytes });
    expect(await settled(entry, id)).toMatchObject({ state: 'ready', scan: 'clean' });
  });
});
