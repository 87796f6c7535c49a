import type { Deployed } from '../use-cases/deploy-run.js';
import type { RunDetail, RunOutcome } from '../use-cases/show-run.js';

/** One computation of who scores what; with its seed and hashes anybody can repeat it. */
export class AssignmentRunView {
  id: string;
  /** From 1 within the round. */
  number: number;
  /** assignment or repair. */
  kind: string;
  /** draft, computing, ready, failed, cancelled, deployed, replaced or undone. */
  state: string;
  seed: string;
  /** How many entries a judge takes at most; null when any number. */
  maxLoad: number | null;
  /** How many judges of one prefecture or provincial unit an entry gets at most; null when any number. */
  perGroup: number | null;
  /** Of the computation, how many steps of how many are done. */
  stepsDone: number;
  stepsAll: number;
  /** SHA-256 of what went in and of the pairs that came out; null until then. */
  inputHash: string | null;
  pairsHash: string | null;
  pairs: number | null;
  loadMin: number | null;
  loadMax: number | null;
  /** ISO instants. */
  at: string;
  computedAt: string | null;
  deployedAt: string | null;
  undoneAt: string | null;
}

/** How well a category's judges can be compared through the entries they share. */
export class ComparabilityView {
  category: string;
  judges: number;
  /** Groups of judges that no shared entry links; 1 when all can be compared. */
  parts: number;
  /** 0 to 1, beside the best that as many sheets allow; null when it cannot be told. */
  share: number | null;
}

/** That a judge, by code, scores an entry, by case number. */
export class PairView {
  entry: string;
  judge: string;
}

export class LoadChangeView {
  code: string;
  name: string;
  prefecture: string;
  category: string;
  before: number;
  after: number;
}

/** Entries that lack judges together, and where the judges of their category are, each in one place. */
export class ShortfallGroupView {
  category: string;
  /** The first of them. */
  entries: string[];
  entryCount: number;
  /** How many judges these entries want in all, and for how many of these nobody can be found. */
  wanted: number;
  missing: number;
  judges: number;
  /** Kept from every one of these entries. */
  apart: number;
  /** May score some of them and have no room left. */
  full: number;
  /** Are left out because an entry has enough judges of their prefecture, and only therefore. */
  limited: number;
  /** Score every one of them that they may. */
  used: number;
  /** Those kept apart by reason; with two reasons in both. */
  why: Record<string, number>;
}

/** How many more judges without any conflict would alone be enough for a category. */
export class InviteView {
  category: string;
  judges: number;
}

export class RunFailureView {
  /** not-enough-judges, assignment-unsound or broken-off. */
  code: string;
  groups: ShortfallGroupView[];
  /** How many entries are concerned. */
  entries: number;
  /** The least limit of entries for a judge that would alone be enough; null where no limit is. */
  maxLoad: number | null;
  /** The same for the judges of one prefecture at an entry. */
  perGroup: number | null;
  invite: InviteView[];
  /** What the check found, to be read by those who keep the program. */
  faults: string[];
}

export class RunChangeView {
  /** entries-, judges-, conflicts-, sheets- with -added, -gone, -changed; panel-size. */
  what: string;
  count: number;
  /** The first of them. */
  names: string[];
}

export class RunOutcomeView {
  /** Against what stands, or against what stood when it was deployed. */
  added: number;
  removed: number;
  kept: number;
  /** The first of them. */
  addedPairs: PairView[];
  removedPairs: PairView[];
  loads: LoadChangeView[];
  /** The most judges of one prefecture at one entry, and the first entries where; 1 when none share any. */
  together: number;
  togetherEntries: string[];
  comparability: ComparabilityView[];
  /** How many judges' prices prove that no assignment is better. */
  prices: number;
}

export class RunDetailView extends AssignmentRunView {
  roundId: string;
  roundName: string;
  programmeId: string;
  /** For `If-Match`. */
  roundVersion: number;
  failure: RunFailureView | null;
  outcome: RunOutcomeView | null;
  /** Of a result that is not deployed: what is another than it was computed for. */
  changes: RunChangeView[];
  /** cancel, deploy, undo. */
  actions: string[];
}

