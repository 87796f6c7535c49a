import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Programmes } from '../../src/programmes/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from '../support/client.js';
import { pdfFile } from '../support/documents.js';
import { soundEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let school: Client;
let prefecture: Client;
let programmeId: string;
let id: string;

const whileChecking = '2020-08-16T01:00:00Z';
const dueAt = '2020-08-18T09:00:00.000Z';
const stamped = { field: 'stamped-form', text: '缺县区盖章页，请补盖后重新扫描。' };
const order = { remarks: [stamped], dueAt };

const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const ask = (form: object = order, seen = 1, client = admin): Promise<Reply> =>
  client.post(`/api/entries/${id}/correction`, form, seen);
const shown = async (client: Client) => (await client.get(`/api/entries/${id}`)).body;
const write = (client: Client, key: string, value: unknown, seen = 1): Promise<Reply> =>
  client.put(`/api/entries/${id}/fields/${key}`, { value }, seen);
const handIn = (client: Client, seen = 2): Promise<Reply> =>
  client.post(`/api/entries/${id}/submission`, undefined, seen);
const replaceForm = async (client: Client): Promise<Reply> => {
  const { attachments } = await shown(client);
  const old = attachments.find(({ ruleKey }: { ruleKey: string }) => ruleKey === 'stamped-form');
  await client.delete(`/api/entries/${id}/attachments/${old.id}`);
  const bytes = await pdfFile();
  const file = { name: '推荐表.pdf', type: 'application/pdf', bytes };
  return client.upload(`/api/entries/${id}/attachments?rule=stamped-form`, file);
};

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  admin = await inRole('programme-admin', '430000');
  school = await inRole('submitter', '430102-01');
  prefecture = await inRole('prefecture-officer', '430100');
});
beforeEach(async () => {
  await house.setClock(whileCollecting);
  programmeId = await openProgramme(admin);
  id = await soundEntry(house, organisations, { programmeId });
  await house.database.transaction(systemActor, (tx) =>
    house.app.get(Programmes, { strict: false }).advance(tx, programmeId, 'check'),
  );
  await house.setClock(whileChecking);
});
afterAll(() => house.close());

describe('a correction', () => {
  it('is made in the named part only, in its own time, and comes back to the province', async () => {
    const before = await shown(school);
    await admin.put(
      `/api/entries/${id}/check-marks/stamps`,
      { verdict: 'fails', note: '缺县区盖章页' },
      0,
    );
    expect((await ask()).body).toEqual({ id, state: 'correcting', version: 2 });
    const asked = await shown(school);
    expect([asked.changeable, asked.deadline, asked.actions]).toEqual([
      ['stamped-form'],
      dueAt,
      ['edit', 'submit', 'withdraw', 'receipt'],
    ]);
    expect(asked.remarks).toMatchObject([stamped]);
    expect((await shown(admin)).remarks).toMatchObject([stamped]);
    expect(answer(await write(school, 'abstract', '另一段话'))).toEqual([
      409,
      'entries.field-not-to-change',
    ]);
    expect((await replaceForm(school)).status).toBe(201);
    const receipt = await handIn(school);
    expect([receipt.status, receipt.body.state, receipt.body.receiptNo]).toEqual([
      201,
      'recommended',
      before.receiptNo,
    ]);
    const after = await shown(admin);
    expect([after.submittedAt, after.correctedAt, after.correctionDueAt, after.remarks]).toEqual([
      before.submittedAt,
      expect.stringMatching(/^2020-08-16T/),
      null,
      [],
    ]);
    const line = (code: string) =>
      after.checks.find((item: { code: string }) => item.code === code);
    expect([line('stamps').standing, line('stamps').mark.counts]).toEqual(['open', false]);
    expect(line('in-time').ok).toBe(true);
  });

  it('may be made by the recommending unit as long as it is waited for', async () => {
    expect(answer(await write(prefecture, 'abstract', '话'))).toEqual([
      403,
      'entries.not-own-entry',
    ]);
    await ask({ ...order, remarks: [stamped, { field: 'contactPhone', text: '号码有误' }] });
    expect((await shown(prefecture)).actions).toEqual(['edit', 'submit']);
    expect((await replaceForm(prefecture)).status).toBe(201);
    expect((await write(prefecture, 'contactPhone', '0731-81111111')).status).toBe(200);
    expect((await handIn(prefecture)).body.state).toBe('recommended');
    expect(answer(await write(prefecture, 'contactPhone', '0731-82222222', 2))).toEqual([
      403,
      'entries.not-own-entry',
    ]);
  });

  it('is not held up by what the province does not ask for', async () => {
    await house.database.transaction(systemActor, (tx) =>
      tx.manager.query(
        `update entries.entry_field set value = '"短"' where entry_id = $1 and key = 'abstract'`,
        [id],
      ),
    );
    await ask();
    expect((await shown(school)).missing).toEqual([]);
    await replaceForm(school);
    expect((await handIn(school)).status).toBe(201);
  });

  it('needs what it asks for', async () => {
    await ask({ ...order, remarks: [{ field: 'abstract', text: '请重写' }] });
    await write(school, 'abstract', '');
    const refused = await handIn(school);
    expect([refused.body.code, refused.body.details.missing]).toEqual([
      'entries.incomplete',
      [{ where: 'abstract', code: 'missing', params: {} }],
    ]);
  });

  it('ends on the server’s clock; then the province may reject, extend or call it back', async () => {
    await ask();
    const rejection = { reasonCode: 'stamp-missing', note: '逾期未补正' };
    const early = await admin.post(`/api/entries/${id}/rejection`, rejection, 2);
    expect(answer(early)).toEqual([409, 'entries.correction-running']);
    await house.setClock(dueAt);
    expect(answer(await handIn(school))).toEqual([409, 'entries.window-closed']);
    const longer = { dueAt: '2020-08-19T09:00:00Z', reason: '节假日' };
    const extended = await admin.put(`/api/entries/${id}/correction`, longer, 2);
    expect(extended.body).toEqual({ id, state: 'correcting', version: 3 });
    expect((await handIn(school, 3)).status).toBe(201);
    await ask({ remarks: [stamped], dueAt: longer.dueAt }, 4);
    await house.setClock(longer.dueAt);
    const late = await admin.post(`/api/entries/${id}/rejection`, rejection, 5);
    expect([late.body.state, (await shown(school)).remarks]).toEqual(['rejected', []]);
  });

  it('may be called back; the entry is then decided on as it is', async () => {
    await ask();
    const recalled = await admin.post(
      `/api/entries/${id}/correction/recall`,
      { reason: '已电话核实' },
      2,
    );
    expect(recalled.body).toEqual({ id, state: 'recommended', version: 3 });
    expect((await shown(school)).remarks).toEqual([]);
    expect(answer(await handIn(school, 3))).toEqual([409, 'entries.wrong-state']);
  });

  it('keeps the judging waiting and its place taken', async () => {
    await ask();
    const list = (await admin.get(`/api/entries/formal-check?programmeId=${programmeId}`)).body;
    expect(list.counts).toEqual([{ state: 'correcting', count: 1 }]);
    expect((await school.post(`/api/entries/${id}/withdrawal`, { reason: '撤回' }, 2)).status).toBe(
      200,
    );
  });

  it('is not for another prefecture or a county', async () => {
    await ask();
    const other = await inRole('prefecture-officer', '430200');
    const county = await inRole('county-officer', '430102');
    for (const client of [other, county])
      expect((await write(client, 'contactPhone', '1')).status).toBe(404);
  });
});
