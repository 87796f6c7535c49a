import type { QuotaRow, QuotaTable } from './queries';

/** Places by `unit/category`; null where nothing was typed. */
export type Places = Record<string, number | null>;

export const cellKey = (unit: string, category: string): string => `${unit}/${category}`;

/** Every cell of the table, with the places it has; none is null. */
export function placesOf({ units, categories, quotas }: QuotaTable): Places {
  const given = new Map(
    quotas.map((row) => [cellKey(row.organisationCode, row.categoryCode), row.places]),
  );
  return Object.fromEntries(
    units.flatMap((unit) =>
      categories.map((category) => {
        const key = cellKey(unit.code, category.code);
        return [key, given.get(key) ?? null] as const;
      }),
    ),
  );
}

/** The rows to send: cells with at least one place. */
export const rowsOf = ({ units, categories }: QuotaTable, places: Places): QuotaRow[] =>
  units.flatMap((unit) =>
    categories.flatMap((category) => {
      const number = places[cellKey(unit.code, category.code)] ?? 0;
      return number > 0
        ? [{ organisationCode: unit.code, categoryCode: category.code, places: number }]
        : [];
    }),
  );

/** All places together, or of the cells whose key begins or ends so. What is no number counts nothing. */
export const sumOf = (places: Places, holds: (key: string) => boolean = () => true): number =>
  Object.entries(places).reduce(
    (sum, [key, number]) => sum + (holds(key) && number && number > 0 ? number : 0),
    0,
  );

/** The cells whose number cannot be a number of places. */
export const wrongCells = (places: Places): string[] =>
  Object.entries(places)
    .filter(([, number]) => number !== null && !(number >= 0 && number <= 999))
    .map(([key]) => key);
