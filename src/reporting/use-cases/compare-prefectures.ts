import { Injectable } from '@nestjs/common';
import { Identity, type OrganisationFacts } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { UnitFiguresData, type UnitFigures } from '../data/unit-figures.js';

export type UnitRow = UnitFigures & {
  readonly unit: OrganisationFacts;
  /** Places of all categories together. */
  readonly places: number;
};

export type Comparison = { readonly programmeName: string; readonly rows: readonly UnitRow[] };

@Injectable()
export class ComparePrefectures {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly figures: UnitFiguresData,
  ) {}

  /** Every recommending unit in the order of administrative codes, those without entries too. */
  run(actor: Actor, programmeId: string): Promise<Comparison> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const figures = await this.figures.ofProgramme(tx, programmeId);
      const quotas = await this.programmes.quotas(tx, programmeId);
      const units = await this.identity.recommendingUnits(tx);
      const rows = units.map((unit) => ({
        ...(figures.get(unit.id) ?? nothing(unit.id)),
        unit,
        places: quotas
          .filter(({ unitId }) => unitId === unit.id)
          .reduce((sum, { places }) => sum + places, 0),
      }));
      return { programmeName: programme.name, rows };
    });
  }
}

const nothing = (unitId: string): UnitFigures => ({
  unitId,
  recommended: 0,
  accepted: 0,
  selected: 0,
  meanScore: null,
});
