import { assign, type AssignmentDecision } from './assignment.js';
import { dualityGap } from './assignment-proof.js';
import {
  type Assignment,
  type AssignmentProblem,
  byPair,
  byText,
  type Pair,
} from './assignment-shapes.js';
import { checkAssignment } from './check-assignment.js';
import { loosening, type Loosening } from './loosening.js';
import { type ShortfallGroup, shortfallGroups } from './shortfall-groups.js';

export type Fault = { readonly code: string; readonly about: string };

/** An assignment that other code than the solver's found sound and the best there is, or why there is none. */
export type Computed =
  | { readonly ok: true; readonly value: Assignment }
  | {
      readonly ok: false;
      readonly code: 'not-enough-judges';
      readonly lacks: readonly CategoryLack[];
    }
  | { readonly ok: false; readonly code: 'assignment-unsound'; readonly faults: readonly Fault[] };

/** A category for which there are too few judges: which entries, why, and what alone would help. */
export type CategoryLack = {
  readonly categoryKey: string;
  readonly groups: readonly ShortfallGroup[];
  readonly options: Loosening;
};

/** How far a computation is: two steps a category, one to make and one to prove. */
export type Step = { readonly done: number; readonly all: number };

/**
 * Makes and proves an assignment category by category, and tells after each step how far it is.
 * What it returns is what `assign` answers for the whole problem.
 */
export function* computeAssignment(problem: AssignmentProblem): Generator<Step, Computed> {
  const categories = categoriesOf(problem);
  const all = stepsOf(problem);
  let done = 0;
  yield { done, all };
  const made: Assignment[] = [];
  const [lacks, faults]: [CategoryLack[], Fault[]] = [[], []];
  for (const category of categories) {
    const part = within(problem, category);
    const decision = assign(part);
    yield { done: ++done, all };
    if (decision.ok) {
      made.push(decision.value);
      faults.push(...faultsOf(part, decision.value));
    } else if (decision.code === 'not-enough-judges') lacks.push(lackOf(part, decision.pairs));
    else faults.push(...keptFaults(decision));
    yield { done: ++done, all };
  }
  if (faults.length > 0) return { ok: false, code: 'assignment-unsound', faults };
  if (lacks.length > 0) return { ok: false, code: 'not-enough-judges', lacks };
  return whole(problem, made);
}

const categoriesOf = ({ entries }: AssignmentProblem): string[] =>
  [...new Set(entries.map(({ categoryKey }) => categoryKey))].sort(byText);

/** How many steps a computation has. */
export const stepsOf = (problem: AssignmentProblem): number => 2 * categoriesOf(problem).length;

const lackOf = (part: AssignmentProblem, pairs: readonly Pair[]): CategoryLack => ({
  categoryKey: part.entries[0]?.categoryKey ?? '',
  groups: shortfallGroups(part, pairs),
  options: loosening(part),
});

function within(problem: AssignmentProblem, category: string): AssignmentProblem {
  const isOwn = (row: { readonly categoryKey: string }): boolean => row.categoryKey === category;
  const entries = problem.entries.filter(isOwn);
  const keys = new Set(entries.map(({ key }) => key));
  const isOfOwn = ({ entry }: { readonly entry: string }): boolean => keys.has(entry);
  return {
    ...problem,
    ...{ entries, judges: problem.judges.filter(isOwn) },
    ...{ kept: problem.kept.filter(isOfOwn), forbidden: problem.forbidden.filter(isOfOwn) },
  };
}

/** The parts as one, checked once more against the whole problem. */
function whole(problem: AssignmentProblem, made: readonly Assignment[]): Computed {
  const value: Assignment = {
    pairs: made.flatMap(({ pairs }) => pairs).sort(byPair),
    loadSpread: Object.assign(
      {},
      ...made.map(({ loadSpread }) => loadSpread),
    ) as Assignment['loadSpread'],
    prices: Object.assign({}, ...made.map(({ prices }) => prices)) as Assignment['prices'],
  };
  const faults = checkAssignment(problem, value.pairs, Infinity);
  return faults.length > 0
    ? { ok: false, code: 'assignment-unsound', faults }
    : { ok: true, value };
}

function faultsOf(problem: AssignmentProblem, made: Assignment): Fault[] {
  const gap = dualityGap(problem, made);
  const isBest = gap === 0n ? [] : [{ code: 'not-the-best', about: `gap ${gap}` }];
  return [...checkAssignment(problem, made.pairs, Infinity), ...isBest];
}

const keptFaults = (
  decision: Extract<AssignmentDecision, { code: 'kept-pairs-impossible' }>,
): Fault[] =>
  decision.faults.map(({ entry, judge, fault }) => ({ code: fault, about: `${entry} × ${judge}` }));
