import { Announcement1700000070000 } from './announcement/data/migrations/1700000070000-announcement.js';
import { Release } from './announcement/data/release.entity.js';
import { AuditLine, AuditSeal } from './audit/data/audit-line.entity.js';
import { Audit1700000010000 } from './audit/data/migrations/1700000010000-audit.js';
import { AttachmentPart } from './entries/data/attachment-part.entity.js';
import { CheckMarkRow } from './entries/data/check-mark.entity.js';
import {
  Attachment,
  BlindCopy,
  Entry,
  EntryField,
  ListLock,
  Remark,
  Submission,
} from './entries/data/entries.entities.js';
import { FileText } from './entries/data/file-text.entity.js';
import { FileTexts1700000040300 } from './entries/data/migrations/1700000040300-file-texts.js';
import { Likeness1700000040310 } from './entries/data/migrations/1700000040310-likeness.js';
import { ListSheet, LocalPublicityRecord } from './entries/data/list-sheet.entities.js';
import { ListSheets1700000040400 } from './entries/data/migrations/1700000040400-list-sheets.js';
import { FieldHistory1700000040820 } from './entries/data/migrations/1700000040820-field-history.js';
import { UnitDecisions1700000040510 } from './entries/data/migrations/1700000040510-unit-decisions.js';
import { Entries1700000040000 } from './entries/data/migrations/1700000040000-entries.js';
import { Arrivals1700000040800 } from './entries/data/migrations/1700000040800-arrivals.js';
import { FormalCheck1700000040500 } from './entries/data/migrations/1700000040500-formal-check.js';
import { Organisation, Person, RoleGrant } from './identity/data/identity.entities.js';
import { Identity1700000020000 } from './identity/data/migrations/1700000020000-identity.js';
import { PeopleBelow1700000020100 } from './identity/data/migrations/1700000020100-people-below.js';
import { AssignmentResult, AssignmentRun } from './judging/data/assignment-run.entity.js';
import { Expert } from './judging/data/expert.entity.js';
import { Conflict, Judge, ListedEntry } from './judging/data/judge.entity.js';
import { AssignAnew1700000050200 } from './judging/data/migrations/1700000050200-assign-anew.js';
import { ConflictRegister1700000050500 } from './judging/data/migrations/1700000050500-conflict-register.js';
import { AssignmentRuns1700000050700 } from './judging/data/migrations/1700000050700-assignment-runs.js';
import { MaterialProblems1700000050800 } from './judging/data/migrations/1700000050800-material-problems.js';
import { Judging1700000050000 } from './judging/data/migrations/1700000050000-judging.js';
import { Experts1700000050100 } from './judging/data/migrations/1700000050100-experts.js';
import { Monitor1700000050400 } from './judging/data/migrations/1700000050400-monitor.js';
import { Unlocking1700000050300 } from './judging/data/migrations/1700000050300-unlocking.js';
import { Round } from './judging/data/round.entity.js';
import { PrivateMarks1700000050600 } from './judging/data/migrations/1700000050600-private-marks.js';
import { PrivateMark } from './judging/data/private-mark.entity.js';
import { Opinion, Score, ScoreSheet } from './judging/data/sheet.entity.js';
import { MaterialProblem } from './judging/data/material-problem.entity.js';
import { Spread1700000050900 } from './judging/data/migrations/1700000050900-spread.js';
import { SecondLook, SpreadCase, SpreadFigures } from './judging/data/spread.entities.js';
import { Unlock } from './judging/data/unlock.entity.js';
import { Letter } from './notifications/data/letter.entity.js';
import { Notifications1700000080000 } from './notifications/data/migrations/1700000080000-notifications.js';
import type { Schema } from './platform/database/data-source.js';
import { Platform1700000000000 } from './platform/database/migrations/1700000000000-platform.js';
import { OutboxMessage } from './platform/outbox/outbox-message.entity.js';
import { Programmes1700000030000 } from './programmes/data/migrations/1700000030000-programmes.js';
import { CategoriesOfDrafts1700000030200 } from './programmes/data/migrations/1700000030200-categories-of-drafts.js';
import { RuleChanges1700000030100 } from './programmes/data/migrations/1700000030100-rule-changes.js';
import { Category, Programme, QuotaPlaces } from './programmes/data/programmes.entities.js';
import { RuleChange } from './programmes/data/rule-change.entity.js';
import { Tally1700000060000 } from './tally/data/migrations/1700000060000-tally.js';
import {
  CategoryResult,
  EntryResult,
  Selection,
  TallyRun,
  Verification,
} from './tally/data/tally.entities.js';

/** Every table of the house: what the entities read and what the migrations make, floor by floor. */
export const schema: Schema = {
  entities: [
    OutboxMessage,
    AuditLine,
    AuditSeal,
    Organisation,
    Person,
    RoleGrant,
    Programme,
    Category,
    QuotaPlaces,
    RuleChange,
    Entry,
    EntryField,
    Remark,
    Submission,
    Attachment,
    AttachmentPart,
    ListLock,
    FileText,
    ListSheet,
    LocalPublicityRecord,
    CheckMarkRow,
    BlindCopy,
    Judge,
    Conflict,
    ListedEntry,
    Round,
    AssignmentRun,
    AssignmentResult,
    ScoreSheet,
    Score,
    Opinion,
    Unlock,
    SpreadCase,
    SpreadFigures,
    SecondLook,
    MaterialProblem,
    PrivateMark,
    Expert,
    TallyRun,
    CategoryResult,
    EntryResult,
    Verification,
    Selection,
    Release,
    Letter,
  ],
  migrations: [
    Platform1700000000000,
    Audit1700000010000,
    Identity1700000020000,
    PeopleBelow1700000020100,
    Programmes1700000030000,
    RuleChanges1700000030100,
    CategoriesOfDrafts1700000030200,
    Entries1700000040000,
    FileTexts1700000040300,
    Likeness1700000040310,
    ListSheets1700000040400,
    FormalCheck1700000040500,
    UnitDecisions1700000040510,
    Arrivals1700000040800,
    FieldHistory1700000040820,
    Judging1700000050000,
    Experts1700000050100,
    AssignAnew1700000050200,
    ConflictRegister1700000050500,
    Unlocking1700000050300,
    Monitor1700000050400,
    AssignmentRuns1700000050700,
    MaterialProblems1700000050800,
    PrivateMarks1700000050600,
    Spread1700000050900,
    Tally1700000060000,
    Announcement1700000070000,
    Notifications1700000080000,
  ],
};
