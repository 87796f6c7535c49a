import type { SheetColumn, SheetOf } from '../../platform/documents/workbook.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { LocalPublicity } from '../rules/list-sheet.js';
import type { CategoryFigures, UnitFigures } from '../rules/statistics.js';

export type StatisticsRow = UnitFigures & {
  readonly unitName: string;
  /** Organisations under it that may take part. */
  readonly organisations: number;
  readonly publicity: LocalPublicity | null;
};

const nothing: CategoryFigures = { received: 0, listed: 0, accepted: 0, rejected: 0, places: null };

/** 统计表 of the recommending units that the reader reaches, with a line of sums. */
export function statisticsTable(
  { name, categories }: ProgrammeFacts,
  rows: readonly StatisticsRow[],
): SheetOf<StatisticsRow> {
  const perCategory = categories.flatMap(({ id, name: category }) =>
    (['received', 'listed', 'accepted', 'rejected', 'places'] as const).map(
      (figure): SheetColumn<StatisticsRow> => ({
        heading: `${category}${headings[figure]}`,
        width: 9,
        value: ({ byCategory }) => (byCategory.get(id) ?? nothing)[figure],
      }),
    ),
  );
  return {
    name: '统计表',
    title: [`${name}统计表`],
    columns: [
      { heading: '推荐单位', width: 16, value: ({ unitName }) => unitName },
      { heading: '单位数', width: 8, value: ({ organisations }) => organisations },
      { heading: '参加单位数', width: 9, value: ({ units }) => units },
      ...perCategory,
      { heading: '本级公示', width: 22, value: ({ publicity }) => periodOf(publicity) },
    ],
    rows: rows.length > 1 ? [...rows, sumOf(rows)] : rows,
    footer: [],
  };
}

const headings: Readonly<Record<keyof CategoryFigures, string>> = {
  received: '收到',
  listed: '推荐',
  accepted: '通过',
  rejected: '不予通过',
  places: '名额',
};

const periodOf = (publicity: LocalPublicity | null): string =>
  publicity ? `${publicity.startsOn} 至 ${publicity.endsOn}` : '';

function sumOf(rows: readonly StatisticsRow[]): StatisticsRow {
  const ids = [...new Set(rows.flatMap(({ byCategory }) => [...byCategory.keys()]))];
  const figuresOf = (id: string) => rows.map(({ byCategory }) => byCategory.get(id) ?? nothing);
  const add = (numbers: readonly (number | null)[]): number =>
    numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
  return {
    prefectureId: '',
    unitName: '合计',
    organisations: add(rows.map(({ organisations }) => organisations)),
    units: add(rows.map(({ units }) => units)),
    publicity: null,
    byCategory: new Map(
      ids.map((id) => {
        const all = figuresOf(id);
        const hasQuota = all.some(({ places }) => places !== null);
        return [
          id,
          {
            received: add(all.map(({ received }) => received)),
            listed: add(all.map(({ listed }) => listed)),
            accepted: add(all.map(({ accepted }) => accepted)),
            rejected: add(all.map(({ rejected }) => rejected)),
            places: hasQuota ? add(all.map(({ places }) => places)) : null,
          },
        ];
      }),
    ),
  };
}
