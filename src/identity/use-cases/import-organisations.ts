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
  const { code, name, shortName = name, kind, validFrom = founding } = row;
  const id = randomUUID();
  const own = { id, code, name, shortName, kind, validFrom, validTo: null };
  const organisation = { ...own, ...above(parentOf(row, known)), ...itselfIn(kind, id) };
  known.set(code, organisation);
  return organisation;
}

type Place = Pick<Organisation, 'parentId' | 'prefectureId' | 'countyId'>;

const above = (parent: Organisation | undefined): Place => ({
  parentId: parent?.id ?? null,
  prefectureId: parent?.prefectureId ?? null,
  countyId: parent?.countyId ?? null,
});

/** A recommending unit is its own prefecture, a county its own county. */
function itselfIn(kind: OrganisationKind, id: string): Partial<Place> {
  if (recommends(kind)) return { prefectureId: id };
  return kind === 'county' ? { countyId: id } : {};
}

/** From when an organisation counts that gives no day of its own. */
const founding = '1949-10-01';

const recommends = (kind: OrganisationKind): boolean =>
  kind === 'prefecture' || kind === 'province-direct';

/** @throws Refused identity.parent-missing; only the province stands without one */
function parentOf(
  { code, kind, parentCode = '' }: OrganisationRow,
  known: ReadonlyMap<string, Organisation>,
): Organisation | undefined {
  const parent = known.get(parentCode);
  if (parent === undefined && kind !== 'province')
    throw new Refused('identity.parent-missing', { code, parentCode });
  return parent;
}
