import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticePeriod } from '../../platform/pure/working-days.js';
import type { ReleaseKind } from '../rules/page-words.js';
import type { ReleaseContent } from '../rules/release-content.js';

/** A list that was shown to the public, as it was on that day. */
@Entity({ schema: 'announcement', name: 'release' })
export class Release {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'programme_id' }) programmeId: string;
  /** The programme's part of the public address. */
  @Column('text') slug: string;
  @Column('text') kind: ReleaseKind;
  /** From 1 within the programme and kind. */
  @Column('int') number: number;
  /** First and last day of the public notice, in Beijing; a final release repeats its notice's. */
  @Column('date', { name: 'starts_on' }) startsOn: string;
  @Column('date', { name: 'ends_on' }) endsOn: string;
  /** The instant at which the last day ends in Beijing. */
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('text') unit: NoticePeriod['unit'];
  @Column('int') amount: number;
  @Column('boolean', { name: 'count_first_day' }) countFirstDay: boolean;
  @Column('text') contact: string;
  @Column('jsonb') content: ReleaseContent;
  /** SHA-256 (hex) of the content's canonical text. */
  @Column('text') fingerprint: string;
  @Column('uuid', { name: 'released_by' }) releasedBy: string;
  @Column('timestamptz', { name: 'released_at' }) releasedAt: Date;
  /** Where the page lies in the file store, once a job has written it. */
  @Column('text', { name: 'page_key', nullable: true }) pageKey: string | null;
  @Column('timestamptz', { name: 'written_at', nullable: true }) writtenAt: Date | null;
}
