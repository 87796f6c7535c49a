import type { Candidate } from '../use-cases/list-candidates.js';
import type { PanelRow } from '../use-cases/list-panels.js';
import type { JudgingOverview } from '../use-cases/list-rounds.js';
import type { RoundProgress } from '../use-cases/show-round.js';
import { AssignmentRunView, ComparabilityView, runView } from './assignments.view.js';
import { JudgeView, judgeView } from './judges.view.js';

export class RoundCardView {
  id: string;
  programmeId: string;
  /** From 1. */
  position: number;
  name: string;
  /** preparing, assigned, open or closed. */
  state: string;
  /** How many judges score each entry. */
  perEntry: number;
  /** For `If-Match`. */
  version: number;
  /** ISO instants. */
  openedAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
}

export class RoundListView {
  rounds: RoundCardView[];
  /** invite, prepare. */
  actions: string[];
}

/** A judge with how far they are: never how they score. */
export class JudgeLoadView extends JudgeView {
  assigned: number;
  begun: number;
  /** Signed. */
  done: number;
}

export class RoundView extends RoundCardView {
  /** The programme's judging window, ISO instants. */
  windowOpensAt: string;
  windowClosesAt: string;
  entries: number;
  /** Entries whose panel lacks a judge, or has one who must not score it. */
  gaps: number;
  /** Entries with all their signed sheets. */
  complete: number;
  judges: JudgeLoadView[];
  runs: AssignmentRunView[];
  comparability: ComparabilityView[];
  /** assign, undo, repair, add-sheet, open, extend, close. */
  actions: string[];
}

/** An entry and how its panel stands. */
export class PanelView {
  entryId: string;
  caseNo: string;
  title: string;
  categoryId: string;
  /** Judges who may score it or have signed. */
  judges: number;
  signed: number;
  /** How many judges it lacks. */
  gap: number;
}

export class PanelPageView {
  entries: PanelView[];
  /** Give it as `after` for the next page; null on the last. */
  next: string | null;
}

/** A judge who might take an entry. */
export class CandidateView {
  judgeId: string;
  code: string;
  name: string;
  unit: string;
  prefecture: string;
  assigned: number;
  /** Null when they may; else judge-not-available, conflict or had-before. */
  refusal: string | null;
  /** same-unit, same-prefecture, employer, kin, teacher-student, co-author, grievance, other. */
  conflicts: string[];
}

export class RoundVersionView {
  /** For the next `If-Match`. */
  version: number;
}

export class NewRoundView extends RoundVersionView {
  id: string;
}

export class NewRunView {
  id: string;
  /** From 1 within the round. */
  number: number;
}

export class NewSheetView {
  id: string;
}

export const roundCardView = (round: RoundProgress['round']): RoundCardView => ({
  id: round.id,
  programmeId: round.programmeId,
  position: round.position,
  name: round.name,
  state: round.state,
  perEntry: round.perEntry,
  version: round.version,
  openedAt: round.openedAt?.toISOString() ?? null,
  closesAt: round.closesAt?.toISOString() ?? null,
  closedAt: round.closedAt?.toISOString() ?? null,
});

export const roundListView = ({ rounds, actions }: JudgingOverview): RoundListView => ({
  rounds: rounds.map(roundCardView),
  actions: [...actions],
});

export const roundView = (progress: RoundProgress): RoundView => ({
  ...roundCardView(progress.round),
  windowOpensAt: progress.window.opensAt.toISOString(),
  windowClosesAt: progress.window.closesAt.toISOString(),
  entries: progress.entries,
  gaps: progress.gaps,
  complete: progress.complete,
  judges: progress.judges.map(({ load, ...row }) => ({
    ...judgeView(row),
    assigned: load.assigned,
    begun: load.begun,
    done: load.done,
  })),
  runs: progress.runs.map((run) => runView(run)),
  comparability: progress.comparability.map((row) => ({ ...row })),
  actions: [...progress.actions],
});

export const panelView = ({ entry, panel, gap }: PanelRow): PanelView => ({
  entryId: entry.id,
  caseNo: entry.caseNo,
  title: entry.title,
  categoryId: entry.categoryId,
  judges: panel.live,
  signed: panel.signed,
  gap,
});

export const candidateView = ({
  judge,
  assigned,
  refusal,
  conflicts,
}: Candidate): CandidateView => ({
  judgeId: judge.id,
  code: judge.code,
  name: judge.name,
  unit: judge.unit,
  prefecture: judge.prefecture,
  assigned,
  refusal,
  conflicts: [...conflicts],
});
