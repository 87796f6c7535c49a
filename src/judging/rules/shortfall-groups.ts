import { groupBy } from '../../platform/pure/group-by.js';
import {
  type AssignmentProblem,
  byText,
  countBy,
  type Pair,
  pairSet,
} from './assignment-shapes.js';

/** Entries that lack judges together, and where the judges of their category are. */
export type ShortfallGroup = {
  readonly categoryKey: string;
  /** By key. */
  readonly entries: readonly string[];
  /** How many judges these entries want in all, each of them once for each entry. */
  readonly wanted: number;
  /** How many of these nobody can be found for. */
  readonly missing: number;
  /** All judges of the category: those below, each in one place. */
  readonly judges: number;
  /** Kept from every one of these entries. */
  readonly apart: number;
  /** May score some of these entries and have no room left. */
  readonly full: number;
  /** Are left out because an entry has enough judges of their group, and only therefore. */
  readonly limited: number;
  /** Score every one of these entries that they may. */
  readonly used: number;
  /** Those kept apart by reason; with two reasons in both. */
  readonly why: Readonly<Record<string, number>>;
};

/**
 * Explains by the minimum cut why entries of a category lack judges: from an entry that lacks one,
 * any judge who may take it is looked at, and from a judge any entry they have. All judges found so are
 * full (else one could be moved), and the entries found have all other judges whom they may have, up to the
 * limit of a group: together they need more than there is. Groups that share no full judge are told apart.
 * @param problem one category @param pairs as many as can be assigned, kept ones included
 */
export function shortfallGroups(
  problem: AssignmentProblem,
  pairs: readonly Pair[],
): ShortfallGroup[] {
  const cut = new Cut(problem, pairs);
  return cut.parts().map((part) => groupOf(problem, pairs, part));
}

type Part = { readonly entries: ReadonlySet<string>; readonly full: ReadonlySet<string> };

/** An entry reached in the search; with a group, only its judges of that group may be changed there. */
type Reached = { readonly entry: string; readonly group?: string };

class Cut {
  private readonly mayTake: (pair: Pair) => boolean;
  private readonly has: (pair: Pair) => boolean;
  private readonly groups: ReadonlyMap<string, string>;
  private readonly shut: ReadonlySet<string>;
  private readonly entries = new Set<string>();
  private readonly full = new Set<string>();

  constructor(
    private readonly problem: AssignmentProblem,
    pairs: readonly Pair[],
  ) {
    const [isKept, isForbidden] = [pairSet(problem.kept), pairSet(problem.forbidden)];
    this.has = pairSet(pairs);
    this.mayTake = (pair) => !isKept(pair) && !isForbidden(pair);
    this.groups = new Map(problem.judges.map(({ key, groupKey }) => [key, groupKey]));
    this.shut = this.shutAt(pairs);
    const moved = pairs.filter((pair) => !isKept(pair));
    this.reach(
      lacking(problem, pairs),
      groupBy(moved, ({ judge }) => judge),
    );
  }

  /** Entries with groups of which they have as many judges as they may. */
  private shutAt(pairs: readonly Pair[]): Set<string> {
    const { perGroup = Infinity } = this.problem;
    const there = groupBy(pairs, (pair) => this.placeOf(pair));
    return new Set([...there].filter(([, own]) => own.length >= perGroup).map(([place]) => place));
  }

  private placeOf({ entry, judge }: Pair): string {
    return JSON.stringify([entry, this.groups.get(judge)]);
  }

  /** The entries of the cut, those that share a full judge together, each part once. */
  parts(): Part[] {
    const parts: Part[] = [];
    const left = new Set([...this.entries].sort(byText));
    for (const first of left) parts.push(this.partOf(first, left));
    return parts;
  }

  /** Takes out of `left` the entries that compete with this one, however indirectly. */
  private partOf(first: string, left: Set<string>): Part {
    const part = { entries: new Set([first]), full: new Set<string>() };
    for (const entry of part.entries) {
      left.delete(entry);
      for (const judge of this.full) {
        if (part.full.has(judge) || !this.mayTake({ entry, judge })) continue;
        part.full.add(judge);
        const rivals = [...left].filter((other) => this.mayTake({ entry: other, judge }));
        rivals.forEach((other) => part.entries.add(other));
      }
    }
    return part;
  }

