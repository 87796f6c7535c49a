import { checkView } from './show-checks.js';
import type { EntryPage } from '../use-cases/list-entries.js';
import type { EntryCard, ProvinceEntry, UnitEntry } from '../use-cases/entry-facts.js';
import type { Alike } from '../use-cases/show-likeness.js';
import type { Receipt } from '../use-cases/show-receipt.js';
import { shortFingerprint } from '../rules/list-sheet.js';
import type { Changes } from '../use-cases/show-changes.js';
import type { UnitList } from '../use-cases/show-list.js';
import type { LockedUnit } from '../use-cases/unlock-list.js';
import type {
  ChangesView,
  ListLockView,
  ListSheetView,
  LocalPublicityView,
  LockedUnitView,
  ReceiptView,
  UnitListView,
  UploadedView,
} from './answers.view.js';
import type {
  AttachmentView,
  EntryCardView,
  EntryPageView,
  FieldAnswerView,
  LeakView,
  LikenessView,
  ProvinceEntryView,
  RemarkView,
  ShortcomingView,
  UnitEntryView,
} from './entry.view.js';

export const cardView = ({ entry, actions, ...card }: EntryCard): EntryCardView => ({
  id: entry.id,
  programmeId: entry.programmeId,
  programmeName: card.programmeName,
  categoryCode: card.categoryCode,
  categoryName: card.categoryName,
  title: entry.title,
  unitId: entry.unitId,
  unitName: card.unitName,
  prefectureId: entry.prefectureId,
  prefectureName: card.prefectureName,
  state: entry.state,
  version: entry.version,
  rank: entry.rank,
  caseNo: entry.caseNo,
  submittedAt: entry.submittedAt?.toISOString() ?? null,
  correctionDueAt: entry.correctionDueAt?.toISOString() ?? null,
  correctedAt: entry.correctedAt?.toISOString() ?? null,
  updatedAt: entry.updatedAt.toISOString(),
  actions: [...actions],
});

export const entryPageView = ({ cards, next, counts }: EntryPage): EntryPageView => ({
  entries: cards.map(cardView),
  next,
  counts: [...counts],
});

export const entryView = (entry: UnitEntry | ProvinceEntry): UnitEntryView | ProvinceEntryView =>
  entry.audience === 'unit' ? unitEntryView(entry) : provinceEntryView(entry);

const unitEntryView = (shown: UnitEntry): UnitEntryView => ({
  audience: 'unit',
  ...wholeEntry(shown),
  remarks: shown.remarks.map(remarkView),
  missing: shown.missing.map(shortcomingView),
  leaks: shown.leaks.map(leakView),
  changeable: [...shown.changeable],
  deadline: shown.deadline.toISOString(),
});

const provinceEntryView = (shown: ProvinceEntry): ProvinceEntryView => ({
  audience: 'province',
  ...wholeEntry(shown),
  checks: shown.checks.map(checkView),
  remarks: shown.remarks.map(remarkView),
  leaks: shown.leaks.map(leakView),
});

const leakView = ({ place, ...leak }: UnitEntry['leaks'][number]): LeakView => ({
  where: place.key,
  attachmentId: place.attachmentId,
  in: place.in,
  property: place.property,
  ...leak,
});

const wholeEntry = (shown: UnitEntry | ProvinceEntry) => ({
  ...cardView(shown),
  receiptNo: shown.entry.receiptNo,
  rejectedReason: shown.entry.rejectedReason,
  rejectedNote: shown.entry.rejectedNote,
  withdrawnReason: shown.entry.withdrawnReason,
  declinedReason: shown.entry.declinedReason,
  fields: shown.fields.map(fieldView),
  attachments: shown.attachments.map(attachmentView),
});

const fieldView = (field: UnitEntry['fields'][number]): FieldAnswerView => ({
  key: field.key,
  value: field.value,
  version: field.version,
  savedAt: field.updatedAt.toISOString(),
});

