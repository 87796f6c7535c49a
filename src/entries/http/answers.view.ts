import { EntryCardView } from './entry.view.js';

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

/** Words that were attested, and their SHA-256. */
export class CommitmentsView {
  text: string;
  digest: string;
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
  /** Null where nothing was attested. */
  commitments: CommitmentsView | null;
}

export class ListLockView {
  /** ISO instant. */
  lockedAt: string;
  /** SHA-256 of the list, also printed on it. */
  fingerprint: string;
}

export class UnlockedListView {
  reason: string;
  /** ISO instant. */
  at: string;
}

/** A locked list as the province sees it. */
export class LockedUnitView extends ListLockView {
  unitId: string;
  unitName: string;
  entries: number;
  mayUnlock: boolean;
}

export class TextPartView {
  /** same, added or removed. */
  kind: string;
  text: string;
}

export class ChangeView {
  /** A field's or an attachment rule's key, `title` or `category`. */
  where: string;
  parts: TextPartView[];
}

/** What a unit changed between its last two handings-in. */
export class ChangesView {
  /** When it was handed in before, an ISO instant; null before the second time. */
  since: string | null;
  changes: ChangeView[];
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

export class SheetChangeView {
  /** added, removed, moved, retitled, facts, publicity. */
  kind: string;
  title: string;
  /** The title on the sheet, of one that was retitled. */
  before?: string;
  /** The ranks, of one that was moved. */
  from?: number;
  to?: number;
}

export class ListScanView {
  fileName: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** ISO instant. */
  scannedAt: string;
}

/** A printed recommendation sheet 汇总表. */
export class ListSheetView {
  /** From 1 within the list. */
  number: number;
  /** SHA-256 of what is printed. */
  fingerprint: string;
  /** The code printed on every page. */
  code: string;
  /** ISO instant. */
  generatedAt: string;
  scan: ListScanView | null;
}

export class PrintedSheetView {
  number: number;
  fingerprint: string;
}

export class LocalPublicityView {
  place: string;
  /** `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
  objections: number;
  outcome: string;
  version: number;
}

/** A recommending unit's list as it stands. */
export class UnitListView {
  programmeId: string;
  categories: ListedCategoryView[];
  lock: ListLockView | null;
  /** Why the province opened the list again; null unless it did. */
  unlocked: UnlockedListView | null;
  /** ISO instant at which recommending closes. */
  closesAt: string;
  sheet: ListSheetView | null;
  /** none, outdated, printed, scanned. */
  standing: string;
  /** What changed since the sheet was printed. */
  changes: SheetChangeView[];
  publicity: LocalPublicityView | null;
  /** rank, print, scan, lock. */
  actions: string[];
}

export class OwnerView {
  id: string;
  name: string;
}

export class OwnershipView {
  owner: OwnerView;
  /** To whom this person may give the entry; empty when they may not. */
  candidates: OwnerView[];
}
