import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';
import { deck, hundredths, normal, pick } from './draws.js';
import { prefectureOf } from './entry-plan.js';
import type { NameBook } from './name-book.js';
import type { CategoryCode, Judge, JudgeNoise, Organisation } from './shapes.js';
import { categoryCodes } from './tables/fates.js';
import {
  academicTitles,
  expertise,
  provincialUnits,
  schoolTitles,
  severities,
} from './tables/people.js';
import { capitalCode, directCode, prefectures } from './tables/prefectures.js';

const invitedPerCategory = 15;

/** The judges who do not read with care (domain §7.2). */
const noises: Readonly<Record<string, JudgeNoise>> = {
  'judge-DY-07': 'careless',
  'judge-JX-11': 'careless',
  'judge-SD-09': 'flat',
};

/** Who withdraws in mid-round, so that the spare of the category is called (E8). */
export const withdrawing = 'judge-SD-12';

/** Three from the capital, two from the province's own institutes, eleven from elsewhere: the last is the spare. */
function homes(seed: string, categoryCode: CategoryCode): string[] {
  const others = prefectures
    .map(({ code }) => code as string)
    .filter((code) => code !== capitalCode);
  const elsewhere = seededRandom(`${seed}/judge-homes/${categoryCode}`).shuffle(others);
  return [capitalCode, capitalCode, capitalCode, directCode, directCode, ...elsewhere.slice(0, 11)];
}

/** Close to e to the power of x, by additions and products only, so that it is the same on every machine. */
const exponential = (x: number): number =>
  Array<number>(16)
    .fill(1 + x / 16)
    .reduce((product, factor) => product * factor);

type Unit = { readonly unitCode: string; readonly unitName: string };

/** A school without an entry, or an office or institute of the judge's home. */
function unitOf(
  random: SeededRandom,
  home: string,
  idleSchools: Organisation[],
  place: number,
): Unit {
  if (home === directCode) return { unitCode: directCode, unitName: pick(random, provincialUnits) };
  const city = prefectures.find(({ code }) => code === home);
  if (place % 3 === 0) return { unitCode: home, unitName: `${city?.name}教育局` };
  if (place % 3 === 1) return { unitCode: home, unitName: `${city?.name}教育科学研究院` };
  const index = idleSchools.findIndex(({ code }) => prefectureOf(code) === home);
  const [school] = idleSchools.splice(index, 1) as [Organisation];
  return { unitCode: school.code, unitName: school.name };
}

/** Forty-eight judges: fifteen invited and one spare for each category. */
export function judges(
  seed: string,
  names: NameBook,
  all: readonly Organisation[],
  entering: ReadonlyMap<string, Organisation>,
): Judge[] {
  const busy = new Set([...entering.values()].map(({ code }) => code));
  const idle = all.filter(({ code, kind }) => kind === 'school' && !busy.has(code));
  return categoryCodes.flatMap((categoryCode) => {
    const severity = deck(`${seed}/severities/${categoryCode}`, severities);
    return homes(seed, categoryCode).map((prefectureCode, place): Judge => {
      const key = `judge-${categoryCode}-${String(place + 1).padStart(2, '0')}`;
      const random = seededRandom(`${seed}/${key}`);
      const unit = unitOf(random, prefectureCode, idle, place);
      return {
        key,
        name: names.nameOf(key, prefectureCode),
        email: `${key.toLowerCase()}@example.org`,
        roles: [{ role: 'judge', organisationCode: unit.unitCode }],
        ...unit,
        prefectureCode,
        title: pick(random, prefectureCode === directCode ? academicTitles : schoolTitles),
        expertise: random.shuffle(expertise[categoryCode]).slice(0, 2),
        categoryCode,
        invited: place < invitedPerCategory,
        severity: severity(),
        scale: hundredths(exponential(0.2 * normal(random))),
        noise: noises[key] ?? 'careful',
      };
    });
  });
}
