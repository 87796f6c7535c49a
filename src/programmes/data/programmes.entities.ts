import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SelectionConfig } from '../rules/config.js';
import type { ProgrammeState } from '../rules/programme-states.js';

/** One selection of one year. Its rules may change while it is a draft; at the opening they freeze. */
@Entity({ schema: 'programmes', name: 'programme' })
export class Programme {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('int') year: number;
  @Column('text') state: ProgrammeState;
  @Column('jsonb') config: SelectionConfig;
  @Column('int', { name: 'config_version' }) configVersion: number;
  /** SHA-256 over the frozen rules; null while a draft. */
  @Column('text', { name: 'rules_fingerprint', nullable: true }) rulesFingerprint: string | null;
  /** The opening is 1; each confirmed change makes the next. */
  @Column('int', { name: 'rules_revision' }) rulesRevision: number;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'submission_opens_at' }) submissionOpensAt: Date;
  @Column('timestamptz', { name: 'submission_closes_at' }) submissionClosesAt: Date;
  @Column('timestamptz', { name: 'recommendation_opens_at' }) recommendationOpensAt: Date;
  @Column('timestamptz', { name: 'recommendation_closes_at' }) recommendationClosesAt: Date;
  @Column('timestamptz', { name: 'judging_opens_at' }) judgingOpensAt: Date;
  @Column('timestamptz', { name: 'judging_closes_at' }) judgingClosesAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
}

@Entity({ schema: 'programmes', name: 'category' })
export class Category {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text', { name: 'rubric_key' }) rubricKey: string;
  /** From 1. */
  @Column('int') position: number;
}

/** A recommending unit's places in a category; no row means no place. */
@Entity({ schema: 'programmes', name: 'quota' })
export class QuotaPlaces {
  @PrimaryColumn('uuid', { name: 'programme_id' }) programmeId: string;
  @PrimaryColumn('uuid', { name: 'category_id' }) categoryId: string;
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId: string;
  @Column('int') places: number;
}
