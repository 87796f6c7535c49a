/** A column: its key names the slot `cell-<key>` and, without the slot, the property that is shown. */
export type Column = {
  readonly key: string;
  readonly label: string;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  /** The column that names the row: heads the row, and the card on a phone. The first, if none is named. */
  readonly main?: boolean;
  /** Keep on one line: dates, numbers, tags. */
  readonly narrow?: boolean;
  readonly sortable?: boolean;
};

export type Sort = { readonly key: string; readonly direction: 'ascending' | 'descending' };

/** The order after a press on a column's head: ascending first, then turned round. */
export const turn = (sort: Sort | undefined, key: string): Sort => ({
  key,
  direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
});
