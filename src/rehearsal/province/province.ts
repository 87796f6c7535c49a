import { schoolsOfEntries, quotas } from './entry-plan.js';
import { entries } from './entries.js';
import { judges, withdrawing } from './judges.js';
import { nameBook } from './name-book.js';
import { officials } from './officials.js';
import { organisations } from './organisations.js';
import type { Entry, Judge, Province } from './shapes.js';
import { categoryCodes, overQuotaEntry } from './tables/fates.js';

export const defaultSeed = '20200901';

/** One pair of entry and judge per category who share a prefecture, of entries that reach review. */
const conflicts = (all: readonly Entry[], pool: readonly Judge[]): Province['conflicts'] =>
  categoryCodes.flatMap((categoryCode) => {
    const ofCategory = pool.filter((judge) => judge.categoryCode === categoryCode && judge.invited);
    const pairs = all
      .filter((entry) => entry.categoryCode === categoryCode && entry.fate === 'reviewed')
      .map((entry) => ({
        entry,
        judge: ofCategory.find((judge) => judge.prefectureCode === entry.prefectureCode),
      }));
    const pair = pairs.find(({ judge }) => judge);
    return pair?.judge
      ? [{ categoryCode, entryKey: pair.entry.key, judgeKey: pair.judge.key }]
      : [];
  });

/**
 * A whole fictional province for one selection: organisations, people, judges, places and entries.
 * The same seed gives deeply equal data on every machine; only the names of places are real.
 */
export function province(seed: string = defaultSeed): Province {
  const allOrganisations = organisations(seed);
  const schools = schoolsOfEntries(seed, allOrganisations);
  const names = nameBook(seed);
  const allOfficials = officials(names, schools);
  const pool = judges(seed, names, allOrganisations, schools);
  const cast = { seed, names, organisations: allOrganisations, officials: allOfficials, schools };
  const allEntries = entries(cast);
  return {
    seed,
    organisations: allOrganisations,
    officials: allOfficials,
    judges: pool,
    withdrawing,
    quotas,
    entries: allEntries,
    overQuota: overQuotaEntry,
    conflicts: conflicts(allEntries, pool),
  };
}
