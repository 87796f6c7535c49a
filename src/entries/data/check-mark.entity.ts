import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckCode, CheckVerdict } from '../rules/check-items.js';

/** What an officer of the formal check found on one item of its list. */
@Entity({ schema: 'entries', name: 'check_mark' })
export class CheckMarkRow {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @PrimaryColumn('text') item: CheckCode;
  @Column('text') verdict: CheckVerdict;
  /** Why; empty where nothing needs to be said. */
  @Column('text') note: string;
  @Column('int') version: number;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('timestamptz') at: Date;
}
