import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import { identityOf } from '../rules/entry-identity.js';
import type { Entry } from './entries.entities.js';
import { FieldData } from './field-data.js';

export type Contributors = {
  readonly personIds: readonly string[];
  readonly names: readonly string[];
};

const noPlaces = { unitName: '', countyName: '', prefectureName: '' };

/** Who made entries: the accounts that entered them and the people whom their forms name. */
@Injectable()
export class ContributorsData {
  constructor(private readonly fields: FieldData) {}

  /** By entry id. */
  async of(
    tx: Tx,
    { config }: ProgrammeFacts,
    entries: readonly Pick<Entry, 'id' | 'createdBy'>[],
  ): Promise<Map<string, Contributors>> {
    const written = await this.fields.ofEntries(
      tx,
      entries.map(({ id }) => id),
    );
    return new Map(
      entries.map(({ id, createdBy }) => {
        const fields = written.get(id) ?? [];
        const values = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
        const { people } = identityOf(noPlaces, config.fields, values);
        return [id, { personIds: [createdBy], names: [...new Set(people)] }];
      }),
    );
  }
}
