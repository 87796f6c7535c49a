export type QuotaRow = {
  readonly organisationCode: string;
  readonly categoryCode: string;
  readonly places: number;
};

export type PlacedQuota = {
  readonly unitId: string;
  readonly categoryId: string;
  readonly places: number;
};

type Known = {
  /** Ids of the recommending units by code. */
  readonly units: ReadonlyMap<string, string>;
  /** Ids of the categories by code. */
  readonly categories: ReadonlyMap<string, string>;
};

type Placing =
  | { readonly ok: true; readonly value: PlacedQuota[] }
  | {
      readonly ok: false;
      readonly code: 'unknown-unit' | 'unknown-category' | 'quota-twice';
      /** The row that cannot be placed. */
      readonly row: QuotaRow;
    };

/** The rows with their ids; the first that names nothing known, or the same place twice, refuses all. */
export function placeQuotas(rows: readonly QuotaRow[], { units, categories }: Known): Placing {
  const placed = new Map<string, PlacedQuota>();
  for (const row of rows) {
    const unitId = units.get(row.organisationCode);
    if (unitId === undefined) return { ok: false, code: 'unknown-unit', row };
    const categoryId = categories.get(row.categoryCode);
    if (categoryId === undefined) return { ok: false, code: 'unknown-category', row };
    const key = `${unitId}/${categoryId}`;
    if (placed.has(key)) return { ok: false, code: 'quota-twice', row };
    placed.set(key, { unitId, categoryId, places: row.places });
  }
  return { ok: true, value: [...placed.values()] };
}
