import {
  ImportOrganisations,
  type OrganisationRow,
} from '../../src/identity/use-cases/import-organisations.js';
import { hash } from '@node-rs/argon2';
import { Organisation, Person } from '../../src/identity/data/identity.entities.js';
import { Identity } from '../../src/identity/public-api.js';
import type { Role } from '../../src/identity/rules/roles.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { House } from './house.js';

/** A small province: two prefectures with a county and two schools each, and 省直 with one school. */
const rows: readonly OrganisationRow[] = [
  { code: '430000', name: '湖南省教育厅', kind: 'province' },
  { code: '439900', name: '省直', kind: 'province-direct', parentCode: '430000' },
  { code: '439900-01', name: '示例省直中学', kind: 'school', parentCode: '439900' },
  { code: '430100', name: '长沙市', shortName: '长沙', kind: 'prefecture', parentCode: '430000' },
  { code: '430102', name: '芙蓉区', kind: 'county', parentCode: '430100' },
  { code: '430102-01', name: '芙蓉区示例小学', kind: 'school', parentCode: '430102' },
  { code: '430102-02', name: '芙蓉区示例中学', kind: 'school', parentCode: '430102' },
  { code: '430200', name: '株洲市', shortName: '株洲', kind: 'prefecture', parentCode: '430000' },
  { code: '430202', name: '荷塘区', kind: 'county', parentCode: '430200' },
  { code: '430202-01', name: '荷塘区示例小学', kind: 'school', parentCode: '430202' },
  { code: '430202-02', name: '荷塘区示例中学', kind: 'school', parentCode: '430202' },
];

/** Fills a house with the small province; ids by organisation code. */
export async function smallProvince(house: House): Promise<Map<string, string>> {
  await house.app.get(ImportOrganisations, { strict: false }).run(systemActor, rows);
  const organisations = await house.database.transaction(systemActor, (tx) =>
    tx.manager.find(Organisation),
  );
  return new Map(organisations.map(({ code, id }) => [code, id]));
}

/** What everybody in the tests signs with. */
export const testPassword = '测试用的一段口令';
const passwordHash = hash(testPassword, { memoryCost: 1024, timeCost: 1 });

let people = 0;

/** A new person in one role; their id. */
export async function personIn(
  house: House,
  role: Role,
  organisationId: string,
  name = '测试员',
): Promise<string> {
  const email = `person-${++people}@example.org`;
  const { personId } = await house.database.transaction(systemActor, (tx) =>
    house.app.get(Identity, { strict: false }).enrol(tx, { name, email, organisationId, role }),
  );
  const known = { passwordHash: await passwordHash };
  await house.database.transaction(systemActor, (tx) =>
    tx.manager.update(Person, { id: personId }, known),
  );
  return personId;
}
