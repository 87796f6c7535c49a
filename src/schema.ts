import { Announcement1700000070000 } from './announcement/data/migrations/1700000070000-announcement.js';
import { Release } from './announcement/data/release.entity.js';
import { AuditLine, AuditSeal } from './audit/data/audit-line.entity.js';
import { Audit1700000010000 } from './audit/data/migrations/1700000010000-audit.js';
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
import { UnitDecisions1700000040510 } from './entries/data/migrations/1700000040510-unit-decisions.js';
import { Entries1700000040000 } from './entries/data/migrations/1700000040000-entries.js';
import { FormalCheck1700000040500 } from './entries/data/migrations/1700000040500-formal-check.js';
import { Organisation, Person, RoleGrant } from './identity/data/identity.entities.js';
import { Identity1700000020000 } from './identity/data/migrations/1700000020000-identity.js';
import { PeopleBelow1700000020100 } from './identity/data/migrations/1700000020100-people-below.js';
import { Conflict, Judge, ListedEntry } from './judging/data/judge.entity.js';
import { Judging1700000050000 } from './judging/data/migrations/1700000050000-judging.js';
import { AssignmentRun, Round } from './judging/data/round.entity.js';
import { Opinion, Score, ScoreSheet } from './judging/data/sheet.entity.js';
import { Letter } from './notifications/data/letter.entity.js';
import { Notifications1700000080000 } from './notifications/data/migrations/1700000080000-notifications.js';
import type { Schema } from './platform/database/data-source.js';
import { Platform1700000000000 } from './platform/database/migrations/1700000000000-platform.js';
import { OutboxMessage } from './platform/outbox/outbox-message.entity.js';
import { Programmes1700000030000 } from './programmes/data/migrations/1700000030000-programmes.js';
import { Category, Programme, QuotaPlaces } from './programmes/data/programmes.entities.js';
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
    Entry,
    EntryField,
    Remark,
    Submission,
    Attachment,
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
    ScoreSheet,
    Score,
    Opinion,
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
    Entries1700000040000,
    FileTexts1700000040300,
    Likeness1700000040310,
    ListSheets1700000040400,
    FormalCheck1700000040500,
    UnitDecisions1700000040510,
    Judging1700000050000,
    Tally1700000060000,
    Announcement1700000070000,
    Notifications1700000080000,
  ],
};
