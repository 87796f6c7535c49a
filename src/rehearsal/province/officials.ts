import type { NameBook } from './name-book.js';
import { entryPlan, prefectureOf } from './entry-plan.js';
import type { Organisation, Person, Role } from './shapes.js';
import { directCode, prefectures, provinceCode } from './tables/prefectures.js';

const provincial: readonly (readonly [string, Role])[] = [
  ['system-admin', 'system-admin'],
  ['security-admin', 'security-admin'],
  ['audit-admin', 'audit-admin'],
  ['programme-admin-1', 'programme-admin'],
  ['programme-admin-2', 'programme-admin'],
  ['supervisor', 'supervisor'],
];

const countyOffices = ['430102', '430121', '430381', '430682', '431229', '433101'];

export const officerKey = (prefectureCode: string): string =>
  `officer-${prefectureCode.slice(0, 4)}`;
export const submitterKey = (schoolCode: string): string => `submitter-${schoolCode}`;

/** Everyone with an account but the judges: the province's, the units', some counties' and the schools'. */
export function officials(names: NameBook, schools: ReadonlyMap<string, Organisation>): Person[] {
  const person = (key: string, role: Role, organisationCode: string): Person => ({
    key,
    name: names.nameOf(key, prefectureOf(organisationCode)),
    email: `${key}@example.org`,
    roles: [{ role, organisationCode }],
  });
  const units = [...prefectures.map(({ code }) => code as string), directCode];
  const submitting = new Set(
    entryPlan
      .filter(({ submittedBy }) => submittedBy === 'school')
      .map(({ key }) => schools.get(key)?.code as string),
  );
  return [
    ...provincial.map(([key, role]) => person(key, role, provinceCode)),
    ...units.map((code) => person(officerKey(code), 'prefecture-officer', code)),
    ...countyOffices.map((code) => person(`county-${code}`, 'county-officer', code)),
    ...[...submitting].map((code) => person(submitterKey(code), 'submitter', code)),
  ];
}
