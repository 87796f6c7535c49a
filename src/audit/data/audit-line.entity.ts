import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Payload } from '../../platform/pure/payload.js';

/** Who did what, when, in which role. Written in the transaction that did it. */
@Entity({ schema: 'audit', name: 'line' })
export class AuditLine {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('text') role: string;
  @Column('text') event: string;
  @Column('jsonb') payload: Payload;
}

/** A line's place in the chain; each hash covers the line and the hash before it. */
@Entity({ schema: 'audit', name: 'seal' })
export class AuditSeal {
  @PrimaryColumn('bigint') position: string;
  @Column('uuid', { name: 'line_id', unique: true }) lineId: string;
  @Column('text') hash: string;
}
