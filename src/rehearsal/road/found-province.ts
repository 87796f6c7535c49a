import { quiet } from '../mailbox.js';
import type { Organisation, Person } from '../province/shapes.js';
import { each, type Stage } from '../stage.js';

/** From nothing: the first administrators, the tree of organisations, the people and their roles. */
export async function foundProvince(stage: Stage): Promise<void> {
  const { organisations, officials } = stage.province;
  const root = organisations.find(({ kind }) => kind === 'province');
  if (root === undefined) throw new Error('the generated province has no root');
  for (const role of ['system-admin', 'security-admin'] as const) {
    const admin = holder(officials, role);
    const province = { code: root.code, name: root.name };
    await stage.welcomeAdmin(admin.key, { role, name: admin.name, email: admin.email, province });
  }
  await importOrganisations(stage, organisations);
  await importPeople(
    stage,
    officials.filter((person) => !isFirst(person)),
  );
}

async function importOrganisations(
  stage: Stage,
  organisations: readonly Organisation[],
): Promise<void> {
  const rows = organisations.map(({ code, name, shortName, kind, parentCode }) => ({
    code,
    name,
    kind,
    ...(shortName === undefined ? {} : { shortName }),
    ...(parentCode === null ? {} : { parentCode }),
  }));
  await stage.as('system-admin').post('/api/identity/organisations', { organisations: rows });
}

/** The system administrator lists them, the security administrator gives the roles, letters bring them in. */
async function importPeople(stage: Stage, people: readonly Person[]): Promise<void> {
  await stage
    .as('system-admin')
    .post('/api/identity/people', { people: people.map(({ name, email }) => ({ name, email })) });
  const grants = people.flatMap(({ email, roles }) => roles.map((role) => ({ email, ...role })));
  await stage.as('security-admin').post('/api/identity/grants', { grants });
  await enter(stage, people);
}

/** People open the links in their letters. */
export async function enter(stage: Stage, people: readonly Person[]): Promise<void> {
  await quiet(stage.visitor);
  await each(people, (person) => stage.welcome(person));
}

const holds = (person: Person, role: string): boolean =>
  person.roles.some((held) => held.role === role);
const isFirst = (person: Person): boolean =>
  holds(person, 'system-admin') || holds(person, 'security-admin');

function holder(people: readonly Person[], role: string): Person {
  const person = people.find((candidate) => holds(candidate, role));
  if (person === undefined) throw new Error(`nobody holds ${role}`);
  return person;
}
