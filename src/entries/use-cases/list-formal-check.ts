import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { type CheckedRow, CheckedRows } from './checked-rows.js';

const perPage = 100;

export type CheckPage = {
  readonly rows: readonly CheckedRow[];
  /** The case number to ask after. */
  readonly next: string | undefined;
  readonly counts: readonly { readonly state: string; readonly count: number }[];
};

@Injectable()
export class ListFormalCheck {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly rows: CheckedRows,
    private readonly programmes: Programmes,
  ) {}

  /** Recommended entries by case number, with what the program has checked already. */
  run(actor: Actor, programmeId: string, after: string | undefined): Promise<CheckPage> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const counts = await this.entries.counts(tx, { programmeId });
      const found = await this.entries.awaitingCheck(tx, programmeId, { after, limit: perPage });
      const page = found.slice(0, perPage);
      const rows = await this.rows.of(tx, programme, page);
      const last = page.at(-1)?.caseNo ?? undefined;
      return { rows, next: found.length > page.length ? last : undefined, counts };
    });
  }
}
