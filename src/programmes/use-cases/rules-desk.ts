import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Identity } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { ProgrammesData, windowsOf } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { frozenText } from '../rules/fingerprint.js';
import type { OpenRules } from '../rules/rule-change.js';

export type Frozen = { readonly text: string; readonly fingerprint: string };
type Amendment = Parameters<typeof frozenText>[0]['amendment'];

/** Lays the rules of a selection out as the text that is frozen. */
@Injectable()
export class RulesDesk {
  constructor(
    private readonly programmes: ProgrammesData,
    private readonly identity: Identity,
  ) {}

  /** @param changed instead of what the selection says, for a revision after the opening */
  async freeze(
    tx: Tx,
    programme: Programme,
    changed: OpenRules = openRulesOf(programme),
    amendment?: Amendment,
  ): Promise<Frozen> {
    const quotas = await this.programmes.quotas(tx, programme.id);
    const categories = await this.programmes.categories(tx, programme.id);
    const codeOf = new Map(categories.map((category) => [category.id, category.code]));
    const unitIds = quotas.map(({ unitId }) => unitId);
    const units = await this.identity.organisations(tx, unitIds);
    const coded = quotas.map((quota) => ({
      unitCode: units.get(quota.unitId)?.code ?? '',
      categoryCode: codeOf.get(quota.categoryId) ?? '',
      places: quota.places,
    }));
    const { windows, publicity } = changed;
    const config = { ...programme.config, publicity };
    const text = frozenText({ config, categories, quotas: coded, windows, amendment });
    return { text, fingerprint: createHash('sha256').update(text).digest('hex') };
  }
}

export const openRulesOf = (programme: Programme): OpenRules => ({
  name: programme.name,
  windows: windowsOf(programme),
  publicity: programme.config.publicity,
});
