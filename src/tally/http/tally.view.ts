/** One sheet's total as a judge's code gave it. */
export class SheetTotalView {
  judge: string;
  /** Points with two decimals. */
  total: string;
  /** Left out as the highest or the lowest. */
  isDropped: boolean;
}

export class RankedEntryView {
  /** Entries that nothing separates share a rank. */
  rank: number;
  entryId: string;
  caseNo: string;
  title: string;
  unit: string;
  prefecture: string;
  /** Points with two decimals; the order was decided on unrounded values. */
  score: string;
  totals: SheetTotalView[];
  /** Points between the highest and the lowest total. */
  spread: string;
  /** Whether that is above the limit for a warning, a second look or an arbitration: none, warn, recheck, arbitrate. */
  spreadLevel: string;
  /** The tie step that was needed, such as criterion:fusion, untrimmed-mean or lot; null when the score decided. */
  decidedBy: string | null;
  /** mean, trim, median or settled: what was used in fact. */
  used: string;
  isBelowMinimum: boolean;
  /** The award's code; null when not selected. */
  award: string | null;
}

export class RankedCategoryView {
  id: string;
  code: string;
  name: string;
  /** SHA-256 of the canonical input and output texts. */
  inputHash: string;
  outputHash: string;
  /** Signed sheets that counted. */
  sheets: number;
  /** Best first. */
  entries: RankedEntryView[];
  /** How many entries stand above the cut line. */
  selected: number;
  /** Points between the last above and the first below the line; null when nobody is below. */
  margin: string | null;
  /** The tie step that drew the line; null when the score did. */
  cutDecidedBy: string | null;
  /** Case numbers that the rules leave tied where it decides an award. */
  unresolved: string[];
}

export class WordView {
  person: string;
  /** confirm or reject. */
  decision: string;
  reason: string | null;
  /** ISO instant. */
  at: string;
}

export class RunView {
  id: string;
  /** From 1. */
  number: number;
  /** computing, complete, verified or rejected. */
  state: string;
  ruleVersion: string;
  inputHash: string | null;
  outputHash: string | null;
  /** ISO instants. */
  startedAt: string;
  completedAt: string | null;
}

export class OpenedRunView extends RunView {
  categories: RankedCategoryView[];
  verifications: WordView[];
  /** What this person may do with the run: confirm, reject. */
  actions: string[];
}

export class AwardNameView {
  code: string;
  name: string;
}

/** One question asked of entries whose value is equal. */
export class TallyStepView {
  /** criterion:fusion, untrimmed-mean, lower-spread, strong-recommendations, recommend-rank or lot. */
  by: string;
  /** The criterion's name; null for every other step. */
  criterion: string | null;
}

export class TallyView {
  programmeName: string;
  programmeState: string;
  /** mean, trim or median. */
  method: string;
  /** The tie steps in their order. */
  tieChain: TallyStepView[];
  awards: AwardNameView[];
  /** Newest first. */
  runs: RunView[];
  /** The newest run with its ranking; null before the first. */
  newest: OpenedRunView | null;
  /** run, when another run may start. */
  actions: string[];
}

export class RunStartedView {
  id: string;
}

export class RunStateView {
  state: string;
}

/** Texts to compute again: SHA-256 over their UTF-8 bytes gives the hashes. */
export class CanonicalTextsView {
  /** The category's code; absent for the run as a whole. */
  code?: string;
  inputText: string | null;
  inputHash: string | null;
  outputText: string | null;
  outputHash: string | null;
}

export class RunExportView {
  number: number;
  state: string;
  ruleVersion: string;
  run: CanonicalTextsView;
  categories: CanonicalTextsView[];
}
