import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';

let house: House;
let organisations: Map<string, string>;
let system: { id: string; client: Client };

const at = (code: string): string => organisations.get(code) ?? '';

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  const id = await personIn(house, 'system-admin', at('430000'), '系统一');
  system = { id, client: await house.signIn(id) };
});
afterAll(() => house.close());

describe('the register of people', () => {
  it('finds by name, address and unit, page by page, and says what may be done', async () => {
    const people = Array.from({ length: 55 }, (_, place) => ({
      name: `成批${String(place).padStart(2, '0')}`,
      email: `batch-${place}@example.net`,
    }));
    expect((await system.client.post('/api/identity/people', { people })).body.added).toBe(55);
    const first = (await system.client.get('/api/identity/people?search=BATCH-')).body;
    const rest = (await system.client.get(`/api/identity/people?search=BATCH-&after=${first.next}`))
      .body;
    expect([first.people.length, rest.people.length, rest.next]).toEqual([50, 5, undefined]);
    expect([...first.people, ...rest.people].map(({ name }) => name)).toEqual(
      people.map(({ name }) => name),
    );
    expect(first.people[0]).toEqual({
      id: expect.any(String),
      name: '成批00',
      email: 'batch-0@example.net',
      hasSignedIn: false,
      isDisabled: false,
      grants: [],
      actions: ['send-link', 'disable'],
    });
    const id = await personIn(house, 'submitter', at('439900-01'), '省直人');
    const security = await house.signIn(await personIn(house, 'security-admin', at('430000')));
    const search = encodeURIComponent('示例省直');
    const byUnit = (await security.get(`/api/identity/people?search=${search}`)).body.people;
    expect(byUnit.map((person: { id: string }) => person.id)).toEqual([id]);
    expect([byUnit[0].actions, byUnit[0].grants[0].actions]).toEqual([[], ['revoke']]);
  });
});

describe('the register of organisations', () => {
  it('opens level by level and finds by name', async () => {
    const under = async (query: string) =>
      (await system.client.get(`/api/identity/organisations${query}`)).body;
    const [province] = await under('');
    expect([province.code, province.children, province.above]).toEqual(['430000', 3, []]);
    const units = await under(`?parent=${province.id}`);
    expect(units.map(({ code }: { code: string }) => code)).toEqual(['430100', '430200', '439900']);
    const found = await under(`?search=${encodeURIComponent('示例小学')}`);
    expect(
      found.map(({ name, above }: { name: string; above: string[] }) => [name, above]),
    ).toEqual([
      ['芙蓉区示例小学', ['长沙市', '芙蓉区']],
      ['荷塘区示例小学', ['株洲市', '荷塘区']],
    ]);
  });
});

describe('names', () => {
  it('are told to who reads the audit record, and to nobody else', async () => {
    const auditor = await house.signIn(await personIn(house, 'audit-admin', at('430000')));
    const url = `/api/identity/names?ids=${system.id},${at('430100')}`;
    expect((await auditor.get(url)).body).toEqual({
      people: [{ id: system.id, name: '系统一' }],
      organisations: [{ id: at('430100'), name: '长沙市' }],
    });
    const judge = await house.signIn(await personIn(house, 'judge', at('430100')));
    expect((await judge.get(url)).status).toBe(403);
    const many = Array.from({ length: 101 }, () => system.id).join(',');
    expect((await auditor.get(`/api/identity/names?ids=${many}`)).status).toBe(422);
  });
});
