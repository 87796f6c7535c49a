import type { FieldProblem } from '../api/problem';

/** What is wrong with a form: a line per field, a title, and the number to quote for a bug. */
export type FormFailure = {
  readonly title: string;
  readonly detail?: string;
  /** `field` is the id of the control the line leads to. */
  readonly lines: readonly { readonly field: string; readonly text: string }[];
  readonly traceId?: string;
};

/** `/members/0/name` (or `#/members/0/name`) as the form names it: `members.0.name`. */
export const fieldOf = (pointer: string): string =>
  pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

/** One error for each field, the first said, in the order in which they were said. */
export function errorsByField(
  problems: readonly FieldProblem[],
  words: (problem: FieldProblem) => string,
): Map<string, string> {
  const errors = new Map<string, string>();
  for (const problem of problems) {
    const field = fieldOf(problem.pointer);
    if (!errors.has(field)) errors.set(field, words(problem));
  }
  return errors;
}

/** The fields that hold NaN: something was typed where a number belongs, and it is none. */
export function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [path] : [];
  if (typeof value !== 'object' || value === null || value instanceof Blob) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    notNumbers(member, path ? `${path}.${key}` : key),
  );
}
