import { describe, expect, it } from 'vitest';
import { prefectureOf } from './entry-plan.js';
import { defaultSeed, province } from './province.js';
import type { Entry, Fate, OrganisationKind } from './shapes.js';

const made = province();
const { organisations, officials, judges, quotas, entries } = made;
const ofFate = (fate: Fate): Entry[] => entries.filter((entry) => entry.fate === fate);
const codes = new Set(organisations.map(({ code }) => code));
const people = [...officials, ...judges];

describe('the generated province', () => {
  it('is deeply equal for the same seed and different for another', () => {
    expect(province(defaultSeed)).toEqual(made);
    expect(province('another').entries.map(({ title }) => title)).not.toEqual(
      entries.map(({ title }) => title),
    );
  });

  it('is the very same on every machine', () => {
    const first = entries[0];
    expect([first?.quality, first?.title, first?.fields.contactName, judges[0]?.scale])
      .toMatchInlineSnapshot(`
      [
        76.03,
        "支部建在一线：劳动教育的四维协同路径",
        "黄安丽",
        0.78,
      ]
    `);
  });

  it.each<[OrganisationKind, number]>([
    ['province', 1],
    ['province-direct', 1],
    ['prefecture', 14],
    ['county', 122],
    ['school', 368],
  ])('has, of the kind %s, %i organisations', (kind, number) => {
    expect(organisations.filter((organisation) => organisation.kind === kind)).toHaveLength(number);
  });

  it('gives every organisation its own code and a parent that exists, and every school its own name', () => {
    expect(codes.size).toBe(organisations.length);
    expect(organisations.filter(({ parentCode }) => parentCode && !codes.has(parentCode))).toEqual(
      [],
    );
    const schools = organisations.filter(({ kind }) => kind === 'school');
    expect(new Set(schools.map(({ name }) => name)).size).toBe(368);
    expect(new Set(schools.map(({ shortName }) => shortName)).size).toBe(368);
  });

  it('spreads the types of school as the domain says', () => {
    const counted = ['小学', '初中', '九年一贯', '高中', '幼儿园', '中职', '特教', '区域'].map(
      (type) =>
        organisations.filter(
          (school) => school.schoolType === type && school.parentCode !== '439900',
        ).length,
    );
    expect(counted).toEqual([139, 73, 44, 51, 29, 18, 8, 4]);
  });
});

