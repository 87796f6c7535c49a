import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { readRows, type ReadRow } from '../../platform/documents/read-workbook.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ExpertsData } from '../data/experts-data.js';
import {
  expertColumns,
  type ExpertPlan,
  type ExpertRow,
  planExperts,
} from '../rules/expert-plan.js';
import { expertHeadings } from './expert-sheet.js';

const mostRows = 2_000;
const needed = ['name', 'organisation', 'kind', 'phone', 'email'] as const;

export type ImportedExperts = { readonly added: number; readonly changed: number };

/** Experts out of a sheet: looked at first, then all of them or none. */
@Injectable()
export class ImportExperts {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly experts: ExpertsData,
    private readonly events: Events,
  ) {}

  async preview(actor: Actor, sent: Readable): Promise<ExpertPlan> {
    const rows = await rowsOf(sent);
    return this.database.transaction(actor, (tx) => this.#plan(tx, rows));
  }

  /** @throws Refused judging.experts-wrong with every fault; then nobody was taken in */
  async run(actor: Actor, sent: Readable): Promise<ImportedExperts> {
    const rows = await rowsOf(sent);
    return this.database.transaction(actor, async (tx) => {
      const { experts, faults } = await this.#plan(tx, rows);
      if (faults.length > 0) throw new Refused('judging.experts-wrong', { faults: [...faults] });
      for (const expert of experts) await this.experts.put(tx, expert);
      const added = experts.filter(({ standing }) => standing === 'new').length;
      const changed = experts.length - added;
      await this.events.record(tx, 'judging.experts-imported', { added, changed });
      return { added, changed };
    });
  }

  async #plan(tx: Tx, rows: readonly ExpertRow[]): Promise<ExpertPlan> {
    const places = await this.identity.organisationsByCode(
      tx,
      rows.map(({ organisation }) => organisation),
    );
    const known = await this.experts.knownAddresses(
      tx,
      rows.map(({ email }) => email),
    );
    return planExperts(rows, places, known);
  }
}

async function rowsOf(sent: Readable): Promise<ExpertRow[]> {
  const [head, ...rows] = await readRows(sent, mostRows);
  const headings = head?.cells ?? [];
  const missing = needed
    .map((column) => expertHeadings[column])
    .filter((heading) => !headings.includes(heading));
  if (missing.length > 0) throw new Refused('platform.sheet-columns', { missing });
  return rows.map((row) => rowOf(row, headings));
}

const rowOf = ({ number, cells }: ReadRow, headings: readonly string[]): ExpertRow =>
  ({
    row: number,
    ...Object.fromEntries(
      expertColumns.map((column) => [
        column,
        cells[headings.indexOf(expertHeadings[column])] ?? '',
      ]),
    ),
  }) as ExpertRow;