const attachmentView = (file: UnitEntry['attachments'][number]): AttachmentView => ({
  id: file.id,
  ruleKey: file.ruleKey,
  position: file.position,
  fileName: file.fileName,
  mediaType: file.mediaType,
  size: file.size,
  sha256: file.sha256,
  received: file.received,
  state: file.state,
  expiresAt: file.expiresAt?.toISOString() ?? null,
  scan: file.scan,
  refusal: file.refusal,
  hasBlindCopy: file.derivativeKey !== null,
  uploadedAt: file.uploadedAt.toISOString(),
});

const remarkView = ({ id, fieldKey, text, at }: UnitEntry['remarks'][number]): RemarkView => ({
  id,
  field: fieldKey,
  text,
  at: at.toISOString(),
});

const shortcomingView = ({
  where,
  code,
  params,
}: UnitEntry['missing'][number]): ShortcomingView => ({ where, code, params: { ...params } });

export const uploadedView = (file: UnitEntry['attachments'][number]): UploadedView => ({
  id: file.id,
  fileName: file.fileName,
  mediaType: file.mediaType,
  size: file.size,
  sha256: file.sha256,
  state: file.state,
});

export const receiptView = (receipt: Receipt): ReceiptView => ({
  ...receipt,
  receivedAt: receipt.receivedAt.toISOString(),
  files: receipt.files.map((file) => ({ ...file })),
});

export const lockView = (lock: { lockedAt: Date; fingerprint: string }): ListLockView => ({
  lockedAt: lock.lockedAt.toISOString(),
  fingerprint: lock.fingerprint,
});

export const lockedUnitView = ({ lock, ...unit }: LockedUnit): LockedUnitView => ({
  ...lockView(lock),
  ...unit,
  unitId: lock.unitId,
});

export const changesView = ({ since, changes }: Changes): ChangesView => ({
  since: since?.toISOString() ?? null,
  changes: changes.map(({ where, parts }) => ({
    where,
    parts: parts.map((part) => ({ ...part })),
  })),
});

export const unitListView = (list: UnitList): UnitListView => ({
  programmeId: list.programmeId,
  categories: list.categories.map(({ cards, ...category }) => ({
    ...category,
    entries: cards.map(cardView),
  })),
  lock: list.lock && lockView(list.lock),
  unlocked: list.unlocked && { ...list.unlocked, at: list.unlocked.at.toISOString() },
  closesAt: list.closesAt.toISOString(),
  sheet: list.desk.sheet && sheetView(list.desk.sheet),
  standing: list.desk.standing,
  changes: list.desk.changes.map((change) => ({ ...change })),
  publicity: list.desk.publicity && publicityView(list.desk.publicity),
  actions: [...list.actions],
});

const sheetView = (sheet: NonNullable<UnitList['desk']['sheet']>): ListSheetView => ({
  number: sheet.number,
  fingerprint: sheet.fingerprint,
  code: shortFingerprint(sheet.fingerprint),
  generatedAt: sheet.generatedAt.toISOString(),
  scan:
    sheet.scannedAt === null
      ? null
      : {
          fileName: sheet.scanName ?? '',
          size: sheet.scanSize ?? 0,
          sha256: sheet.scanSha256 ?? '',
          scannedAt: sheet.scannedAt.toISOString(),
        },
});

const publicityView = (record: NonNullable<UnitList['desk']['publicity']>): LocalPublicityView => ({
  place: record.place,
  startsOn: record.startsOn,
  endsOn: record.endsOn,
  objections: record.objections,
  outcome: record.outcome,
  version: record.version,
});

export const likenessView = (alike: readonly Alike[]): LikenessView => ({
  alike: alike.map(({ card, share, level, sentences }) => ({
    entryId: card.entry.id,
    title: card.entry.title,
    programmeName: card.programmeName,
    unitName: card.unitName,
    prefectureName: card.prefectureName,
    caseNo: card.entry.caseNo,
    share,
    level,
    sentences: sentences.map((sentence) => ({ ...sentence })),
  })),
});
