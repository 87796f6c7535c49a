import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SpreadState } from '../rules/spread.js';

/** An entry whose judges are far apart. Never the figures. */
@Entity({ schema: 'judging', name: 'spread_case' })
export class SpreadCase {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'category_id' }) categoryId: string;
  @Column('text') state: SpreadState;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  /** Until when its judges may look again. */
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('uuid', { name: 'extra_sheet_id', nullable: true }) extraSheetId: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}

/** Hundredths; totals in ascending order, the extra judge's apart. */
@Entity({ schema: 'judging', name: 'spread_figures' })
export class SpreadFigures {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @Column('int', { name: 'first_totals', array: true }) firstTotals: number[];
  @Column('int', { array: true }) totals: number[];
  @Column('int', { name: 'extra_total', nullable: true }) extraTotal: number | null;
  /** The final value as a sum of totals over their number. */
  @Column('int', { name: 'settled_sum', nullable: true }) settledSum: number | null;
  @Column('int', { name: 'settled_count', nullable: true }) settledCount: number | null;
}

/** `lapsed` where nobody answered in time: the score stays, as if kept. */
export type LookState = 'asked' | 'kept' | 'changed' | 'lapsed';

/** That a judge be asked to look at an entry again. */
@Entity({ schema: 'judging', name: 'second_look' })
export class SecondLook {
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') state: LookState;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}
