import { Injectable } from '@nestjs/common';
import { Entries } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Judging } from '../../judging/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { Tally } from '../../tally/public-api.js';
import type { NewLetter } from '../data/letter-data.js';

/** A person, and the role in which they are told. */
export type Reader = Pick<NewLetter, 'personId' | 'params'>;

/** Whom a released list concerns. */
@Injectable()
export class ReleaseReaders {
  constructor(
    private readonly tally: Tally,
    private readonly entries: Entries,
    private readonly judging: Judging,
    private readonly identity: Identity,
  ) {}

  /** The recommending units, and whoever created an entry on the list. */
  async ofNotice(tx: Tx, programmeId: string): Promise<Reader[]> {
    const { entries } = await this.tally.selection(tx, programmeId);
    const ids = entries.map(({ entryId }) => entryId);
    const listed = await this.entries.facts(tx, ids);
    return [...(await this.#officers(tx)), ...[...listed.values()].map(creator)];
  }

  /** The recommending units, every unit that took part, and the judges. */
  async ofResults(tx: Tx, programmeId: string): Promise<Reader[]> {
    const reviewed = await this.entries.accepted(tx, programmeId);
    const judges = await this.judging.judgePersonIds(tx, programmeId);
    return [
      ...(await this.#officers(tx)),
      ...reviewed.map(creator),
      ...judges.map((personId) => ({ personId, params: { role: 'judge' } })),
    ];
  }

  async #officers(tx: Tx): Promise<Reader[]> {
    const units = await this.identity.recommendingUnits(tx);
    const role = 'prefecture-officer';
    const ids = units.map(({ id }) => id);
    return (await this.identity.holders(tx, role, ids)).map(({ personId, organisationId }) => ({
      personId,
      params: { role, organisationId },
    }));
  }
}

const creator = ({ createdBy }: { createdBy: string }): Reader => ({
  personId: createdBy,
  params: { role: 'submitter' },
});
