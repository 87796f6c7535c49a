/** Figures, instants and names of a fact; which of them there are depends on its code. */
export class CheckFactParamsView {
  words?: number;
  min?: number;
  max?: number;
  tolerance?: number;
  items?: number;
  filled?: number;
  required?: number;
  written?: number;
  asked?: number;
  taken?: number;
  places?: number;
  rank?: number;
  leaks?: number;
  percent?: number;
  /** ISO instant. */
  at?: string;
  /** ISO instant. */
  closesAt?: string;
  caseNo?: string;
  title?: string;
  unitName?: string;
  programmeName?: string;
}

/** What a finding rests on. */
export class CheckFactView {
  /** words, filled, sections, attested, files, places, no-quota, rank, received, corrected, same-title, earlier, leaks or likeness. */
  code: string;
  /** A field's or an attachment rule's key, `title` or `all-sections`; empty for the entry as a whole. */
  where: string;
  params: CheckFactParamsView;
}

export class CheckReasonParamsView {
  words?: number;
  items?: number;
  min?: number;
  max?: number;
}

/** One thing that does not fit. */
export class CheckReasonView {
  where: string;
  code: string;
  params: CheckReasonParamsView;
}

/** What an officer found on an item. */
export class CheckMarkView {
  /** fits or fails. */
  verdict: string;
  note: string;
  byName: string;
  /** ISO instant. */
  at: string;
  version: number;
  /** Whether it speaks of the entry as it is now, not of what it was before a correction. */
  counts: boolean;
}

/** One item of the formal check's list. */
export class CheckItemView {
  /** complete, words, structure, stamps, commitments, files, quota, rank, in-time, category, eligibility, repeats, anonymity, likeness, wording or privacy. */
  code: string;
  /** materials, places, standing or content. */
  group: string;
  /** What the program found; null where only a person can tell. */
  ok: boolean | null;
  /** fits, fails or open. */
  standing: string;
  facts: CheckFactView[];
  /** What does not fit; empty when it does. */
  reasons: CheckReasonView[];
  mark: CheckMarkView | null;
}

export class SavedMarkView {
  version: number;
}

/** One entry of a bulk act. */
export class SelectedRowView {
  id: string;
  version: number;
  caseNo: string;
  title: string;
  categoryName: string;
  prefectureName: string;
  /** The problem's code where the act will not happen to it; else null. */
  code: string | null;
  /** Items that only a person can tell and that the act confirms. */
  confirmed: string[];
}

export class SubtotalView {
  name: string;
  count: number;
}

/** What a bulk act would do, or did. */
export class SelectionView {
  rows: SelectedRowView[];
  /** How many rows it happens to. */
  fits: number;
  byCategory: SubtotalView[];
  byPrefecture: SubtotalView[];
  /** To be sent back to have it done. */
  fingerprint: string;
}
