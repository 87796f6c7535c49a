import { seededRandom } from '../../platform/pure/seeded-random.js';
import type { CategoryCode, Entry, Fate, Organisation, Quota } from './shapes.js';
import {
  categoryCodes,
  rejections,
  returnRemarks,
  sharedSchools,
  unrankedEntries,
  unusedPlaces,
  withdrawals,
} from './tables/fates.js';
import { directCode, prefectures } from './tables/prefectures.js';

/** Who enters what with which fate, before anything is written. */
export type PlannedEntry = Pick<
  Entry,
  'key' | 'categoryCode' | 'prefectureCode' | 'rank' | 'fate' | 'submittedBy'
>;

/** Places per category: the table's for the prefectures, and one in DY and SD for the province's own. */
export const quotas: readonly Quota[] = categoryCodes.flatMap((categoryCode) => [
  ...prefectures.map(({ code, places }) => ({ prefectureCode: code, categoryCode, places })),
  ...(categoryCode === 'JX' ? [] : [{ prefectureCode: directCode, categoryCode, places: 1 }]),
]);

const keyOf = (categoryCode: CategoryCode, prefectureCode: string, number: number): string =>
  `${categoryCode}-${prefectureCode.slice(0, 4)}-${String(number).padStart(2, '0')}`;

function fateOf(key: string): Fate {
  if (rejections[key]) return 'rejected';
  if (withdrawals[key]) return 'withdrawn';
  return unrankedEntries[key] ?? 'reviewed';
}

/** Whether the fate of an entry needs a school that acts for itself. */
const needsSchool = (key: string): boolean =>
  Boolean(returnRemarks[key] ?? unrankedEntries[key] ?? sharedSchools[key]) ||
  Object.values(sharedSchools).includes(key);

function plannedFor({
  prefectureCode,
  categoryCode,
  places,
}: Quota): Omit<PlannedEntry, 'submittedBy'>[] {
  const unused = unusedPlaces.includes(`${categoryCode}-${prefectureCode.slice(0, 4)}`) ? 1 : 0;
  const numbers = Array.from({ length: places + 2 }, (_, index) => index + 1);
  return numbers
    .map((number) => ({ number, key: keyOf(categoryCode, prefectureCode, number) }))
    .filter(({ number, key }) => number <= places - unused || unrankedEntries[key])
    .map(({ number, key }) => ({
      key,
      categoryCode,
      prefectureCode,
      rank: unrankedEntries[key] ? null : number,
      fate: fateOf(key),
    }));
}

/** All 124 entries by category, unit and rank. Every second one is typed in by its prefecture. */
export const entryPlan: readonly PlannedEntry[] = quotas
  .flatMap(plannedFor)
  .map((planned, index) => ({
    ...planned,
    submittedBy: index % 2 === 0 || needsSchool(planned.key) ? 'school' : 'prefecture',
  }));

/** The prefecture (or 省直) above a school. */
export const prefectureOf = (schoolCode: string): string =>
  schoolCode.startsWith(directCode) ? directCode : `${schoolCode.slice(0, 4)}00`;

/** A different school for each entry of a unit, but where the plan wants the same one twice. */
export function schoolsOfEntries(
  seed: string,
  all: readonly Organisation[],
): ReadonlyMap<string, Organisation> {
  const chosen = new Map<string, Organisation>();
  for (const prefectureCode of [...prefectures.map(({ code }) => code), directCode]) {
    const schools = seededRandom(`${seed}/entering/${prefectureCode}`).shuffle(
      all.filter(({ kind, code }) => kind === 'school' && prefectureOf(code) === prefectureCode),
    );
    for (const { key } of entryPlan.filter((entry) => entry.prefectureCode === prefectureCode)) {
      const shared = chosen.get(sharedSchools[key] ?? '');
      chosen.set(key, shared ?? (schools.pop() as Organisation));
    }
  }
  return chosen;
}
