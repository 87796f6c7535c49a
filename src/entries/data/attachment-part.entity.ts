import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bytes } from './entries.entities.js';

/** A piece of a file in quarantine; together, in order, they are what was sent. */
@Entity({ schema: 'entries', name: 'attachment_part' })
export class AttachmentPart {
  @PrimaryColumn('uuid', { name: 'attachment_id' }) attachmentId: string;
  /** Its first byte, counted from 0 in the whole file. */
  @PrimaryColumn('bigint', { name: 'starts_at', transformer: bytes }) startsAt: number;
  @Column('bigint', { transformer: bytes }) size: number;
  @Column('text', { name: 'storage_key' }) storageKey: string;
}
