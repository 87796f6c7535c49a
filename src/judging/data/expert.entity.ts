import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExpertFields } from '../rules/expert-plan.js';
import type { ExpertKind, ExpertState } from '../rules/experts.js';

/** Somebody who may be asked to judge. Personal data: only those who run selections read it. */
@Entity({ schema: 'judging', name: 'expert' })
export class Expert {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) gender: ExpertFields['gender'];
  @Column('int', { name: 'birth_year', nullable: true }) birthYear: number | null;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  /** Null for someone from a provincial body: they belong to no prefecture. */
  @Column('uuid', { name: 'prefecture_id', nullable: true }) prefectureId: string | null;
  @Column('text') workplace: string;
  @Column('text') kind: ExpertKind;
  @Column('text') title: string;
  @Column('text') post: string;
  @Column('text') political: string;
  @Column('text', { array: true }) expertise: string[];
  /** Codes of the categories they may judge; none: all. */
  @Column('text', { array: true }) categories: string[];
  @Column('int', { nullable: true }) years: number | null;
  @Column('text') honours: string;
  @Column('text') recommender: string;
  @Column('text') phone: string;
  @Column('text') email: string;
  @Column('text') state: ExpertState;
  /** Why they are paused or removed. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
