import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { countWords } from '../../platform/pure/count-words.js';
import { Refused } from '../../platform/refusal/refused.js';
import { EntryData } from '../data/entry-data.js';
import { type FieldVersion, FieldVersionData } from '../data/field-version-data.js';
import { fieldText } from '../rules/field-text.js';
import { isWriter } from '../rules/submission.js';

export type { FieldVersion };

export type ListedVersion = FieldVersion & {
  /** Who wrote it; empty for the house. */
  readonly by: string;
  readonly words: number;
};

@Injectable()
export class ShowFieldHistory {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly versions: FieldVersionData,
    private readonly identity: Identity,
  ) {}

  /** What was kept of a field's versions, the newest first. For those who write the entry. */
  list(actor: Actor, entryId: string, key: string): Promise<ListedVersion[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.#demandWriter(tx, entryId);
      const versions = await this.versions.list(tx, entryId, key);
      const people = await this.identity.people(
        tx,
        versions.flatMap(({ byId }) => byId ?? []),
      );
      return versions.map((version) => ({
        ...version,
        by: people.get(version.byId ?? '')?.name ?? '',
        words: countWords(fieldText(version.value)),
      }));
    });
  }

  /** One of them with its value. @throws Refused entries.not-found */
  one(actor: Actor, entryId: string, key: string, version: number): Promise<FieldVersion> {
    return this.database.transaction(actor, async (tx) => {
      await this.#demandWriter(tx, entryId);
      return this.versions.one(tx, entryId, key, version);
    });
  }

  /** What is not one's own is as if it were not there. */
  async #demandWriter(tx: Tx, entryId: string): Promise<void> {
    const entry = await this.entries.find(tx, entryId);
    if (!isWriter(tx.actor.organisationId, entry)) throw new Refused('entries.not-found');
  }
}
