import type { AssignmentProblem, Pair } from './assignment-shapes.js';

/** What is another than it was, with the names concerned. */
export type ProblemChange = {
  readonly what:
    | 'entries-added'
    | 'entries-gone'
    | 'entries-changed'
    | 'judges-added'
    | 'judges-gone'
    | 'judges-changed'
    | 'conflicts-added'
    | 'conflicts-gone'
    | 'sheets-added'
    | 'sheets-gone'
    | 'panel-size';
  readonly names: readonly string[];
};

/**
 * What changed between the problem an assignment was computed for and the present one: with none, the
 * result is still the best. The seed and the order of rows do not matter, nor why a pair is forbidden.
 */
export function problemChanges(then: AssignmentProblem, now: AssignmentProblem): ProblemChange[] {
  const changes = [
    ...rowChanges('entries', then.entries, now.entries),
    ...rowChanges('judges', then.judges, now.judges),
    ...setChanges('conflicts', namesOf(then.forbidden), namesOf(now.forbidden)),
    ...setChanges('sheets', namesOf(then.kept), namesOf(now.kept)),
    ...named('panel-size', then.perEntry === now.perEntry ? [] : [`${now.perEntry}`]),
  ];
  return changes;
}

type Row = { readonly key: string };

function rowChanges(
  side: 'entries' | 'judges',
  then: readonly Row[],
  now: readonly Row[],
): ProblemChange[] {
  const before = new Map(then.map((row) => [row.key, textOf(row)]));
  const changed = now.filter((row) => before.has(row.key) && before.get(row.key) !== textOf(row));
  return [
    ...setChanges(side, keysOf(then), keysOf(now)),
    ...named(
      `${side}-changed`,
      changed.map(({ key }) => key),
    ),
  ];
}

const setChanges = (
  side: 'entries' | 'judges' | 'conflicts' | 'sheets',
  then: ReadonlySet<string>,
  now: ReadonlySet<string>,
): ProblemChange[] => [
  ...named(
    `${side}-added`,
    [...now].filter((name) => !then.has(name)),
  ),
  ...named(
    `${side}-gone`,
    [...then].filter((name) => !now.has(name)),
  ),
];

const named = (what: ProblemChange['what'], names: string[]): ProblemChange[] =>
  names.length > 0 ? [{ what, names: names.sort() }] : [];
const keysOf = (rows: readonly Row[]): Set<string> => new Set(rows.map(({ key }) => key));
const namesOf = (pairs: readonly Pair[]): Set<string> =>
  new Set(pairs.map(({ entry, judge }) => `${entry} × ${judge}`));
const textOf = (row: Row): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
