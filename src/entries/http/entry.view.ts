import { CheckItemView } from './check.view.js';

/** An entry in a list. */
export class EntryCardView {
  id: string;
  programmeId: string;
  programmeName: string;
  categoryCode: string;
  categoryName: string;
  title: string;
  unitId: string;
  unitName: string;
  prefectureId: string;
  /** The recommending unit, 市州 or 省直. */
  prefectureName: string;
  /** draft, submitted, returned, declined, endorsed, recommended, correcting, accepted, rejected or withdrawn. */
  state: string;
  version: number;
  /** The recommending unit's order within the category, from 1. */
  rank: number | null;
  /** Given when the unit's list is locked. */
  caseNo: string | null;
  /** ISO instant. */
  submittedAt: string | null;
  /** ISO instant. */
  updatedAt: string;
  /** Until when the province waits for a correction, an ISO instant; null unless it does. */
  correctionDueAt: string | null;
  /** When the last correction came, an ISO instant. */
  correctedAt: string | null;
  /** What this person may do now: edit, submit, withdraw, receipt, endorse, take-back, return, prolong, decline, reconsider, mark, ask, recall, accept, reject. */
  actions: string[];
}

export class StateCountView {
  state: string;
  count: number;
}

export class EntryPageView {
  entries: EntryCardView[];
  /** Ask for the entries after this id; absent on the last page. */
  next?: string;
  /** Of the same query in every state. */
  counts: StateCountView[];
}

export class FieldAnswerView {
  key: string;
  /** In the shape of the field's kind: text, number, true/false, a list of words or of people. */
  value: unknown;
  version: number;
  /** ISO instant. */
  savedAt: string;
}

export class AttachmentView {
  id: string;
  /** The attachment rule's key. */
  ruleKey: string;
  position: number;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Bytes of an arriving file that have come. */
  received: number;
  /** arriving, checking, ready or refused. */
  state: string;
  /** ISO instant at which an arriving file is given up; null once it has come. */
  expiresAt: string | null;
  /** Whether a scanner for viruses has seen it: clean or not-scanned; null before its check. */
  scan: string | null;
  /** Why it was refused, why its check waits (scanner-down), or why no copy for judges could be made. */
  refusal: string | null;
  /** Whether the copy for judges, without names in it, is made. */
  hasBlindCopy: boolean;
  /** ISO instant. */
  uploadedAt: string;
}

export class RemarkView {
  id: string;
  /** A field's or an attachment rule's key, or `title`; null for the entry as a whole. */
  field: string | null;
  text: string;
  /** ISO instant. */
  at: string;
}

export class ShortcomingParamsView {
  words?: number;
  items?: number;
  min?: number;
  max?: number;
}

/** One thing that keeps an entry from being handed in. */
export class ShortcomingView {
  /** A field's or an attachment rule's key, or `title`, or `all-sections`. */
  where: string;
  /** missing, too-short, too-long, too-few, too-many, bad-choice, bad-value, file-arriving or file-checking. */
  code: string;
  params: ShortcomingParamsView;
}

/** A place at which a judge could tell whose entry it is. */
export class LeakView {
  /** A field's key, `title`, or an attachment rule's key. */
  where: string;
  /** The file it stands in; absent for the form. */
  attachmentId?: string;
  /** form, text, name or property: properties and names are taken out of what judges see. */
  in: string;
  /** The name of a property, such as `creator`. */
  property?: string;
  /** unit, county, prefecture, person, phone or email. */
  kind: string;
  found: string;
  excerpt: string;
  /** Characters before it. */
  at: number;
  times: number;
}

/** An entry as its unit and the officers above it see it. */
export class UnitEntryView extends EntryCardView {
  audience: 'unit';
  receiptNo: string | null;
  rejectedReason: string | null;
  rejectedNote: string | null;
  withdrawnReason: string | null;
  /** Why the recommending unit does not recommend it. */
  declinedReason: string | null;
  /** Only fields that were ever written; the rest have version 0. */
  fields: FieldAnswerView[];
  attachments: AttachmentView[];
  /** What a recommending unit asks to be corrected and is not yet. */
  remarks: RemarkView[];
  /** What is still missing before it can be handed in. */
  missing: ShortcomingView[];
  leaks: LeakView[];
  /** Keys of fields and attachment rules, and `title`, that this person may change now. */
  changeable: string[];
  /** ISO instant until which the unit may write. */
  deadline: string;
}

/** A recommended entry as the province sees it. */
export class ProvinceEntryView extends EntryCardView {
  audience: 'province';
  receiptNo: string | null;
  rejectedReason: string | null;
  rejectedNote: string | null;
  withdrawnReason: string | null;
  /** Why the recommending unit does not recommend it. */
  declinedReason: string | null;
  fields: FieldAnswerView[];
  attachments: AttachmentView[];
  checks: CheckItemView[];
  /** What the province asked to be corrected and is not yet. */
  remarks: RemarkView[];
  leaks: LeakView[];
}

export class AlikeSentenceView {
  own: string;
  other: string;
}

/** Another entry in which part of this one stands too. */
export class AlikeView {
  entryId: string;
  title: string;
  programmeName: string;
  unitName: string;
  prefectureName: string;
  caseNo: string | null;
  /** Thousandths of this entry's text. */
  share: number;
  /** none, amber (from 150) or red (from 300). */
  level: string;
  sentences: AlikeSentenceView[];
}

export class LikenessView {
  /** The likest first. */
  alike: AlikeView[];
}
