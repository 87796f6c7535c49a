import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RunState } from '../rules/run-states.js';
import type { OpenTie } from '../rules/verification.js';

/** One computation of a programme's results. Its id is that of the outbox row that asked for it. */
@Entity({ schema: 'tally', name: 'run' })
export class TallyRun {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  /** From 1 within the programme. */
  @Column('int') number: number;
  @Column('text') state: RunState;
  @Column('text', { name: 'rule_version' }) ruleVersion: string;
  /** Canonical text over all categories; null while computing. */
  @Column('text', { name: 'input_text', nullable: true }) inputText: string | null;
  @Column('text', { name: 'input_hash', nullable: true }) inputHash: string | null;
  @Column('text', { name: 'output_text', nullable: true }) outputText: string | null;
  @Column('text', { name: 'output_hash', nullable: true }) outputHash: string | null;
  @Column('jsonb') unresolved: OpenTie[];
  @Column('timestamptz', { name: 'started_at' }) startedAt: Date;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt: Date | null;
}

/** What a run computed for a category, to the byte. */
@Entity({ schema: 'tally', name: 'category_result' })
export class CategoryResult {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'category_id' }) categoryId: string;
  @Column('text', { name: 'input_text' }) inputText: string;
  @Column('text', { name: 'input_hash' }) inputHash: string;
  @Column('text', { name: 'output_text' }) outputText: string;
  @Column('text', { name: 'output_hash' }) outputHash: string;
}

/** An entry's place in a run; the case numbers of the texts mapped back to ids. */
@Entity({ schema: 'tally', name: 'entry_result' })
export class EntryResult {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'category_id' }) categoryId: string;
  @Column('int') rank: number;
  /** Two decimals, such as `86.33`. */
  @Column('numeric') score: string;
  /** The award tier's code; null when not selected. */
  @Column('text', { nullable: true }) tier: string | null;
}

/** One person's word on a run. */
@Entity({ schema: 'tally', name: 'verification' })
export class Verification {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @PrimaryColumn('text') decision: 'confirm' | 'reject';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
}

/** What two people confirmed: the list that is announced. */
@Entity({ schema: 'tally', name: 'selection' })
export class Selection {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'category_id' }) categoryId: string;
  @Column('int') rank: number;
  @Column('text') tier: string;
  @Column('text') score: string;
}
