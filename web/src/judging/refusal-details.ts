import { asProblem } from '../api/problem';

/** An entry for which there are too few judges, and what keeps the others from it. */
export type Shortfall = {
  readonly entry: string;
  readonly missing: number;
  readonly eligible: number;
  readonly why: Readonly<Record<string, number>>;
};

export type Gap = { readonly caseNo: string; readonly lacks: number };

const listIn = <Item>(error: unknown, name: string): readonly Item[] => {
  const found = asProblem(error).details?.[name];
  return Array.isArray(found) ? (found as Item[]) : [];
};

/** What the server names beside a refusal; nothing for any other problem. */
export const readShortfalls = (error: unknown): readonly Shortfall[] =>
  listIn<Shortfall>(error, 'shortfalls');
export const readGaps = (error: unknown): readonly Gap[] => listIn<Gap>(error, 'gaps');
