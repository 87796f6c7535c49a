import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { AttachmentData } from './data/attachment-data.js';
import { CheckData } from './data/check-data.js';
import { EntriesContract } from './data/entries-contract.js';
import { EntryData } from './data/entry-data.js';
import { ContributorsData } from './data/contributors.js';
import { FieldData } from './data/field-data.js';
import { FieldVersionData } from './data/field-version-data.js';
import { LikenessData } from './data/likeness-data.js';
import { QuarantineData } from './data/quarantine-data.js';
import { FileTextData } from './data/file-text-data.js';
import { ListSheetData } from './data/list-sheet-data.js';
import { SubmissionData } from './data/submission-data.js';
import { UnitListData } from './data/unit-list-data.js';
import { UploadsController } from './http/uploads.controller.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { EntriesController } from './http/entries.controller.js';
import { CheckSelectionController } from './http/check-selection.controller.js';
import { ExchangeController } from './http/exchange.controller.js';
import { FormalCheckController } from './http/formal-check.controller.js';
import { ListSheetController } from './http/list-sheet.controller.js';
import { entriesProblems } from './http/problems.js';
import { RecommendationController } from './http/recommendation.controller.js';
import { CheckFileJob } from './jobs/check-file.job.js';
import { FileSweeper } from './jobs/file-sweeper.js';
import { MakeBlindCopyAgainJob } from './jobs/make-blind-copy-again.job.js';
import { MakeBlindCopyJob } from './jobs/make-blind-copy.job.js';
import { IndexLikenessJob } from './jobs/index-likeness.job.js';
import { ReadFileTextJob } from './jobs/read-file-text.job.js';
import { UnitListController } from './http/unit-list.controller.js';
import { WritingController } from './http/writing.controller.js';
import { SubmissionController } from './http/submission.controller.js';
import { Entries } from './public-api.js';
import { ArrivingFiles } from './use-cases/arriving-files.js';
import { AskBlindCopy } from './use-cases/ask-blind-copy.js';
import { AttachmentPlaces } from './use-cases/attachment-places.js';
import { CheckFile } from './use-cases/check-file.js';
import { ExamineFile } from './use-cases/examine-file.js';
import { ShowFileStanding } from './use-cases/show-file-standing.js';
import { Quarantine } from './use-cases/quarantine.js';
import { SendInParts } from './use-cases/send-in-parts.js';
import { SweepFiles } from './use-cases/sweep-files.js';
import { Attachments } from './use-cases/attachments.js';
import { CreateEntry } from './use-cases/create-entry.js';
import { AskCorrection } from './use-cases/ask-correction.js';
import { CheckActs } from './use-cases/check-acts.js';
import { CheckDesk } from './use-cases/check-desk.js';
import { CheckedRows } from './use-cases/checked-rows.js';
import { EntryParts } from './use-cases/entry-parts.js';
import { ExportEntries } from './use-cases/export-entries.js';
import { ExportRows } from './use-cases/export-rows.js';
import { ExportTables } from './use-cases/export-tables.js';
import { ImportEntries } from './use-cases/import-entries.js';
import { ListedEntries } from './use-cases/listed-entries.js';
import { PackEntries } from './use-cases/pack-entries.js';
import { PackageFiles } from './use-cases/package-files.js';
import { MarkCheckItem } from './use-cases/mark-check-item.js';
import { RepeatDesk } from './use-cases/repeat-desk.js';
import { SelectForCheck } from './use-cases/select-for-check.js';
import { DecideFormalCheck } from './use-cases/decide-formal-check.js';
import { DeclineEntry } from './use-cases/decline-entry.js';
import { EndorseEntry } from './use-cases/endorse-entry.js';
import { EntryCards } from './use-cases/entry-cards.js';
import { EntryDesk } from './use-cases/entry-desk.js';
import { FormalChecks } from './use-cases/formal-checks.js';
import { IndexLikeness } from './use-cases/index-likeness.js';
import { ShowLikeness } from './use-cases/show-likeness.js';
import { LeakDesk } from './use-cases/leak-desk.js';
import { ReadEntryDocument } from './use-cases/read-document.js';
import { ReadFileText } from './use-cases/read-file-text.js';
import { ListDesk } from './use-cases/list-desk.js';
import { ListSheetDesk } from './use-cases/list-sheet-desk.js';
import { PrintListSheet } from './use-cases/print-list-sheet.js';
import { PutLocalPublicity } from './use-cases/put-local-publicity.js';
import { ReadListSheet } from './use-cases/read-list-sheet.js';
import { ReceiveListScan } from './use-cases/receive-list-scan.js';
import { ListEntries } from './use-cases/list-entries.js';
import { ListFormalCheck } from './use-cases/list-formal-check.js';
import { LockList } from './use-cases/lock-list.js';
import { MakeBlindCopy } from './use-cases/make-blind-copy.js';
import { PutField } from './use-cases/put-field.js';
import { RankEntries } from './use-cases/rank-entries.js';
import { ReceiveFile } from './use-cases/receive-file.js';
import { RenameEntry } from './use-cases/rename-entry.js';
import { ReturnEntry } from './use-cases/return-entry.js';
import { ShowChanges } from './use-cases/show-changes.js';
import { ShowEntry } from './use-cases/show-entry.js';
import { ShowFieldHistory } from './use-cases/show-field-history.js';
import { ShowList } from './use-cases/show-list.js';
import { ReceiptDesk } from './use-cases/show-receipt.js';
import { SubmitEntry } from './use-cases/submit-entry.js';
import { TransferEntry } from './use-cases/transfer-entry.js';
import { UnlockList } from './use-cases/unlock-list.js';
import { UploadAttachment } from './use-cases/upload-attachment.js';
import { WithdrawEntry } from './use-cases/withdraw-entry.js';

