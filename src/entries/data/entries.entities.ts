import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BlindCopy as BlindCopyFacts } from '../public-api.js';
import type { EntryState } from '../rules/entry-states.js';
import type { FieldValue } from '../rules/form.js';
import type { AttachmentState } from '../rules/file-states.js';
import type { HandedIn } from '../rules/handed-in.js';

/** Bytes are read as numbers: no file of ours comes near 2^53. */
export const bytes = {
  to: (value: number | null): number | null => value,
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
};

/** What one unit hands in. */
@Entity({ schema: 'entries', name: 'entry' })
export class Entry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('uuid', { name: 'category_id' }) categoryId: string;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  @Column('uuid', { name: 'county_id', nullable: true }) countyId: string | null;
  /** The recommending unit, 市州 or 省直. */
  @Column('uuid', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') title: string;
  @Column('text') state: EntryState;
  @Column('int') version: number;
  /** The recommending unit's order within the category, from 1. */
  @Column('int', { nullable: true }) rank: number | null;
  @Column('text', { name: 'receipt_no', nullable: true }) receiptNo: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('text', { name: 'case_no', nullable: true }) caseNo: string | null;
  @Column('text', { name: 'blind_code', nullable: true }) blindCode: string | null;
  @Column('text', { name: 'rejected_reason', nullable: true }) rejectedReason: string | null;
  @Column('text', { name: 'rejected_note', nullable: true }) rejectedNote: string | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
  /** Why the recommending unit does not recommend it; null unless it is declined. */
  @Column('text', { name: 'declined_reason', nullable: true }) declinedReason: string | null;
  /** Until when the recommending unit waits for a correction; null: as long as it recommends. */
  @Column('timestamptz', { name: 'return_due_at', nullable: true }) returnDueAt: Date | null;
  /** Until when the province waits for a correction; null unless it does. */
  @Column('timestamptz', { name: 'correction_due_at', nullable: true })
  correctionDueAt: Date | null;
  /** When the last correction came. */
  @Column('timestamptz', { name: 'corrected_at', nullable: true }) correctedAt: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

/** One answer of the form. It has its own version, so that two windows clash only on one field. */
@Entity({ schema: 'entries', name: 'entry_field' })
export class EntryField {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @PrimaryColumn('text') key: string;
  @Column('jsonb') value: FieldValue;
  @Column('int') version: number;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

/** What a recommending unit asks to be corrected. */
@Entity({ schema: 'entries', name: 'remark' })
export class Remark {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  /** The order in which they were written, from 1. */
  @Column('int') position: number;
  /** A field's or an attachment rule's key, or `title`; null for the entry as a whole. */
  @Column('text', { name: 'field_key', nullable: true }) fieldKey: string | null;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt: Date | null;
}

/** A file of an entry: the original for the unit and its officers, the derivative for judges. */
@Entity({ schema: 'entries', name: 'attachment' })
export class Attachment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('text', { name: 'rule_key' }) ruleKey: string;
  @Column('int') position: number;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text', { name: 'media_type' }) mediaType: string;
  @Column('bigint', { transformer: bytes }) size: number;
  /** Of them, bytes that have come; those of a finished file all have. */
  @Column('bigint', { transformer: bytes }) received: number;
  /** Empty until the whole file was read once. */
  @Column('text') sha256: string;
  @Column('text', { name: 'storage_key' }) storageKey: string;
  @Column('text', { name: 'derivative_key', nullable: true }) derivativeKey: string | null;
  @Column('bigint', { name: 'derivative_size', nullable: true, transformer: bytes })
  derivativeSize: number | null;
  @Column('text', { name: 'derivative_media_type', nullable: true })
  derivativeMediaType: string | null;
  @Column('text') state: AttachmentState;
  /** When an arriving file is given up; each part that comes moves it on. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  /** Not to be checked before; null for at once. */
  @Column('timestamptz', { name: 'check_after', nullable: true }) checkAfter: Date | null;
  @Column('int', { name: 'check_tries' }) checkTries: number;
  /** Whether a scanner for viruses has seen it; null until it was checked. */
  @Column('text', { nullable: true }) scan: 'clean' | 'not-scanned' | null;
  /** Why it was refused, why its check waits, or why no copy for judges could be made of it. */
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy: string | null;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}

/** A unit's list, final unless the province opens it again: what it recommends, in its order. */
@Entity({ schema: 'entries', name: 'list_lock' })
export class ListLock {
  @PrimaryColumn('uuid', { name: 'programme_id' }) programmeId: string;
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId: string;
  @PrimaryColumn('timestamptz', { name: 'locked_at' }) lockedAt: Date;
  @Column('uuid', { name: 'locked_by', nullable: true }) lockedBy: string | null;
  /** SHA-256 of the canonical list. */
  @Column('text') fingerprint: string;
  /** When the province opened it again; null while it holds. */
  @Column('timestamptz', { name: 'unlocked_at', nullable: true }) unlockedAt: Date | null;
  @Column('uuid', { name: 'unlocked_by', nullable: true }) unlockedBy: string | null;
  @Column('text', { name: 'unlocked_reason', nullable: true }) unlockedReason: string | null;
}

/** What an entry held when it was handed in, kept as it was. */
@Entity({ schema: 'entries', name: 'submission' })
export class Submission {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  /** From 1 within the entry. */
  @PrimaryColumn('int') number: number;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('jsonb') content: HandedIn;
}

/** A file of a blind copy, with where its bytes lie. */
export type StoredBlindFile = BlindCopyFacts['files'][number] & { readonly storageKey: string };

/** What judges read, frozen when the judging is prepared. */
@Entity({ schema: 'entries', name: 'blind_copy' })
export class BlindCopy {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @Column('text', { name: 'blind_code' }) blindCode: string;
  @Column('text') title: string;
  @Column('text') abstract: string;
  @Column('jsonb') sections: BlindCopyFacts['sections'];
  @Column('jsonb') files: StoredBlindFile[];
  @Column('timestamptz', { name: 'written_at' }) writtenAt: Date;
}
