import { type ExpertKind, expertKinds, kindWords } from './experts.js';

/** The columns of a sheet of experts. */
export const expertColumns = [
  'name',
  'gender',
  'birthYear',
  'organisation',
  'workplace',
  'kind',
  'title',
  'post',
  'political',
  'expertise',
  'categories',
  'years',
  'honours',
  'recommender',
  'phone',
  'email',
] as const;
export type ExpertColumn = (typeof expertColumns)[number];

/** A row of a sheet: its number in the sheet, from 1, and the trimmed text of each column. */
export type ExpertRow = { readonly row: number } & Readonly<Record<ExpertColumn, string>>;

/** What is kept of an expert, besides where they belong. */
export type ExpertFields = {
  readonly name: string;
  readonly gender: 'female' | 'male' | null;
  readonly birthYear: number | null;
  /** The full name of the place of work, as they write it. */
  readonly workplace: string;
  readonly kind: ExpertKind;
  readonly title: string;
  readonly post: string;
  readonly political: string;
  readonly expertise: readonly string[];
  /** Codes of the categories they may judge; none: all. */
  readonly categories: readonly string[];
  readonly years: number | null;
  readonly honours: string;
  readonly recommender: string;
  readonly phone: string;
  readonly email: string;
};

export type ExpertFaultCode =
  'missing' | 'too-long' | 'bad-value' | 'unknown-organisation' | 'twice';

export type ExpertFault = {
  readonly row: number;
  readonly column: ExpertColumn;
  readonly code: ExpertFaultCode;
  /** The cell, its beginning. */
  readonly text: string;
};

export type PlannedExpert = ExpertFields & {
  readonly row: number;
  readonly organisationId: string;
  readonly prefectureId: string | null;
  readonly standing: 'new' | 'known';
};

export type ExpertPlan = {
  readonly experts: readonly PlannedExpert[];
  readonly faults: readonly ExpertFault[];
};

type Place = {
  readonly id: string;
  readonly name: string;
  readonly prefectureId: string | null;
};

const longest: Readonly<Partial<Record<ExpertColumn, number>>> = {
  name: 60,
  workplace: 120,
  title: 40,
  post: 60,
  political: 20,
  expertise: 200,
  categories: 100,
  honours: 500,
  recommender: 120,
  email: 254,
};
const needed: readonly ExpertColumn[] = ['name', 'organisation', 'kind', 'phone', 'email'];

/** What a cell must look like when it is not empty. */
const shapes: Readonly<Partial<Record<ExpertColumn, (text: string) => boolean>>> = {
  gender: (text) => Object.hasOwn(genders, text),
  kind: (text) => kindOf(text) !== undefined,
  birthYear: (text) => /^(19|20)\d\d$/.test(text),
  years: (text) => /^\d{1,2}$/.test(text),
  phone: (text) => /^\+?[0-9][0-9 ()-]{3,23}$/.test(text),
  email: (text) => /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@<>()[\]",;:\\]+\.[^\s@.]{2,}$/.test(text),
  categories: (text) => listOf(text).every((code) => /^[A-Za-z0-9-]{1,20}$/.test(code)),
};
const genders: Readonly<Record<string, ExpertFields['gender']>> = { 女: 'female', 男: 'male' };

const kindOf = (text: string): ExpertKind | undefined =>
  expertKinds.find((kind) => kindWords[kind] === text);
const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\s]+/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

/**
 * What taking these rows in would do, and everything that is wrong with them. An expert is known by the
 * e-mail address, whatever its capitals.
 * @param places organisations by code @param known addresses in the pool, in small letters
 */
export function planExperts(
  rows: readonly ExpertRow[],
  places: ReadonlyMap<string, Place>,
  known: ReadonlySet<string>,
): ExpertPlan {
  const seen = new Set<string>();
  const experts: PlannedExpert[] = [];
  const faults: ExpertFault[] = [];
  for (const row of rows) {
    const address = row.email.toLowerCase();
    const place = places.get(row.organisation);
    const own = faultsOf(row, place);
    if (address !== '' && seen.has(address)) own.push(fault(row, 'email', 'twice'));
    seen.add(address);
    faults.push(...own);
    if (own.length > 0 || place === undefined) continue;
    experts.push(planned(row, place, known.has(address) ? 'known' : 'new'));
  }
  return { experts, faults };
}

function faultsOf(row: ExpertRow, place: Place | undefined): ExpertFault[] {
  const own = expertColumns.flatMap((column) => {
    const code = cellFault(column, row[column]);
    return code === null ? [] : [fault(row, column, code)];
  });
  const isUnknown = row.organisation !== '' && place === undefined;
  return isUnknown ? [...own, fault(row, 'organisation', 'unknown-organisation')] : own;
}

function cellFault(column: ExpertColumn, text: string): ExpertFaultCode | null {
  if (text === '') return needed.includes(column) ? 'missing' : null;
  if ([...text].length > (longest[column] ?? Infinity)) return 'too-long';
  return (shapes[column]?.(text) ?? true) ? null : 'bad-value';
}

const fault = (row: ExpertRow, column: ExpertColumn, code: ExpertFaultCode): ExpertFault => ({
  row: row.row,
  column,
  code,
  text: [...row[column]].slice(0, 40).join(''),
});

const planned = (row: ExpertRow, place: Place, standing: 'new' | 'known'): PlannedExpert => ({
  row: row.row,
  organisationId: place.id,
  prefectureId: place.prefectureId,
  standing,
  name: row.name,
  gender: genders[row.gender] ?? null,
  birthYear: numberOf(row.birthYear),
  workplace: row.workplace === '' ? place.name : row.workplace,
  kind: kindOf(row.kind) ?? 'other',
  title: row.title,
  post: row.post,
  political: row.political,
  expertise: listOf(row.expertise),
  categories: listOf(row.categories),
  years: numberOf(row.years),
  honours: row.honours,
  recommender: row.recommender,
  phone: row.phone,
  email: row.email,
});
