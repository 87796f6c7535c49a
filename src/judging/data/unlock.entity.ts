import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnlockState } from '../rules/unlocking.js';

/** That a signed sheet be opened again, for a reason: asked by one person, decided by another. */
@Entity({ schema: 'judging', name: 'unlock' })
export class Unlock {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'judge_id' }) judgeId: string;
  @Column('text', { name: 'judge_code' }) judgeCode: string;
  @Column('text') reason: string;
  @Column('text') state: UnlockState;
  @Column('int') version: number;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
