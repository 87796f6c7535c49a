import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Organisation } from '../data/identity.entities.js';
import type { OrganisationKind } from '../rules/roles.js';

export type OrganisationRow = {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: OrganisationKind;
  readonly parentCode?: string;
  readonly validFrom?: string;
};

@Injectable()
export class ImportOrganisations {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /**
   * Adds organisations, parents before children; a code that exists already is left as it is.
   * @returns how many were added
   * @throws Refused identity.parent-missing
   */
  run(actor: Actor, rows: readonly OrganisationRow[]): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      const known = new Map((await tx.manager.find(Organisation)).map((row) => [row.code, row]));
      const added = rows.filter((row) => !known.has(row.code)).map((row) => place(row, known));
      for (let at = 0; at < added.length; at += 500)
        await tx.manager.insert(Organisation, added.slice(at, at + 500));
      await this.#record(tx, added.length);
      return added.length;
    });
  }

  async #record(tx: Tx, added: number): Promise<void> {
    if (added > 0) await this.events.record(tx, 'identity.organisations-imported', { added });
  }
}

/** Finds an organisation's place in the tree and remembers it for its children. */
function place(row: OrganisationRow, known: Map<string, Organisation>): Organisation {
  const parent = row.parentCode === undefined ? undefined : known.get(row.parentCode);
  if (parent === undefined && row.kind !== 'province')
    throw new Refused('identity.parent-missing', {
      code: row.code,
      parentCode: row.parentCode ?? '',
    });
  const id = randomUUID();
  const recommends = row.kind === 'prefecture' || row.kind === 'province-direct';
  const organisation: Organisation = {
    id,
    code: row.code,
    name: row.name,
    shortName: row.shortName ?? row.name,
    kind: row.kind,
    parentId: parent?.id ?? null,
    prefectureId: recommends ? id : (parent?.prefectureId ?? null),
    countyId: row.kind === 'county' ? id : (parent?.countyId ?? null),
    validFrom: row.validFrom ?? '1949-10-01',
    validTo: null,
  };
  known.set(row.code, organisation);
  return organisation;
}
