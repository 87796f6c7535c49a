import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Entry } from '../../src/entries/data/entries.entities.js';
import { Entries } from '../../src/entries/public-api.js';
import { MakeBlindCopy } from '../../src/entries/use-cases/make-blind-copy.js';
import { type Actor, systemActor, type Tx } from '../../src/platform/database/tx.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { planted } from '../support/documents.js';
import { fullValues, goodTitle, rawEntry, submittedEntry } from '../support/entries.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let programmeId: string;
let accepted: string;
let admin: Actor;

const inTx = <Result>(actor: Actor, work: (tx: Tx, entries: Entries) => Promise<Result>) =>
  house.database.transaction(actor, (tx) => work(tx, house.app.get(Entries, { strict: false })));

beforeAll(async () => {
  house = await openHouse();
  const organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const province = organisations.get('430000') ?? '';
  admin = actorOf('programme-admin', province, await personIn(house, 'programme-admin', province));
  programmeId = await openProgramme(
    await clientIn(house, organisations, 'programme-admin', '430000'),
  );
  const school = await clientIn(house, organisations, 'submitter', '430102-01');
  accepted = await submittedEntry(school, programmeId);
  const { attachments } = (await school.get(`/api/entries/${accepted}`)).body;
  for (const { id } of attachments) await house.app.get(MakeBlindCopy, { strict: false }).run(id);
  const decided = {
    state: 'accepted',
    rank: 1,
    blindCode: 'DY-7K3Q',
    caseNo: '2020-DY-4301-01',
  } as const;
  await inTx(systemActor, (tx) => tx.manager.update(Entry, { id: accepted }, decided));
  await rawEntry(house, organisations, {
    programmeId,
    unitCode: '430102-02',
    state: 'recommended',
    rank: 2,
    caseNo: '2020-DY-4301-02',
  });
  await inTx(admin, (tx, entries) => entries.writeBlindCopies(tx, programmeId));
});
afterAll(() => house.close());

describe('a blind copy', () => {
  it('is written of accepted entries alone', async () => {
    const rows = await inTx(systemActor, (tx) =>
      tx.manager.query('select entry_id, blind_code from entries.blind_copy'),
    );
    expect(rows).toEqual([{ entry_id: accepted, blind_code: 'DY-7K3Q' }]);
  });

  it('holds the texts and the files, and no word of who wrote them', async () => {
    const copy = await inTx(admin, (tx, entries) => entries.blindCopy(tx, accepted));
    expect([copy.blindCode, copy.title, copy.abstract]).toEqual([
      'DY-7K3Q',
      goodTitle,
      fullValues['abstract'],
    ]);
    expect(copy.sections.map(({ key, heading }) => [key, heading])).toEqual([
      ['background', '一、背景与起因'],
      ['practice', '二、做法与经过'],
      ['effect', '三、成效与反响'],
      ['insight', '四、经验与启示'],
    ]);
    expect(copy.files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['DY-7K3Q-1.docx', expect.stringContaining('wordprocessingml')],
      ['DY-7K3Q-2.jpg', 'image/jpeg'],
    ]);
    const text = JSON.stringify(copy);
    const names = ['张三', '李四', '0731', 'example.org', '芙蓉', '长沙', '2020-DY', 'entries/'];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });

  it('leads to files without their makers', async () => {
    const { files } = await inTx(admin, (tx, entries) => entries.blindCopy(tx, accepted));
    for (const { id, size } of files) {
      const file = await inTx(admin, (tx, entries) => entries.blindFile(tx, accepted, id));
      const bytes = await buffer(await house.app.get(FileStore).read(file.storageKey));
      expect([bytes.length, bytes.includes(planted)]).toEqual([size, false]);
    }
  });

  it('is replaced when it is written again', async () => {
    await inTx(systemActor, (tx) =>
      tx.manager.update(Entry, { id: accepted }, { title: '修订之后的案例名称' }),
    );
    await inTx(admin, (tx, entries) => entries.writeBlindCopies(tx, programmeId));
    const titles = await inTx(admin, (tx, entries) => entries.blindTitles(tx, [accepted]));
    expect([...titles]).toEqual([
      [accepted, { blindCode: 'DY-7K3Q', title: '修订之后的案例名称' }],
    ]);
  });
});

describe('other modules', () => {
  it('learn of accepted entries by case number', async () => {
    const facts = await inTx(admin, (tx, entries) => entries.accepted(tx, programmeId));
    expect(facts.map(({ id, caseNo, rankInUnit }) => [id, caseNo, rankInUnit])).toEqual([
      [accepted, '2020-DY-4301-01', 1],
    ]);
  });

  it('learn nothing of entries out of reach of their actor', async () => {
    const judge: Actor = { ...admin, role: 'judge' };
    const known = (actor: Actor) => inTx(actor, (tx, entries) => entries.facts(tx, [accepted]));
    expect([...(await known(systemActor)).keys()]).toEqual([accepted]);
    expect((await known(judge)).size).toBe(0);
    const refused = inTx(judge, (tx, entries) => entries.blindCopy(tx, accepted));
    await expect(refused).rejects.toMatchObject({ code: 'entries.not-found' });
  });
});
