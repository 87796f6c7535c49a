import type { QueueRow } from './queries';

type Row = Pick<QueueRow, 'id' | 'state' | 'missing' | 'flagged' | 'lookAgain'>;

/** Sheets the judge can open. */
export const livingOf = <Any extends Row>(rows: readonly Any[]): Any[] =>
  rows.filter(({ state }) => state !== 'recused' && state !== 'void');

const isUnfinished = ({ state, missing }: Row): boolean => state !== 'signed' && missing.length > 0;

/** The sheet `by` places further, or undefined at either end. */
export function neighbour<Any extends Row>(
  rows: readonly Any[],
  id: string,
  by: 1 | -1,
): Any | undefined {
  const living = livingOf(rows);
  const place = living.findIndex((row) => row.id === id);
  return place < 0 ? undefined : living[place + by];
}

/** Sheets put aside come when nothing else is left. */
const flaggedLast = <Any extends Row>(rows: readonly Any[]): Any | undefined => {
  const unfinished = rows.filter(isUnfinished);
  return unfinished.find(({ flagged }) => !flagged) ?? unfinished[0];
};

/** The next sheet that lacks something, looking onward from `id` and then from the beginning. */
export function nextUnfinished<Any extends Row>(rows: readonly Any[], id: string): Any | undefined {
  const living = livingOf(rows);
  const place = living.findIndex((row) => row.id === id);
  const around = [...living.slice(place + 1), ...living.slice(0, Math.max(0, place))];
  return flaggedLast(around);
}

/** Where a judge goes on: the first sheet that lacks something, else one to look at again, else the first there is. */
export const firstToRead = <Any extends Row>(rows: readonly Any[]): Any | undefined => {
  const living = livingOf(rows);
  return flaggedLast(living) ?? living.find(({ lookAgain }) => lookAgain) ?? living[0];
};
