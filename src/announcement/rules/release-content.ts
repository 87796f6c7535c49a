/** A list as it was released: texts frozen, so that nothing renamed later changes it. */
export type ReleaseContent = {
  readonly programme: string;
  /** What is selected, such as 案例. */
  readonly noun: string;
  /** The body in whose name it is released. */
  readonly organiser: string;
  /** How many entries were reviewed. */
  readonly reviewed: number;
  readonly sections: readonly ReleaseSection[];
};

/** One category's entries of one award tier. */
export type ReleaseSection = {
  readonly categoryCode: string;
  readonly category: string;
  readonly tierCode: string;
  readonly tier: string;
  readonly entries: readonly ReleasedEntry[];
};

export type ReleasedEntry = {
  readonly caseNo: string;
  readonly title: string;
  readonly unit: string;
  readonly prefecture: string;
};

/** An entry with what its place in the list is decided by. */
export type ListedEntry = ReleasedEntry & {
  readonly categoryCode: string;
  readonly tierCode: string;
  readonly prefectureCode: string;
};

type Named = { readonly code: string; readonly name: string };

/**
 * The list in administrative order: by category, tier, the recommending unit's code and the case
 * number. Never by rank: a released list tells who was selected and not in what place.
 */
export const arrange = (
  categories: readonly Named[],
  tiers: readonly Named[],
  entries: readonly ListedEntry[],
): ReleaseSection[] =>
  categories.flatMap((category) =>
    tiers
      .map((tier) => ({
        categoryCode: category.code,
        category: category.name,
        tierCode: tier.code,
        tier: tier.name,
        entries: entries
          .filter((entry) => entry.categoryCode === category.code && entry.tierCode === tier.code)
          .sort(administratively)
          .map(({ caseNo, title, unit, prefecture }) => ({ caseNo, title, unit, prefecture })),
      }))
      .filter((section) => section.entries.length > 0),
  );

const administratively = (a: ListedEntry, b: ListedEntry): number =>
  compare(a.prefectureCode, b.prefectureCode) || compare(a.caseNo, b.caseNo);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const countListed = (content: ReleaseContent): number =>
  content.sections.reduce((sum, section) => sum + section.entries.length, 0);
