import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attachment } from '../../src/entries/data/entries.entities.js';
import { MakeBlindCopy } from '../../src/entries/use-cases/make-blind-copy.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client } from '../support/client.js';
import { docxFile, jpgFile, pdfFile, planted } from '../support/documents.js';
import { draftEntry } from '../support/entries.js';
import { asOwner, type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

describe('the copy for judges', () => {
  let house: House;
  let admin: Client;
  let school: Client;
  let entry: string;

  beforeAll(async () => {
    house = await openHouse({ worker: true });
    const organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    admin = await clientIn(house, organisations, 'programme-admin', '430000');
    school = await clientIn(house, organisations, 'submitter', '430102-01');
    entry = `/api/entries/${await draftEntry(school, await openProgramme(admin))}`;
  });
  afterAll(() => house.close());

  const upload = async (rule: string, name: string, bytes: Buffer): Promise<string> => {
    const url = `${entry}/attachments?rule=${rule}`;
    return (await school.upload(url, { name, type: 'x/y', bytes })).body.id as string;
  };
  const row = (id: string): Promise<Attachment> =>
    house.database.transaction(systemActor, (tx) => tx.manager.findOneByOrFail(Attachment, { id }));
  const copied = (id: string): Promise<Attachment> =>
    until('a copy', async () => {
      const found = await row(id);
      return found.derivativeKey === null ? undefined : found;
    });
  const bytesUnder = (key: string | null): Promise<Buffer> =>
    fs.readFile(path.join(house.home, 'files', key ?? ''));

  it('is made of a picture, without its artist and its place', async () => {
    const bytes = await jpgFile();
    expect(bytes.includes(planted)).toBe(true);
    const made = await copied(await upload('photo', 'a.jpg', bytes));
    const copy = await bytesUnder(made.derivativeKey);
    expect([copy.includes(planted), copy.length]).toEqual([false, made.derivativeSize]);
    expect((await bytesUnder(made.storageKey)).equals(bytes)).toBe(true);
    const [shown] = (await school.get(entry)).body.attachments;
    expect(shown.hasBlindCopy).toBe(true);
  });

  it('is made once, however often the job runs', async () => {
    const id = await upload('photo', 'b.jpg', await jpgFile());
    const { derivativeKey } = await copied(id);
    const folder = path.join(house.home, 'files', 'entries', 'blind');
    const before = await fs.readdir(folder);
    const makeBlindCopy = house.app.get(MakeBlindCopy, { strict: false });
    await Promise.all([makeBlindCopy.run(id), makeBlindCopy.run(id)]);
    expect((await row(id)).derivativeKey).toBe(derivativeKey);
    expect(await fs.readdir(folder)).toEqual(before);
  });

  it('is not made of what judges do not see', async () => {
    const form = await upload('stamped-form', 'a.pdf', await pdfFile());
    await copied(await upload('body', 'a.docx', await docxFile()));
    const { state, derivativeKey, refusal } = await row(form);
    expect([state, derivativeKey, refusal]).toEqual(['ready', null, null]);
  });

  it('says so when it cannot be made', async () => {
    const bytes = await jpgFile(800);
    // The header is whole, the picture behind it is not.
    const id = await upload('photo', 'c.jpg', bytes.subarray(0, bytes.length - 300));
    const failed = await until('a failure', async () => {
      const found = await row(id);
      return found.refusal === null ? undefined : found;
    });
    expect([failed.state, failed.refusal, failed.derivativeKey]).toEqual([
      'ready',
      'no-blind-copy',
      null,
    ]);
  });

  it('is made again when an administrator asks, where there is none', async () => {
    const made = await copied(await upload('photo', 'd.jpg', await jpgFile()));
    const files = (await school.get(entry)).body.attachments as { id: string; ruleKey: string }[];
    const form = files.find(({ ruleKey }) => ruleKey === 'stamped-form')?.id ?? '';
    const ask = async (client: Client, id: string): Promise<[number, string | undefined]> => {
      const { status, body } = await client.post(`${entry}/attachments/${id}/copy`);
      return [status, body?.code];
    };
    expect(await ask(school, made.id)).toEqual([403, 'platform.no-right']);
    expect(await ask(admin, made.id)).toEqual([404, 'entries.not-found']);
    await asOwner(house, [
      `update entries.entry set state = 'withdrawn', withdrawn_reason = '撤回',
       case_no = 'DY-430100-001' where id = '${made.entryId}'`,
    ]);
    expect(await ask(admin, made.id)).toEqual([409, 'entries.copy-not-needed']);
    expect(await ask(admin, form)).toEqual([409, 'entries.copy-not-needed']);
    await asOwner(house, [
      `update entries.attachment set refusal = 'no-blind-copy', derivative_key = null,
       derivative_size = null, derivative_media_type = null where id = '${made.id}'`,
    ]);
    expect(await ask(admin, made.id)).toEqual([202, undefined]);
    const again = await copied(made.id);
    expect([again.refusal, again.derivativeKey === made.derivativeKey]).toEqual([null, false]);
  });
});
