import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

describe('the history of a field', () => {
  let house: House;
  let organisations: Map<string, string>;
  let school: Client;
  let entryId: string;
  const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
    clientIn(house, organisations, role, code);
  const path = (more = '', key = 'background'): string =>
    `/api/entries/${entryId}/fields/${key}/versions${more}`;
  const write = (value: unknown, seen: number): Promise<Reply> =>
    school.put(`/api/entries/${entryId}/fields/background`, { value }, seen);
  /** Seconds after the beginning. */
  const at = (seconds: number): Promise<unknown> =>
    house.setClock(new Date(Date.parse(whileCollecting) + seconds * 1000).toISOString());

  beforeAll(async () => {
    house = await openHouse();
    organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    const programmeId = await openProgramme(await inRole('programme-admin', '430000'));
    school = await inRole('submitter', '430102-01');
    entryId = await draftEntry(school, programmeId);
  });
  afterAll(() => house.close());

  it('is empty before anything was written', async () => {
    expect((await school.get(path())).body).toEqual([]);
    expect((await school.get(path('', 'no-such-field'))).body).toEqual([]);
  });

  it('keeps what was written with who, when and how many words', async () => {
    await write('第一稿', 0);
    await at(60);
    await write('第二稿，多写了几个字', 1);
    const { body } = await school.get(path());
    expect(body).toMatchObject([
      { version: 2, words: 10, by: '测试员' },
      { version: 1, words: 3, by: '测试员' },
    ]);
    expect(Date.parse(body[0].at) - Date.parse(body[1].at)).toBeGreaterThan(0);
    expect((await school.get(path('/1'))).body).toEqual({ version: 1, value: '第一稿' });
  });

  it('puts an earlier text back as one more version, over the one that was seen', async () => {
    const { value } = (await school.get(path('/1'))).body;
    expect((await write(value, 1)).status).toBe(412);
    await at(120);
    expect((await write(value, 2)).body).toMatchObject({ version: 3 });
    expect((await school.get(path('/3'))).body.value).toBe('第一稿');
    expect((await school.get(path())).body).toHaveLength(3);
  });

  it('keeps of what was saved within half a minute the last', async () => {
    await at(300);
    for (const [place, text] of ['甲', '甲乙', '甲乙丙'].entries()) await write(text, 3 + place);
    const versions = (await school.get(path())).body.map(
      ({ version }: { version: number }) => version,
    );
    expect(versions).toEqual([6, 3, 2, 1]);
    const gone = await school.get(path('/5'));
    expect([gone.status, gone.body.code]).toEqual([404, 'entries.not-found']);
  });

  it.each([
    ['a visitor', null, '', 401],
    ['another school', 'submitter', '430102-02', 404],
    ['its county', 'county-officer', '430102', 404],
    ['its prefecture', 'prefecture-officer', '430100', 404],
    ['the province', 'programme-admin', '430000', 403],
    ['the supervisor', 'supervisor', '430000', 403],
    ['a judge', 'judge', '430000', 403],
  ] as const)('is not for %s', async (_who, role, code, status) => {
    const client = role === null ? house.visitor : await inRole(role, code);
    for (const at of [path(), path('/1')]) expect((await client.get(at)).status, at).toBe(status);
  });

  it.each(['0', '-1', '7', 'x', '99999999999'])('has no version %s', async (version) => {
    expect([400, 404]).toContain((await school.get(path(`/${version}`))).status);
  });
});
