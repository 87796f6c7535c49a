import type { OwnProblem } from '../use-cases/report-problem.js';
import type { ProblemTask } from '../use-cases/settle-problem.js';

/** What a judge reported, as they see it again. */
export class OwnProblemView {
  id: string;
  /** unreadable, missing, identity, category, copied or other. */
  kind: string;
  note: string;
  /** open or settled. */
  state: string;
  /** ISO instant. */
  reportedAt: string;
  /** What was done; null while it waits. */
  answer: string | null;
}

/** The same as a task of the administrators. */
export class ProblemTaskView extends OwnProblemView {
  caseNo: string;
  title: string;
  judgeCode: string;
  /** Who answered; empty while it waits. */
  settler: string;
  /** For `If-Match`. */
  version: number;
  /** settle. */
  actions: string[];
}

export class NewProblemView {
  id: string;
}

export class ProblemSettledView {
  version: number;
}

export const ownProblemView = (problem: OwnProblem): OwnProblemView => ({
  id: problem.id,
  kind: problem.kind,
  note: problem.note,
  state: problem.state,
  reportedAt: problem.reportedAt.toISOString(),
  answer: problem.answer,
});

export const problemTaskView = (task: ProblemTask): ProblemTaskView => ({
  ...ownProblemView(task),
  caseNo: task.caseNo,
  title: task.title,
  judgeCode: task.judgeCode,
  settler: task.settler,
  version: task.version,
  actions: [...task.actions],
});
