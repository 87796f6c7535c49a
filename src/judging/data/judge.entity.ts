import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConflictKind, ConflictSource, ConflictState } from '../rules/conflict-kinds.js';
import type { JudgeState } from '../rules/states.js';

/** A person asked to judge one category of one programme. */
@Entity({ schema: 'judging', name: 'judge' })
export class Judge {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'category_id' }) categoryId: string;
  @Column('uuid', { name: 'unit_id' }) unitId: string;
  /** Null for someone from a provincial body: they belong to no prefecture. */
  @Column('uuid', { name: 'prefecture_id', nullable: true }) prefectureId: string | null;
  /** The only name on ballots, such as `DY-07`. */
  @Column('text') code: string;
  @Column('text') state: JudgeState;
  /** Decides for the category where an extra judge does not help either. */
  @Column('boolean', { name: 'is_chair' }) isChair: boolean;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'invited_at' }) invitedAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
}

/** Why a judge must not score an entry. */
@Entity({ schema: 'judging', name: 'conflict' })
export class Conflict {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'judge_id' }) judgeId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('text') kind: ConflictKind;
  @Column('text') source: ConflictSource;
  @Column('text') state: ConflictState;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') at: Date;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  /** Why it was decided so. */
  @Column('text', { name: 'decision_note', nullable: true }) decisionNote: string | null;
}

/** Blind code and title of an entry that is to be judged: what judges declare conflicts against. */
@Entity({ schema: 'judging', name: 'listed_entry' })
export class ListedEntry {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('uuid', { name: 'category_id' }) categoryId: string;
  @Column('text', { name: 'blind_code' }) blindCode: string;
  @Column('text') title: string;
}
