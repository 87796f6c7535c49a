import type { EntryState } from './entry-states.js';

/** How many entries a recommending unit has in one category and state. */
export type Tallied = {
  readonly prefectureId: string;
  readonly categoryId: string;
  readonly state: EntryState;
  readonly count: number;
  readonly unitIds: readonly string[];
};

export type CategoryFigures = {
  /** Handed in and not withdrawn. */
  readonly received: number;
  /** On the unit's list. */
  readonly listed: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Null: no quota. */
  readonly places: number | null;
};

export type UnitFigures = {
  readonly prefectureId: string;
  /** Organisations that handed something in. */
  readonly units: number;
  readonly byCategory: ReadonlyMap<string, CategoryFigures>;
};

const listed: readonly EntryState[] = [
  'endorsed',
  'recommended',
  'correcting',
  'accepted',
  'rejected',
];

/** One unit's figures out of the rows that its reader may see. */
export function unitFigures(
  prefectureId: string,
  categoryIds: readonly string[],
  rows: readonly Tallied[],
  placesOf: (categoryId: string) => number | null,
): UnitFigures {
  const own = rows.filter((row) => row.prefectureId === prefectureId && row.state !== 'withdrawn');
  const sum = (categoryId: string, states?: readonly EntryState[]): number =>
    own
      .filter((row) => row.categoryId === categoryId && (states?.includes(row.state) ?? true))
      .reduce((total, { count }) => total + count, 0);
  return {
    prefectureId,
    units: new Set(own.flatMap(({ unitIds }) => unitIds)).size,
    byCategory: new Map(
      categoryIds.map((id) => [
        id,
        {
          received: sum(id),
          listed: sum(id, listed),
          accepted: sum(id, ['accepted']),
          rejected: sum(id, ['rejected']),
          places: placesOf(id),
        },
      ]),
    ),
  };
}
