import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData } from '../data/programmes-data.js';
import { type PlacedQuota, placeQuotas, type QuotaRow } from '../rules/quota-table.js';
import { changeable } from '../rules/settings.js';

/** Gives every recommending unit its places, in place of the whole table before. */
@Injectable()
export class SetQuotas {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly identity: Identity,
    private readonly events: Events,
  ) {}

  /** @throws Refused programmes.wrong-state, unknown-unit, unknown-category, quota-twice */
  run(
    actor: Actor,
    programmeId: string,
    rows: readonly QuotaRow[],
    seen: number,
  ): Promise<{ readonly version: number }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lockedAt(tx, programmeId, seen);
      must('programmes', changeable(programme.state));
      const placed = await this.#place(tx, programmeId, rows);
      await this.programmes.replaceQuotas(tx, programmeId, placed);
      const version = await this.programmes.change(tx, programme, {});
      await this.events.record(tx, 'programmes.quotas-set', {
        programmeId,
        places: rows.reduce((sum, { places }) => sum + places, 0),
        table: rows.map((row) => `${row.organisationCode}/${row.categoryCode}=${row.places}`),
      });
      return { version };
    });
  }

  async #place(tx: Tx, programmeId: string, rows: readonly QuotaRow[]): Promise<PlacedQuota[]> {
    const units = await this.identity.recommendingUnits(tx);
    const categories = await this.programmes.categories(tx, programmeId);
    const placing = placeQuotas(rows, {
      units: new Map(units.map(({ code, id }) => [code, id])),
      categories: new Map(categories.map(({ code, id }) => [code, id])),
    });
    if (!placing.ok) throw new Refused(`programmes.${placing.code}`, placing.row);
    return placing.value;
  }
}
