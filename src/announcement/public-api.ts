import type { Tx } from '../platform/database/tx.js';

/** A list that was shown to the public. Dates are `YYYY-MM-DD` in Beijing. */
export type ReleaseFacts = {
  readonly id: string;
  readonly programmeId: string;
  /** The programme's part of the public address `/p/<slug>/…`. */
  readonly slug: string;
  readonly kind: 'notice' | 'final';
  readonly startsOn: string;
  readonly endsOn: string;
};

/** What other modules may ask of announcement. */
export abstract class Announcement {
  /** @throws Refused announcement.not-found */
  abstract release(tx: Tx, releaseId: string): Promise<ReleaseFacts>;
}
