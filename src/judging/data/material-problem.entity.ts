import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProblemKind, ProblemState } from '../rules/material-problems.js';

/** What a judge finds wrong with what they were given to read; settled by an answer. */
@Entity({ schema: 'judging', name: 'material_problem' })
export class MaterialProblem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'judge_code' }) judgeCode: string;
  @Column('text') kind: ProblemKind;
  @Column('text') note: string;
  @Column('text') state: ProblemState;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'reported_at' }) reportedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}
