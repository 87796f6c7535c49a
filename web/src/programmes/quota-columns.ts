import type { Column } from '../ui/table';
import type { QuotaTable } from './queries';

/** The row of the sums; no unit has this code. */
export const totalKey = 'total';

/** Unit, one column a category, sum. */
export const columnsOf = (
  { categories }: QuotaTable,
  t: (key: string) => string,
): readonly Column[] => [
  { key: 'name', label: t('programmes.quotas.unit'), main: true },
  ...categories.map(({ code, name }): Column => ({ key: code, label: name, align: 'end' })),
  { key: 'sum', label: t('programmes.quotas.sum'), align: 'end', narrow: true },
];
