import type { Comparison } from '../use-cases/compare-prefectures.js';

/** One recommending unit's figures in a programme. */
export class PrefectureRowView {
  code: string;
  name: string;
  shortName: string;
  /** Places of all categories together. */
  places: number;
  recommended: number;
  accepted: number;
  selected: number;
  /** Mean result of the accepted entries with two decimals; null before the tally. */
  meanScore: string | null;
}

export class PrefecturesView {
  programmeName: string;
  /** In the order of administrative codes, never by result. */
  rows: PrefectureRowView[];
}

export const prefecturesView = ({ programmeName, rows }: Comparison): PrefecturesView => ({
  programmeName,
  rows: rows.map(({ unit, places, recommended, accepted, selected, meanScore }) => ({
    code: unit.code,
    name: unit.name,
    shortName: unit.shortName,
    places,
    recommended,
    accepted,
    selected,
    meanScore,
  })),
});
