import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let prefecture: Client;
let county: Client;

const url = '/api/identity/below';
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
let numbers = 0;
const someone = (more: object = {}) => ({
  name: '李四',
  email: `invited-${++numbers}@example.org`,
  phone: '13800000000',
  organisation: '430102-01',
  ...more,
});
const invite = (client: Client, ...people: object[]): Promise<Reply> =>
  client.post(`${url}/people`, { people });
const list = async (client: Client, query = '') =>
  (await client.get(`${url}/people${query}`)).body.people as {
    id: string;
    email: string;
    organisationCode: string;
    actions: string[];
    hasSignedIn: boolean;
  }[];
const find = async (client: Client, email: string) =>
  (await list(client, `?search=${encodeURIComponent(email)}`))[0];
const tokenOf = (link: string): string => link.split('#')[1] ?? '';

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  prefecture = await clientIn(house, organisations, 'prefecture-officer', '430100');
  county = await clientIn(house, organisations, 'county-officer', '430102');
});
afterAll(() => house.close());

describe('a unit', () => {
  it.each<[string, () => Client, string[]]>([
    ['of a prefecture', () => prefecture, ['430102', '430102-01', '430102-02']],
    ['of a county', () => county, ['430102-01', '430102-02']],
  ])('%s invites what stands below it alone', async (_what, client, codes) => {
    const places = (await client().get(`${url}/organisations`)).body;
    expect(places.map(({ code }: { code: string }) => code)).toEqual(codes);
    for (const code of ['430102', '430102-02', '430100', '430202-01', '430000']) {
      const { status, body } = await invite(client(), someone({ organisation: code }));
      expect([code, status]).toEqual([code, codes.includes(code) ? 201 : 422]);
      if (status === 422)
        expect(body.details.faults[0]).toMatchObject({ row: 1, code: 'unknown-organisation' });
    }
  });

  it('hands over a link that is used once, and has a letter sent', async () => {
    const person = someone();
    const { invited } = (await invite(prefecture, person)).body;
    expect(invited[0]).toMatchObject({
      name: '李四',
      organisation: '芙蓉区示例小学',
      role: 'submitter',
      standing: 'new',
    });
    const token = tokenOf(invited[0].link);
    expect((await house.visitor.get(`/api/invitations/${token}`)).body).toMatchObject({
      email: person.email,
      organisation: '芙蓉区示例小学',
    });
    const listed = await find(prefecture, person.email);
    expect([listed?.hasSignedIn, listed?.actions]).toEqual([false, ['show-link', 'send-link']]);
    const password = { password: '一段足够长的口令，可以用' };
    expect((await house.visitor.post(`/api/invitations/${token}`, password)).status).toBe(200);
    expect(answer(await house.visitor.post(`/api/invitations/${token}`, password))).toEqual([
      404,
      'identity.link-not-valid',
    ]);
    const outbox = await house.database.source.query<unknown[]>(
      `select id from platform.outbox where name = 'identity.person-invited' and payload ->> 'personId' = $1`,
      [listed?.id],
    );
    expect(outbox).toHaveLength(1);
    const came = await find(prefecture, person.email);
    expect([came?.hasSignedIn, came?.actions]).toEqual([true, ['send-link']]);
    expect(answer(await prefecture.post(`${url}/people/${came?.id}/shown-link`))).toEqual([
      409,
      'identity.link-not-shown',
    ]);
  });

  it('gives a known person one more role, and shows no link to their account', async () => {
    const personId = await personIn(house, 'judge', organisations.get('430202') ?? '');
    const [{ email }] = await house.database.source.query<[{ email: string }]>(
      'select email from identity.person where id = $1',
      [personId],
    );
    const { invited } = (await invite(prefecture, someone({ email: email.toUpperCase() }))).body;
    expect([invited[0].standing, invited[0].link]).toEqual(['known', null]);
    expect((await find(prefecture, email))?.actions).toEqual([]);
    for (const act of ['shown-link', 'link'])
      expect(answer(await prefecture.post(`${url}/people/${personId}/${act}`))).toEqual([
        409,
        'identity.acts-elsewhere',
      ]);
    const again = (await invite(prefecture, someone({ email }))).body;
    expect(again.invited[0].standing).toBe('held');
  });

  it('sends a link again, and the links before it stop working', async () => {
    const person = someone();
    const { invited } = (await invite(county, person)).body;
    const listed = await find(county, person.email);
    expect((await county.post(`${url}/people/${listed?.id}/link`)).status).toBe(204);
    const old = tokenOf(invited[0].link);
    expect((await house.visitor.get(`/api/invitations/${old}`)).status).toBe(404);
    const shown = await county.post(`${url}/people/${listed?.id}/shown-link`);
    expect((await house.visitor.get(`/api/invitations/${tokenOf(shown.body.link)}`)).status).toBe(
      200,
    );
  });

  it('does not reach people elsewhere, by list, by file or by act', async () => {
    const foreign = await personIn(
      house,
      'submitter',
      organisations.get('430202-01') ?? '',
      '外市',
    );
    const colleague = await personIn(
      house,
      'prefecture-officer',
      organisations.get('430100') ?? '',
    );
    expect(await list(prefecture, '?search=外市')).toEqual([]);
    for (const id of [foreign, colleague, randomUUID()])
      for (const act of ['shown-link', 'link'])
        expect(answer(await prefecture.post(`${url}/people/${id}/${act}`))).toEqual([
          404,
          'identity.not-found',
        ]);
    const officer = await clientIn(house, organisations, 'county-officer', '430202');
    const codes = (await list(officer)).map(({ organisationCode }) => organisationCode);
    expect(new Set(codes)).toEqual(new Set(['430202-01']));
  });

  it.each(['submitter', 'programme-admin', 'system-admin', 'judge'] as const)(
    'of another kind has no such right: %s',
    async (role) => {
      const client = await clientIn(
        house,
        organisations,
        role,
        role === 'judge' ? '430202' : role === 'submitter' ? '430102-01' : '430000',
      );
      expect(answer(await invite(client, someone()))).toEqual([403, 'platform.no-right']);
      expect(answer(await client.get(`${url}/people`))).toEqual([403, 'platform.no-right']);
    },
  );
});

it.each<[string, object]>([
  ['nobody', { people: [] }],
  ['too many', { people: Array.from({ length: 51 }, () => someone()) }],
  ['no list', {}],
  ['something else', { people: [{ ...someone(), role: 'system-admin' }] }],
  ['a number for a name', { people: [{ ...someone(), name: 1 }] }],
])('an invitation of %s is a bad form', async (_what, form) => {
  expect(answer(await prefecture.post(`${url}/people`, form))).toEqual([422, 'platform.bad-form']);
});
