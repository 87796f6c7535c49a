import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import type { Selected } from './entry-desk.js';
import type { CheckLine } from './entry-facts.js';
import { FormalChecks } from './formal-checks.js';

export type Opened = Selected & { readonly lines: readonly CheckLine[] };

/** An entry laid open for who checks it, held with its programme to the end of the transaction. */
@Injectable()
export class CheckDesk {
  constructor(
    private readonly entries: EntryData,
    private readonly programmes: Programmes,
    private readonly checks: FormalChecks,
  ) {}

  /** @throws Refused entries.not-found, platform.changed-since */
  async lock(tx: Tx, entryId: string, seen?: number): Promise<Selected> {
    const entry = await this.entries.lock(tx, entryId, seen);
    return { entry, programme: await this.programmes.lock(tx, entry.programmeId) };
  }

  /** As `lock`, with its list as it stands. */
  async open(tx: Tx, entryId: string, seen?: number): Promise<Opened> {
    const selected = await this.lock(tx, entryId, seen);
    const parts = await this.checks.of(tx, selected.programme, [selected.entry]);
    return { ...selected, lines: parts.get(entryId)?.checks ?? [] };
  }
}
