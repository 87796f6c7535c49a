import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoundState } from '../rules/states.js';

/** One reading of all entries of a programme, each by `perEntry` judges. */
@Entity({ schema: 'judging', name: 'round' })
export class Round {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  /** From 1. */
  @Column('int') position: number;
  @Column('text') name: string;
  @Column('text') state: RoundState;
  @Column('int', { name: 'per_entry' }) perEntry: number;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  /** When judges must be done: the programme's window, or later after an extension. */
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
}
