import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Payload } from '../../platform/pure/payload.js';
import type { LetterKind } from '../rules/letters.js';

export type LetterState = 'pending' | 'sent' | 'failed';

/** One letter for one event, person and kind. Its words are made when it is sent, not before. */
@Entity({ schema: 'notifications', name: 'letter' })
export class Letter {
  @PrimaryColumn('uuid') id: string;
  /** The outbox row of what the letter tells of. */
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') kind: LetterKind;
  @Column('uuid', { name: 'programme_id', nullable: true }) programmeId: string | null;
  /** Ids only: of what it tells, and of the role in which the person is told. */
  @Column('jsonb') params: Payload;
  @Column('text') state: LetterState;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}
