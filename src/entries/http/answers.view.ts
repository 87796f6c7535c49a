import { CheckItemView, EntryCardView, StateCountView } from './entry.view.js';

export class CreatedEntryView {
  id: string;
  version: number;
}

export class EntryVersionView {
  version: number;
}

/** What an act made of an entry. */
export class ChangedEntryView {
  id: string;
  state: string;
  version: number;
}

export class SavedFieldView {
  key: string;
  version: number;
  /** ISO instant. */
  savedAt: string;
}

export class UploadedView {
  id: string;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  state: string;
}

export class ReceiptFileView {
  fileName: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** What a unit holds in its hands after handing in. */
export class ReceiptView {
  entryId: string;
  state: string;
  version: number;
  receiptNo: string;
  /** The server's time, an ISO instant. */
  receivedAt: string;
  title: string;
  programmeName: string;
  categoryName: string;
  unitName: string;
  files: ReceiptFileView[];
}

export class ListLockView {
  /** ISO instant. */
  lockedAt: string;
  /** SHA-256 of the list, also printed on it. */
  fingerprint: string;
}

export class LockedListView extends ListLockView {
  /** How many entries were recommended. */
  entries: number;
}

export class ListedCategoryView {
  categoryCode: string;
  categoryName: string;
  /** Null: this selection sets no quotas. */
  places: number | null;
  taken: number;
  /** By rank. */
  entries: EntryCardView[];
}

/** A recommending unit's list as it stands. */
export class UnitListView {
  programmeId: string;
  categories: ListedCategoryView[];
  lock: ListLockView | null;
  /** ISO instant at which recommending closes. */
  closesAt: string;
  /** rank, lock. */
  actions: string[];
}

export class FormalCheckRowView extends EntryCardView {
  checks: CheckItemView[];
}

export class FormalCheckPageView {
  entries: FormalCheckRowView[];
  /** Ask for the rows after this case number; absent on the last page. */
  next?: string;
  counts: StateCountView[];
}

export class OutcomeView {
  entryId: string;
  accepted: boolean;
  /** The problem's code when it was not accepted. */
  code: string | null;
}

export class OutcomesView {
  outcomes: OutcomeView[];
}