describe('the people of the province', () => {
  it('have unique keys, names and plain addresses, and roles at organisations that exist', () => {
    for (const of of ['key', 'name', 'email'] as const)
      expect(new Set(people.map((person) => person[of])).size).toBe(people.length);
    expect(people.filter(({ email }) => !/^[a-z0-9-]+@example\.org$/.test(email))).toEqual([]);
    const places = people.flatMap(({ roles }) => roles.map((role) => role.organisationCode));
    expect(places.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('include the three rare characters', () => {
    const names = [...people, ...entries.flatMap(({ fields }) => fields.contributors)]
      .map(({ name }) => name)
      .join('');
    expect([...'䶮㛃𬍛'].filter((rare) => !names.includes(rare))).toEqual([]);
  });

  it('fill every office once, the programme’s by two people', () => {
    const holders = (role: string): number =>
      officials.filter(({ roles }) => roles.some((held) => held.role === role)).length;
    expect(
      ['system-admin', 'security-admin', 'audit-admin', 'supervisor', 'programme-admin'].map(
        holders,
      ),
    ).toEqual([1, 1, 1, 1, 2]);
    expect(holders('prefecture-officer')).toBe(15);
    const submitting = entries.filter(({ submittedBy }) => submittedBy === 'school');
    expect(holders('submitter')).toBe(new Set(submitting.map(({ schoolCode }) => schoolCode)).size);
  });

  it('type in every entry themselves', () => {
    const keys = new Set(officials.map(({ key }) => key));
    expect(entries.filter(({ typedInBy }) => !keys.has(typedInBy))).toEqual([]);
    const bySchool = entries.filter(({ submittedBy }) => submittedBy === 'school').length;
    expect(bySchool).toBeGreaterThan(50);
    expect(bySchool).toBeLessThan(75);
  });
});

describe('the entries', () => {
  it('are 124 uploaded, 120 recommended and 115 reviewed', () => {
    expect(entries).toHaveLength(124);
    expect(entries.filter(({ rank }) => rank !== null)).toHaveLength(120);
    expect(
      (['reviewed', 'late', 'not-recommended', 'rejected', 'withdrawn'] as const).map(
        (fate) => ofFate(fate).length,
      ),
    ).toEqual([115, 2, 2, 3, 2]);
    expect(ofFate('rejected').filter(({ rejection }) => !rejection)).toEqual([]);
    expect(entries.filter(({ returnedFirst }) => returnedFirst)).toHaveLength(4);
    expect(entries.filter(({ photosWithPosition }) => photosWithPosition)).toHaveLength(4);
    expect(ofFate('not-recommended').map(({ key }) => key)).toContain(made.overQuota);
  });

  it('keep within the places, leaving two unused', () => {
    expect(quotas.reduce((sum, { places }) => sum + places, 0)).toBe(122);
    const unused = quotas.map(({ prefectureCode, categoryCode, places }) => {
      const ranks = entries
        .filter((e) => e.prefectureCode === prefectureCode && e.categoryCode === categoryCode)
        .flatMap(({ rank }) => (rank === null ? [] : [rank]));
      expect(ranks).toEqual(ranks.map((_rank, index) => index + 1));
      return { unit: prefectureCode, left: places - ranks.length };
    });
    expect(unused.filter(({ left }) => left !== 0)).toEqual([
      { unit: '431300', left: 1 },
      { unit: '430300', left: 1 },
    ]);
  });

  it('come from schools of their own unit, one of them twice', () => {
    expect(entries.filter((e) => prefectureOf(e.schoolCode) !== e.prefectureCode)).toEqual([]);
    expect(new Set(entries.map(({ schoolCode }) => schoolCode)).size).toBe(123);
    expect(
      entries.filter((e) => (e.countyCode === null) !== (e.prefectureCode === '439900')),
    ).toEqual([]);
  });

  it('have numbers that cannot ring', () => {
    expect(entries.filter(({ fields }) => !/^154\d{8}$/.test(fields.contactPhone))).toEqual([]);
  });
});

describe('the judges', () => {
  const eligible = (entry: Entry): number =>
    judges.filter(
      (judge) =>
        judge.invited &&
        judge.key !== made.withdrawing &&
        judge.categoryCode === entry.categoryCode &&
        judge.prefectureCode !== entry.prefectureCode,
    ).length;

  it('are fifteen and a spare for each category', () => {
    const counted = ['DY', 'SD', 'JX'].map((category) => {
      const ofCategory = judges.filter(({ categoryCode }) => categoryCode === category);
      return [ofCategory.length, ofCategory.filter(({ invited }) => invited).length];
    });
    expect(counted).toEqual([
      [16, 15],
      [16, 15],
      [16, 15],
    ]);
  });

  it('leave every entry at least five from elsewhere after one withdraws', () => {
    expect(judges.find(({ key }) => key === made.withdrawing)?.invited).toBe(true);
    expect(Math.min(...entries.map(eligible))).toBeGreaterThanOrEqual(5);
  });

  it('are at home where their unit is, and at no school that enters', () => {
    const entering = new Set(entries.map(({ schoolCode }) => schoolCode));
    expect(judges.filter(({ unitCode }) => entering.has(unitCode))).toEqual([]);
    expect(judges.filter((j) => prefectureOf(j.unitCode) !== j.prefectureCode)).toEqual([]);
  });

  it('include one of the same prefecture as a reviewed entry in each category', () => {
    const homes = made.conflicts.map(({ entryKey, judgeKey }) => [
      entries.find(({ key }) => key === entryKey)?.prefectureCode,
      judges.find(({ key }) => key === judgeKey)?.prefectureCode,
    ]);
    expect(homes).toHaveLength(3);
    expect(homes.filter(([entry, judge]) => entry !== judge)).toEqual([]);
  });
});
