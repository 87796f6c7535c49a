import { CheckItemView } from './check.view.js';
import { EntryCardView, StateCountView } from './entry.view.js';

export class FormalCheckRowView extends EntryCardView {
  checks: CheckItemView[];
}

export class FormalCheckPageView {
  entries: FormalCheckRowView[];
  /** Ask for the rows after this case number; absent on the last page. */
  next?: string;
  counts: StateCountView[];
}

export class FileChecksView {
  /** Whether a scanner for viruses is configured. */
  scanner: boolean;
  /** Files that wait for it because it does not answer. */
  waiting: number;
  /** ISO instant at which the first of them came; null when none waits. */
  since: string | null;
}
