import { Inject, Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import { holidayTable } from '../../platform/calendar/chinese-days-table.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowsOf } from '../data/programmes-data.js';
import { health, type HealthFacts, type HealthItem } from '../rules/health.js';
import type { Programme } from '../data/programmes.entities.js';
import { changeable } from '../rules/settings.js';

/** What is in order and what is not before a draft is opened. */
@Injectable()
export class CheckHealth {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly identity: Identity,
    @Inject(CONFIG) private readonly surroundings: Config,
  ) {}

  /** @throws Refused programmes.not-found, wrong-state when it is open already */
  run(actor: Actor, programmeId: string): Promise<HealthItem[]> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.visible(tx, programmeId);
      must('programmes', changeable(programme.state));
      return health(await this.#facts(tx, programme), tx.now);
    });
  }

  async #facts(tx: Tx, programme: Programme): Promise<HealthFacts> {
    const units = await this.identity.recommendingUnits(tx);
    const ids = units.map(({ id }) => id);
    const officers = await this.identity.holders(tx, 'prefecture-officer', ids);
    const quotas = await this.programmes.quotas(tx, programme.id);
    return {
      config: programme.config,
      windows: windowsOf(programme),
      places: quotas.reduce((sum, { places }) => sum + places, 0),
      categories: await this.programmes.categories(tx, programme.id),
      units: units.map(({ id, shortName }) => ({ id, name: shortName })),
      quotas,
      staffedUnitIds: new Set(officers.map(({ organisationId }) => organisationId)),
      hasMail: this.surroundings.smtpUrl !== undefined,
      holidays: holidayTable(),
    };
  }
}
