import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';
import { inParagraphs, writeAbstract, writeBody, type Body } from './body.js';
import { pick, pickWeighted } from './draws.js';
import { entryPlan, type PlannedEntry } from './entry-plan.js';
import type { NameBook } from './name-book.js';
import { officerKey, submitterKey } from './officials.js';
import { meanQuality, qualities } from './quality.js';
import type { Subject } from './sentences.js';
import type { Entry, EntryFields, Organisation, Person } from './shapes.js';
import {
  copies,
  positionedPhotos,
  rejections,
  returnRemarks,
  withdrawals,
} from './tables/fates.js';
import { leadingPosts, workingPosts } from './tables/people.js';
import { schoolTypes } from './tables/schools.js';
import { copyMostOf, nameTheSchool } from './tampering.js';
import { headings, type Heading } from './titles.js';

type Plot = {
  readonly planned: PlannedEntry;
  readonly school: Organisation;
  readonly heading: Heading;
  readonly subject: Subject;
};

export type Cast = {
  readonly seed: string;
  readonly names: NameBook;
  readonly organisations: readonly Organisation[];
  readonly officials: readonly Person[];
  readonly schools: ReadonlyMap<string, Organisation>;
};

function plot(planned: PlannedEntry, school: Organisation, heading: Heading): Plot {
  const learnsByPlay = school.schoolType === '幼儿园';
  const subject = {
    key: planned.key,
    categoryCode: planned.categoryCode,
    slogan: heading.slogan,
    pupils: learnsByPlay ? '幼儿' : '学生',
    school: learnsByPlay ? '幼儿园' : '学校',
  };
  return { planned, school, heading, subject };
}

function contributors(
  cast: Cast,
  random: SeededRandom,
  { planned }: Plot,
): EntryFields['contributors'] {
  const number = pickWeighted(random, [
    [1, 20],
    [2, 45],
    [3, 35],
  ]);
  const posts = [pick(random, leadingPosts), ...random.shuffle(workingPosts)];
  return posts.slice(0, number).map((post, index) => ({
    name: cast.names.nameOf(`${planned.key}/contributor-${index + 1}`, planned.prefectureCode),
    post,
  }));
}

/** The submitter where the school has one, or somebody who only answers the telephone. */
function contact(cast: Cast, { planned, school }: Plot): Pick<Person, 'name' | 'email'> {
  const key = submitterKey(school.code);
  const submitter = cast.officials.find((person) => person.key === key);
  if (submitter) return submitter;
  return {
    name: cast.names.nameOf(`${planned.key}/contact`, planned.prefectureCode),
    email: `contact-${planned.key.toLowerCase()}@example.org`,
  };
}

/** The 154 block is not assigned to any operator, so no number here can ring. */
const phone = (random: SeededRandom): string =>
  `154${String(random.below(100_000_000)).padStart(8, '0')}`;

function fields(cast: Cast, plotted: Plot): EntryFields {
  const { planned, school, heading, subject } = plotted;
  const random = seededRandom(`${cast.seed}/fields/${planned.key}`);
  const { name, email } = contact(cast, plotted);
  const schoolType = school.schoolType ?? '小学';
  return {
    stage: schoolTypes.find(({ type }) => type === schoolType)?.stage ?? '小学',
    schoolType,
    ownership: school.ownership ?? '公办',
    locale: school.locale ?? '城区',
    practiceFrom: `${2016 + random.below(3)}-${pick(random, ['02', '03', '09'])}-01`,
    practiceTo: pick(random, ['2019-12-31', '2020-06-30', '2020-07-15']),
    abstract: writeAbstract(cast.seed, subject),
    keywords: heading.keywords,
    contributors: contributors(cast, random, plotted),
    contactName: name,
    contactPhone: phone(random),
    contactEmail: email,
  };
}

/** The body, with what some entries do wrong on purpose. */
function bodyOf(
  cast: Cast,
  { planned, school, subject }: Plot,
  plots: ReadonlyMap<string, Plot>,
): Body {
  const own = writeBody(cast.seed, subject);
  const source = plots.get(copies[planned.key] ?? '');
  if (source) return copyMostOf(cast.seed, own, writeBody(cast.seed, source.subject));
  if (rejections[planned.key]?.code !== 'anonymity') return own;
  const county = cast.organisations.find(({ code }) => code === school.parentCode);
  return nameTheSchool(own, school.shortName ?? school.name, county?.name ?? '');
}

/** What only some entries have. */
const oddities = (key: string): Partial<Entry> => ({
  ...(returnRemarks[key] && { returnRemark: returnRemarks[key] }),
  ...(rejections[key] && { rejection: rejections[key] }),
  ...(withdrawals[key] && { withdrawalReason: withdrawals[key] }),
  ...(copies[key] && { copiedFrom: copies[key] }),
});

export function entries(cast: Cast): Entry[] {
  const headingOf = headings(cast.seed);
  const quality = qualities(cast.seed);
  const plots = new Map(
    entryPlan.map((planned) => {
      const school = cast.schools.get(planned.key) as Organisation;
      return [planned.key, plot(planned, school, headingOf(planned.key, planned.categoryCode))];
    }),
  );
  return [...plots.values()].map((plotted): Entry => {
    const { planned, school, heading } = plotted;
    const { key, prefectureCode, submittedBy } = planned;
    return {
      ...planned,
      schoolCode: school.code,
      countyCode: school.parentCode === prefectureCode ? null : school.parentCode,
      typedInBy: submittedBy === 'school' ? submitterKey(school.code) : officerKey(prefectureCode),
      title: heading.title,
      fields: fields(cast, plotted),
      sections: inParagraphs(bodyOf(cast, plotted, plots)),
      quality: quality.get(key) ?? meanQuality,
      returnedFirst: returnRemarks[key] !== undefined,
      photosWithPosition: positionedPhotos.includes(key),
      ...oddities(key),
    };
  });
}
