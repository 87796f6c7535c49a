import { Injectable } from '@nestjs/common';
import { Identity, type OrganisationFacts } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import type { CategoryFacts } from '../public-api.js';
import { ProgrammesData } from '../data/programmes-data.js';
import { seesAllPlaces } from '../rules/visibility.js';

export type QuotaTable = {
  readonly version: number;
  readonly units: readonly OrganisationFacts[];
  readonly categories: readonly CategoryFacts[];
  readonly quotas: readonly {
    readonly unitId: string;
    readonly categoryId: string;
    readonly places: number;
  }[];
};

/** The places of every unit for the province, of their own for everyone else. */
@Injectable()
export class ShowQuotas {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly identity: Identity,
  ) {}

  /** @throws Refused programmes.not-found */
  run(actor: Actor, programmeId: string): Promise<QuotaTable> {
    return this.database.transaction(actor, async (tx) => {
      const { version } = await this.programmes.visible(tx, programmeId);
      const units = await this.#units(tx);
      const categories = await this.programmes.categories(tx, programmeId);
      const ids = units.map(({ id }) => id);
      const quotas = await this.programmes.quotasOf(tx, programmeId, ids);
      return { version, units, categories, quotas };
    });
  }

  async #units(tx: Tx): Promise<OrganisationFacts[]> {
    const units = await this.identity.recommendingUnits(tx);
    const { role, organisationId } = tx.actor;
    if (seesAllPlaces(role)) return units;
    if (organisationId === null) return [];
    const { prefectureId } = await this.identity.organisation(tx, organisationId);
    return units.filter(({ id }) => id === prefectureId);
  }
}
