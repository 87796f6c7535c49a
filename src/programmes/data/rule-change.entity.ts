import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeState, StoredRules } from '../rules/rule-change.js';

/** A change of the rules of an open selection: proposed by one person, decided by another. */
@Entity({ schema: 'programmes', name: 'rule_change' })
export class RuleChange {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('text') state: ChangeState;
  @Column('text') reason: string;
  @Column('jsonb') before: StoredRules;
  @Column('jsonb') after: StoredRules;
  /** The revision it changes; a confirmed change makes the next one. */
  @Column('int', { name: 'base_revision' }) baseRevision: number;
  @Column('text', { name: 'base_fingerprint' }) baseFingerprint: string;
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  /** Why it was rejected. */
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason: string | null;
  /** SHA-256 of `text`; null unless confirmed. */
  @Column('text', { nullable: true }) fingerprint: string | null;
  /** The frozen text of the rules before; null unless confirmed. */
  @Column('text', { name: 'base_text', nullable: true }) baseText: string | null;
  /** The frozen text of the rules it made; null unless confirmed. */
  @Column('text', { nullable: true }) text: string | null;
}
