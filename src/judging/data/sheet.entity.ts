import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recommendation } from '../rules/score.js';
import type { SheetState } from '../rules/states.js';

/** That a judge scores an entry in a round, and how far they are. Never the content. */
@Entity({ schema: 'judging', name: 'score_sheet' })
export class ScoreSheet {
  /** Random, so that its order is the judge's personal order of reading. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'judge_id' }) judgeId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') state: SheetState;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt: Date | null;
  @Column('text', { name: 'void_reason', nullable: true }) voidReason: string | null;
  /** A due time of its own, where it is later than the round's. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null;
  /** When its judge last wrote on it. */
  @Column('timestamptz', { name: 'touched_at', nullable: true }) touchedAt: Date | null;
  /** Since when it has every score and a recommendation; null while it has not. */
  @Column('timestamptz', { name: 'scored_at', nullable: true }) scoredAt: Date | null;
}

@Entity({ schema: 'judging', name: 'score' })
export class Score {
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId: string;
  @PrimaryColumn('text', { name: 'criterion_key' }) criterionKey: string;
  /** Hundredths; null is no score, never zero. */
  @Column('int', { nullable: true }) value: number | null;
  @Column('int') version: number;
}

/** Comment and recommendation, each with its own version, and the total once every criterion has a score. */
@Entity({ schema: 'judging', name: 'opinion' })
export class Opinion {
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId: string;
  @Column('text') comment: string;
  @Column('int', { name: 'comment_version' }) commentVersion: number;
  @Column('text', { nullable: true }) recommendation: Recommendation | null;
  @Column('int', { name: 'recommendation_version' }) recommendationVersion: number;
  /** Hundredths. */
  @Column('int', { nullable: true }) total: number | null;
}
