import { Injectable } from '@nestjs/common';
import { Announcement } from '../../announcement/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Judging } from '../../judging/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { Tally } from '../../tally/public-api.js';
import type { NewLetter } from '../data/letter-data.js';
import { WriteLetters } from './write-letters.js';

type Reader = Pick<NewLetter, 'personId' | 'params'>;

@Injectable()
export class TellOfRelease {
  constructor(
    private readonly database: Database,
    private readonly announcement: Announcement,
    private readonly tally: Tally,
    private readonly entries: Entries,
    private readonly judging: Judging,
    private readonly identity: Identity,
    private readonly writeLetters: WriteLetters,
  ) {}

  /** Tells the recommending units, and whoever created an entry on the list, of a public notice. */
  notice(eventId: string, releaseId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { programmeId } = await this.announcement.release(tx, releaseId);
      const { entries } = await this.tally.selection(tx, programmeId);
      const ids = entries.map(({ entryId }) => entryId);
      const listed = [...(await this.entries.facts(tx, ids)).values()];
      const readers = [...(await this.#officers(tx)), ...listed.map(creator)];
      const about = { kind: 'notice-released', programmeId, releaseId } as const;
      await this.writeLetters.run(tx, eventId, lettersTo(readers, about));
    });
  }

  /** Tells the recommending units, every unit that took part, and the judges of the results. */
  results(eventId: string, releaseId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { programmeId } = await this.announcement.release(tx, releaseId);
      const reviewed = await this.entries.accepted(tx, programmeId);
      const judges = await this.judging.judgePersonIds(tx, programmeId);
      const readers = [
        ...(await this.#officers(tx)),
        ...reviewed.map(creator),
        ...judges.map((personId) => ({ personId, params: { role: 'judge' } })),
      ];
      const about = { kind: 'results-released', programmeId, releaseId } as const;
      await this.writeLetters.run(tx, eventId, lettersTo(readers, about));
    });
  }

  async #officers(tx: Tx): Promise<Reader[]> {
    const units = await this.identity.recommendingUnits(tx);
    const role = 'prefecture-officer';
    const holders = await this.identity.holders(
      tx,
      role,
      units.map(({ id }) => id),
    );
    return holders.map(({ personId, organisationId }) => ({
      personId,
      params: { role, organisationId },
    }));
  }
}

const creator = ({ createdBy }: { createdBy: string }): Reader => ({
  personId: createdBy,
  params: { role: 'submitter' },
});

/** One letter a person, however many reasons there are to tell them. */
function lettersTo(
  readers: readonly Reader[],
  about: { kind: NewLetter['kind']; programmeId: string; releaseId: string },
): NewLetter[] {
  const { kind, programmeId, releaseId } = about;
  const byPerson = new Map(readers.toReversed().map((reader) => [reader.personId, reader]));
  return [...byPerson.values()].map(({ personId, params }) => ({
    personId,
    kind,
    programmeId,
    params: { ...params, releaseId },
  }));
}
