import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a file says: its text as judges would read it, and what the original says of itself. */
@Entity({ schema: 'entries', name: 'file_text' })
export class FileText {
  @PrimaryColumn('uuid', { name: 'attachment_id' }) attachmentId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('text') text: string;
  @Column('jsonb') properties: Readonly<Record<string, string>>;
  @Column('timestamptz', { name: 'read_at' }) readAt: Date;
}
