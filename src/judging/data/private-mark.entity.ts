import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a judge notes for themselves on a sheet. Nobody else ever reads, counts or exports it. */
@Entity({ schema: 'judging', name: 'private_mark' })
export class PrivateMark {
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId: string;
  /** To be scored later. */
  @Column('boolean') flagged: boolean;
  @Column('text') note: string;
  @Column('int', { name: 'note_version' }) noteVersion: number;
}
