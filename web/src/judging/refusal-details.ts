import { asProblem } from '../api/problem';

export type Gap = { readonly caseNo: string; readonly lacks: number };

/** A judge and an entry over which a conflict stands or is asked. */
export type ConflictingPair = {
  readonly judge: string;
  readonly entry: string;
  readonly kind: string;
  readonly state: string;
};

const listIn = <Item>(error: unknown, name: string): readonly Item[] => {
  const found = asProblem(error).details?.[name];
  return Array.isArray(found) ? (found as Item[]) : [];
};

/** What the server names beside a refusal; nothing for any other problem. */
export const readGaps = (error: unknown): readonly Gap[] => listIn<Gap>(error, 'gaps');
export const readConflicts = (error: unknown): readonly ConflictingPair[] =>
  listIn<ConflictingPair>(error, 'conflicts');
export const readCaseNos = (error: unknown): readonly string[] => listIn<string>(error, 'caseNos');
