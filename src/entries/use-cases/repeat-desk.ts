import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { CheckData } from '../data/check-data.js';
import { LikenessData } from '../data/likeness-data.js';
import type { Repeat } from '../rules/check-findings.js';

/** Finds entries that may be the same case handed in again, in this selection or an earlier one. */
@Injectable()
export class RepeatDesk {
  constructor(
    private readonly checks: CheckData,
    private readonly pairs: LikenessData,
    private readonly identity: Identity,
    private readonly programmes: Programmes,
  ) {}

  /** How much of each entry stands in the likest other one, in thousandths, by entry. */
  async likeness(tx: Tx, entryIds: readonly string[]): Promise<Map<string, number>> {
    const likest = new Map<string, number>();
    for (const { entryId, share } of await this.pairs.pairs(tx, entryIds))
      likest.set(entryId, Math.max(share, likest.get(entryId) ?? 0));
    return likest;
  }

  /** By entry; only what the actor reaches is told. */
  async of(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Repeat[]>> {
    const found = await this.checks.repeats(tx, entryIds);
    const rows = [...found.values()].flat();
    const units = await this.identity.organisations(
      tx,
      rows.map(({ unitId }) => unitId),
    );
    const programmes = new Map<string, string>();
    for (const id of new Set(rows.map(({ programmeId }) => programmeId)))
      programmes.set(id, (await this.programmes.find(tx, id)).name);
    const repeatsOf = (own: typeof rows): Repeat[] =>
      own.map(({ isSameTitle, caseNo, title, unitId, programmeId }) => ({
        isSameTitle,
        caseNo,
        title,
        unitName: units.get(unitId)?.name ?? '',
        programmeName: programmes.get(programmeId) ?? '',
      }));
    return new Map([...found].map(([entryId, own]) => [entryId, repeatsOf(own)]));
  }
}
