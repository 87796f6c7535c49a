import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssignmentProblem, Pair } from '../rules/assignment-shapes.js';
import type { Computed } from '../rules/compute-assignment.js';
import type { RunSettings } from '../rules/round-problem.js';
import type { RunKind, RunState } from '../rules/run-states.js';

/** Why a run has no result: what the rules answer, or that its computation broke off. */
export type RunFailure =
  Extract<Computed, { readonly ok: false }> | { readonly ok: false; readonly code: 'broken-off' };

/** One computation of who scores what, with all that is needed to repeat it. */
@Entity({ schema: 'judging', name: 'assignment_run' })
export class AssignmentRun {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  /** From 1 within the round. */
  @Column('int') number: number;
  @Column('text') kind: RunKind;
  @Column('text') state: RunState;
  @Column('text') seed: string;
  @Column('jsonb') settings: RunSettings;
  /** Of the computation, how many steps of how many are done. */
  @Column('int', { name: 'steps_done' }) stepsDone: number;
  @Column('int', { name: 'steps_all' }) stepsAll: number;
  /** SHA-256 (hex) of what went in and what came out; null until then. */
  @Column('text', { name: 'input_hash', nullable: true }) inputHash: string | null;
  @Column('text', { name: 'pairs_hash', nullable: true }) pairsHash: string | null;
  @Column('int', { name: 'pair_count', nullable: true }) pairCount: number | null;
  @Column('int', { name: 'load_min', nullable: true }) loadMin: number | null;
  @Column('int', { name: 'load_max', nullable: true }) loadMax: number | null;
  @Column('jsonb', { nullable: true }) failure: RunFailure | null;
  /** When it was asked for. */
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) by: string | null;
  @Column('timestamptz', { name: 'computed_at', nullable: true }) computedAt: Date | null;
  @Column('timestamptz', { name: 'deployed_at', nullable: true }) deployedAt: Date | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
  /** The run that took its place. */
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: string | null;
}

/** What went into a run and what came out; apart from the run, so that lists stay light. */
@Entity({ schema: 'judging', name: 'assignment_result' })
export class AssignmentResult {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @Column('jsonb') problem: AssignmentProblem;
  @Column('jsonb', { nullable: true }) pairs: readonly Pair[] | null;
  /** What proves the pairs the best. */
  @Column('jsonb', { nullable: true }) prices: Readonly<Record<string, number>> | null;
  /** What stood when the run was deployed. */
  @Column('jsonb', { nullable: true }) before: readonly Pair[] | null;
}
