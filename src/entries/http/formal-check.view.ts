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