defineProblems('entries', entriesProblems);

const data = [
  EntryData,
  ContributorsData,
  FieldData,
  FieldVersionData,
  AttachmentData,
  QuarantineData,
  UnitListData,
  ListSheetData,
  FileTextData,
  LikenessData,
  CheckData,
  SubmissionData,
];
const desks = [
  EntryDesk,
  EntryCards,
  ListDesk,
  LeakDesk,
  ListSheetDesk,
  ReceiptDesk,
  FormalChecks,
  RepeatDesk,
  CheckDesk,
  CheckActs,
  CheckedRows,
  ListedEntries,
  ExportRows,
  EntryParts,
  PackageFiles,
  ReceiveFile,
  ExamineFile,
  Quarantine,
  AttachmentPlaces,
  ArrivingFiles,
];
const useCases = [
  CreateEntry,
  ListEntries,
  ShowEntry,
  ShowFieldHistory,
  RenameEntry,
  PutField,
  UploadAttachment,
  SendInParts,
  CheckFile,
  SweepFiles,
  AskBlindCopy,
  ShowFileStanding,
  Attachments,
  MakeBlindCopy,
  ReadFileText,
  ReadEntryDocument,
  IndexLikeness,
  ShowLikeness,
  SubmitEntry,
  WithdrawEntry,
  TransferEntry,
  EndorseEntry,
  ReturnEntry,
  DeclineEntry,
  UnlockList,
  ShowChanges,
  RankEntries,
  ShowList,
  LockList,
  PrintListSheet,
  ReadListSheet,
  ReceiveListScan,
  PutLocalPublicity,
  ListFormalCheck,
  DecideFormalCheck,
  MarkCheckItem,
  AskCorrection,
  SelectForCheck,
  ExportTables,
  ExportEntries,
  PackEntries,
  ImportEntries,
];

@Global()
@Module({
  controllers: [
    EntriesController,
    SubmissionController,
    WritingController,
    AttachmentsController,
    UploadsController,
    UnitListController,
    RecommendationController,
    ListSheetController,
    ExchangeController,
    CheckSelectionController,
    FormalCheckController,
  ],
  providers: [
    ...data,
    ...desks,
    ...useCases,
    CheckFileJob,
    FileSweeper,
    MakeBlindCopyJob,
    MakeBlindCopyAgainJob,
    ReadFileTextJob,
    IndexLikenessJob,
    { provide: Entries, useClass: EntriesContract },
  ],
  exports: [Entries],
})
export class EntriesModule {}
