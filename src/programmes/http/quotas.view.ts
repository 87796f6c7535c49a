import type { QuotaTable } from '../use-cases/show-quotas.js';

export class QuotaUnitView {
  code: string;
  name: string;
  shortName: string;
}

export class QuotaCategoryView {
  code: string;
  name: string;
}

export class QuotaRowView {
  organisationCode: string;
  categoryCode: string;
  places: number;
}

/** Places by unit and category; a pair without a row has none. */
export class QuotaTableView {
  /** For `If-Match`. */
  version: number;
  /** Every unit whose places the reader may see, by code. */
  units: QuotaUnitView[];
  categories: QuotaCategoryView[];
  quotas: QuotaRowView[];
}

export function quotaTableView(table: QuotaTable): QuotaTableView {
  const unitCodes = new Map(table.units.map(({ id, code }) => [id, code]));
  const categoryCodes = new Map(table.categories.map(({ id, code }) => [id, code]));
  return {
    version: table.version,
    units: table.units.map(({ code, name, shortName }) => ({ code, name, shortName })),
    categories: table.categories.map(({ code, name }) => ({ code, name })),
    quotas: table.quotas.map(({ unitId, categoryId, places }) => ({
      organisationCode: unitCodes.get(unitId) ?? '',
      categoryCode: categoryCodes.get(categoryId) ?? '',
      places,
    })),
  };
}