  /** From entries that lack a judge to every judge who might take one, and on to what these have. */
  private reach(lacking: readonly string[], moved: ReadonlyMap<string, readonly Pair[]>): void {
    const seen = new Set(lacking.map((entry) => JSON.stringify([entry])));
    const open: Reached[] = lacking.map((entry) => ({ entry }));
    const visit = (place: Reached): void => {
      const key = JSON.stringify(Object.values(place));
      if (!seen.has(key)) open.push(place);
      seen.add(key);
    };
    for (const place of open) {
      this.entries.add(place.entry);
      for (const judge of this.mightHelp(place)) {
        this.full.add(judge);
        for (const { entry } of moved.get(judge) ?? []) {
          visit({ entry });
          visit({ entry, group: this.groups.get(judge) });
        }
      }
    }
  }

  /** The judges not yet found who may take an entry and do not have it. */
  private mightHelp({ entry, group }: Reached): string[] {
    const isOpen = (judge: string): boolean =>
      group === undefined
        ? !this.shut.has(this.placeOf({ entry, judge }))
        : this.groups.get(judge) === group;
    return this.problem.judges
      .map(({ key }) => key)
      .filter((judge) => !this.full.has(judge) && !this.has({ entry, judge }))
      .filter((judge) => this.mayTake({ entry, judge }) && isOpen(judge));
  }
}

/** The entries with fewer judges than they want. */
function lacking({ entries, perEntry }: AssignmentProblem, pairs: readonly Pair[]): string[] {
  const counts = countBy(pairs, 'entry');
  return entries
    .filter(({ key, wanted = perEntry }) => (counts.get(key) ?? 0) < wanted)
    .map(({ key }) => key);
}

function groupOf(problem: AssignmentProblem, pairs: readonly Pair[], found: Part): ShortfallGroup {
  const { entries, judges, perEntry } = problem;
  const own = entries.filter(({ key }) => found.entries.has(key));
  const wanted = own.reduce((sum, row) => sum + (row.wanted ?? perEntry), 0);
  const placed = pairs.filter(({ entry }) => found.entries.has(entry)).length;
  const mayTakeOne = withSome(problem, own, pairs);
  const apart = judges.filter(({ key }) => !mayTakeOne(key)).map(({ key }) => key);
  const rest = judges.filter(({ key }) => mayTakeOne(key) && !found.full.has(key));
  const isLeftOut = leftOut(problem, own, pairs);
  const limited = rest.filter(({ key }) => isLeftOut(key)).length;
  return {
    categoryKey: own[0]?.categoryKey ?? '',
    entries: own.map(({ key }) => key).sort(byText),
    wanted,
    missing: wanted - placed,
    judges: judges.length,
    apart: apart.length,
    full: found.full.size,
    limited,
    used: rest.length - limited,
    why: reasons(problem, found.entries, new Set(apart)),
  };
}

/** Whether a judge has or may take one of these entries. */
function withSome(
  { forbidden }: AssignmentProblem,
  entries: readonly { readonly key: string }[],
  pairs: readonly Pair[],
): (judge: string) => boolean {
  const [has, isForbidden] = [pairSet(pairs), pairSet(forbidden)];
  return (judge) =>
    entries.some(({ key: entry }) => has({ entry, judge }) || !isForbidden({ entry, judge }));
}

/** Whether a judge may take one of these entries and has it not. */
function leftOut(
  { forbidden }: AssignmentProblem,
  entries: readonly { readonly key: string }[],
  pairs: readonly Pair[],
): (judge: string) => boolean {
  const [has, isForbidden] = [pairSet(pairs), pairSet(forbidden)];
  return (judge) =>
    entries.some(({ key: entry }) => !has({ entry, judge }) && !isForbidden({ entry, judge }));
}

/** Each reason with the number of judges whom it keeps from one of these entries or more. */
function reasons(
  { forbidden }: AssignmentProblem,
  entries: ReadonlySet<string>,
  apart: ReadonlySet<string>,
): Record<string, number> {
  const judges = new Map<string, Set<string>>();
  for (const { entry, judge, reason } of forbidden)
    if (entries.has(entry) && apart.has(judge))
      judges.set(reason, (judges.get(reason) ?? new Set()).add(judge));
  const counts = [...judges].map(([reason, each]) => [reason, each.size] as const);
  return Object.fromEntries(counts.sort(([a], [b]) => byText(a, b)));
}
