import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bytes } from './entries.entities.js';
import type { SheetContent } from '../rules/list-sheet.js';

/** A recommendation sheet 汇总表 as it was printed, and the scan of it with the stamp. */
@Entity({ schema: 'entries', name: 'list_sheet' })
export class ListSheet {
  @PrimaryColumn('uuid', { name: 'programme_id' }) programmeId: string;
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId: string;
  /** From 1 within the list. */
  @PrimaryColumn('int') number: number;
  /** SHA-256 of `content`. */
  @Column('text') fingerprint: string;
  @Column('jsonb') content: SheetContent;
  @Column('timestamptz', { name: 'generated_at' }) generatedAt: Date;
  @Column('uuid', { name: 'generated_by', nullable: true }) generatedBy: string | null;
  @Column('text', { name: 'scan_key', nullable: true }) scanKey: string | null;
  @Column('text', { name: 'scan_name', nullable: true }) scanName: string | null;
  @Column('text', { name: 'scan_media_type', nullable: true }) scanMediaType: string | null;
  @Column('bigint', { name: 'scan_size', nullable: true, transformer: bytes })
  scanSize: number | null;
  @Column('text', { name: 'scan_sha256', nullable: true }) scanSha256: string | null;
  @Column('timestamptz', { name: 'scanned_at', nullable: true }) scannedAt: Date | null;
  @Column('uuid', { name: 'scanned_by', nullable: true }) scannedBy: string | null;
}

/** Where and when a unit made its list known before it handed it up, and what came of it. */
@Entity({ schema: 'entries', name: 'local_publicity' })
export class LocalPublicityRecord {
  @PrimaryColumn('uuid', { name: 'programme_id' }) programmeId: string;
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId: string;
  @Column('text') place: string;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  @Column('date', { name: 'ends_on' }) endsOn: string;
  @Column('int') objections: number;
  @Column('text') outcome: string;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy: string | null;
}