export class DeployedView {
  /** The round's, for the next `If-Match`. */
  version: number;
  /** How many sheets it brought and how many it took away. */
  added: number;
  removed: number;
}

type AssignmentRun = RunDetail['run'];

const mostShown = 200;
const mostNamed = 20;

const instant = (time: Date | null): string | null => time?.toISOString() ?? null;

export const runView = (run: AssignmentRun): AssignmentRunView => ({
  ...{ id: run.id, number: run.number, kind: run.kind, state: run.state, seed: run.seed },
  ...{ stepsDone: run.stepsDone, stepsAll: run.stepsAll },
  maxLoad: run.settings.maxLoad ?? null,
  perGroup: run.settings.perGroup ?? null,
  ...{ inputHash: run.inputHash, pairsHash: run.pairsHash, pairs: run.pairCount },
  ...{ loadMin: run.loadMin, loadMax: run.loadMax },
  at: run.at.toISOString(),
  computedAt: instant(run.computedAt),
  deployedAt: instant(run.deployedAt),
  undoneAt: instant(run.undoneAt),
});

export const runDetailView = (detail: RunDetail): RunDetailView => ({
  ...runView(detail.run),
  ...{ roundId: detail.round.id, roundName: detail.round.name },
  ...{ programmeId: detail.round.programmeId, roundVersion: detail.round.version },
  failure: failureView(detail),
  outcome: detail.outcome && outcomeView(detail.outcome),
  changes: detail.changes.map((change) => ({ ...change, names: [...change.names] })),
  actions: [...detail.actions],
});

export const deployedView = (deployed: Deployed): DeployedView => ({ ...deployed });

function failureView({ run, categories }: RunDetail): RunFailureView | null {
  const { failure } = run;
  if (failure === null) return null;
  const lacks = 'lacks' in failure ? failure.lacks : [];
  const faults = 'faults' in failure ? failure.faults : [];
  const groups = lacks.flatMap((lack) => lack.groups);
  const nameOf = (categoryKey: string): string => categories.get(categoryKey) ?? '';
  return {
    code: failure.code,
    groups: groups.slice(0, mostShown).map(({ categoryKey, entries, why, ...counts }) => ({
      ...{ ...counts, why: { ...why }, category: nameOf(categoryKey) },
      ...{ entries: entries.slice(0, mostNamed), entryCount: entries.length },
    })),
    entries: groups.reduce((sum, { entries }) => sum + entries.length, 0),
    maxLoad: enoughForAll(lacks.map(({ options }) => options.maxLoad)),
    perGroup: enoughForAll(lacks.map(({ options }) => options.perGroup)),
    invite: lacks.map(({ categoryKey, options }) => ({
      category: nameOf(categoryKey),
      judges: options.invite,
    })),
    faults: faults.slice(0, mostShown).map(({ code, about }) => `${code}: ${about}`),
  };
}

/** The limit that is enough for every category; null when one is not helped by any. */
function enoughForAll(limits: readonly (number | null)[]): number | null {
  const known = limits.filter((limit) => limit !== null);
  return known.length > 0 && known.length === limits.length ? Math.max(...known) : null;
}

const outcomeView = ({ diff, ...outcome }: RunOutcome): RunOutcomeView => ({
  added: diff.added.length,
  removed: diff.removed.length,
  kept: diff.kept,
  addedPairs: diff.added.slice(0, mostShown).map((pair) => ({ ...pair })),
  removedPairs: diff.removed.slice(0, mostShown).map((pair) => ({ ...pair })),
  loads: outcome.loads.map(({ judge, before, after }) => ({
    ...{ code: judge.code, name: judge.name, prefecture: judge.prefecture },
    ...{ category: judge.category, before, after },
  })),
  together: outcome.worst.together,
  togetherEntries: outcome.worst.entries.slice(0, mostShown),
  comparability: outcome.comparability.map((row) => ({ ...row })),
  prices: outcome.prices,
});
