import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Payload } from '../pure/payload.js';

/** News that left a transaction, and the queues that have not yet finished with it. */
@Entity({ schema: 'platform', name: 'outbox' })
export class OutboxMessage {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('jsonb') payload: Payload;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { array: true }) pending: string[];
  @Column('timestamptz', { name: 'added_at', nullable: true }) addedAt: Date | null;
  @Column('timestamptz', { name: 'failed_at', nullable: true }) failedAt: Date | null;
  @Column('text', { nullable: true }) failure: string | null;
}
