import { Injectable } from '@nestjs/common';
import { Announcement } from '../../announcement/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { type Reader, ReleaseReaders } from './release-readers.js';
import { WriteLetters } from './write-letters.js';

@Injectable()
export class TellOfRelease {
  constructor(
    private readonly database: Database,
    private readonly announcement: Announcement,
    private readonly readers: ReleaseReaders,
    private readonly writeLetters: WriteLetters,
  ) {}

  /** Tells whom it concerns of a public notice or of the results. */
  run(eventId: string, releaseId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { programmeId, kind } = await this.announcement.release(tx, releaseId);
      const isNotice = kind === 'notice';
      const readers = isNotice
        ? await this.readers.ofNotice(tx, programmeId)
        : await this.readers.ofResults(tx, programmeId);
      const letters = oncePerPerson(readers).map(({ personId, params }) => ({
        personId,
        kind: isNotice ? ('notice-released' as const) : ('results-released' as const),
        programmeId,
        params: { ...params, releaseId },
      }));
      await this.writeLetters.run(tx, eventId, letters);
    });
  }
}

/** However many reasons there are to tell a person, the first counts. */
const oncePerPerson = (readers: readonly Reader[]): Reader[] => [
  ...new Map(readers.toReversed().map((reader) => [reader.personId, reader])).values(),
];
