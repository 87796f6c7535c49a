import { byText, type AssignmentProblem, type Pair } from './assignment-shapes.js';

export type Violation = {
  readonly code:
    | 'wrong-count'
    | 'pair-twice'
    | 'unknown-entry'
    | 'unknown-judge'
    | 'wrong-category'
    | 'forbidden-pair'
    | 'kept-pair-lost'
    | 'over-max-load'
    | 'load-spread';
  /** The keys concerned and what is wrong with them, to be read by people. */
  readonly about: string;
};

/**
 * Lists what is wrong with an assignment. It shares nothing with the code that makes assignments but
 * the shape of the problem, so a fault in one is not hidden by the same fault in the other. Recusals
 * can make an even load impossible: `allowedSpread` says how uneven loads may be.
 */
export function checkAssignment(
  problem: AssignmentProblem,
  pairs: readonly Pair[],
  allowedSpread = 1,
): Violation[] {
  const violations = [
    ...checkPairs(problem, pairs),
    ...checkEntries(problem, pairs),
    ...checkJudges(problem, pairs),
    ...checkSpread(problem, pairs, allowedSpread),
  ];
  return violations.sort((a, b) => byText(a.code, b.code) || byText(a.about, b.about));
}

const isSame = (a: Pair, b: Pair): boolean => a.entry === b.entry && a.judge === b.judge;
const has = (pairs: readonly Pair[], pair: Pair): boolean => pairs.some((p) => isSame(p, pair));
const named = ({ entry, judge }: Pair): string => `${entry} × ${judge}`;

function checkPairs(problem: AssignmentProblem, pairs: readonly Pair[]): Violation[] {
  const { entries, judges, forbidden, kept } = problem;
  const found = (code: Violation['code'], wrong: readonly Pair[], what = named): Violation[] =>
    wrong.map((pair) => ({ code, about: what(pair) }));
  const categoryOf = (rows: readonly { key: string; categoryKey: string }[], key: string) =>
    rows.find((row) => row.key === key)?.categoryKey;
  const isMixed = ({ entry, judge }: Pair): boolean => {
    const [ours, theirs] = [categoryOf(entries, entry), categoryOf(judges, judge)];
    return ours !== undefined && theirs !== undefined && ours !== theirs;
  };
  return [
    ...found(
      'pair-twice',
      pairs.filter((pair, at) => has(pairs.slice(0, at), pair)),
    ),
    ...found(
      'unknown-entry',
      pairs.filter(({ entry }) => !entries.some((e) => e.key === entry)),
    ),
    ...found(
      'unknown-judge',
      pairs.filter(({ judge }) => !judges.some((j) => j.key === judge)),
    ),
    ...found('wrong-category', pairs.filter(isMixed)),
    ...found(
      'kept-pair-lost',
      kept.filter((pair) => !has(pairs, pair)),
    ),
    ...forbidden
      .filter((pair) => has(pairs, pair))
      .map((pair) => ({
        code: 'forbidden-pair' as const,
        about: `${named(pair)}: ${pair.reason}`,
      })),
  ];
}

const loadOf = (pairs: readonly Pair[], judge: string): number =>
  pairs.filter((pair) => pair.judge === judge).length;

function checkEntries(
  { entries, perEntry }: AssignmentProblem,
  pairs: readonly Pair[],
): Violation[] {
  return entries.flatMap(({ key, wanted = perEntry }) => {
    const count = new Set(pairs.filter(({ entry }) => entry === key).map(({ judge }) => judge))
      .size;
    return count === wanted
      ? []
      : [{ code: 'wrong-count', about: `${key}: ${count}, not ${wanted}` }];
  });
}

function checkJudges({ judges }: AssignmentProblem, pairs: readonly Pair[]): Violation[] {
  return judges.flatMap(({ key, maxLoad = Infinity }) => {
    const load = loadOf(pairs, key);
    return load <= maxLoad
      ? []
      : [{ code: 'over-max-load', about: `${key}: ${load} > ${maxLoad}` }];
  });
}

function checkSpread(
  { judges }: AssignmentProblem,
  pairs: readonly Pair[],
  allowedSpread: number,
): Violation[] {
  return [...new Set(judges.map(({ categoryKey }) => categoryKey))].flatMap((category) => {
    const loads = judges
      .filter(({ categoryKey }) => categoryKey === category)
      .map(({ key }) => loadOf(pairs, key));
    const [least, most] = [Math.min(...loads), Math.max(...loads)];
    if (most - least <= allowedSpread) return [];
    return [{ code: 'load-spread', about: `${category}: from ${least} to ${most}` }];
  });
}
