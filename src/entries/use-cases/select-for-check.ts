import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import {
  type BulkAction,
  type CheckFilter,
  fitsFilter,
  type SeenRow,
  type SelectedRow,
  selectionChanges,
  selectionFingerprint,
  type Subtotal,
  subtotals,
} from '../rules/check-selection.js';
import { accept, correctionDue, decideCheck } from '../rules/formal-check.js';
import { CheckActs, type CorrectionOrder, type Rejection } from './check-acts.js';
import { type CheckedRow, CheckedRows } from './checked-rows.js';

/** What is to be done to many entries at once, and to which. */
export type BulkAct = {
  readonly programmeId: string;
  readonly action: BulkAction;
  /** Those ticked; without it those the filter fits. */
  readonly entryIds?: readonly string[];
  readonly filter?: CheckFilter;
  readonly confirmsOpen: boolean;
  readonly rejection?: Rejection;
  readonly correction?: CorrectionOrder;
};

export type Selection = {
  readonly rows: readonly SelectedRow[];
  readonly fits: number;
  readonly byCategory: readonly Subtotal[];
  readonly byPrefecture: readonly Subtotal[];
  readonly fingerprint: string;
};

type Candidates = { readonly programme: ProgrammeFacts; readonly all: readonly CheckedRow[] };

/** Bulk acts of the formal check: looked at first, then done exactly as looked at or not at all. */
@Injectable()
export class SelectForCheck {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly rows: CheckedRows,
    private readonly programmes: Programmes,
    private readonly acts: CheckActs,
    private readonly events: Events,
  ) {}

  /** What the act would do now; nothing happens. */
  preview(actor: Actor, act: BulkAct): Promise<Selection> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, act.programmeId);
      const found = await this.entries.awaitingCheck(tx, act.programmeId);
      return selectionOf(act, await this.#candidates(tx, programme, found), tx.now);
    });
  }

  /**
   * Does the act to every row that it fits, in one transaction.
   * @throws Refused entries.selection-changed with what differs from the preview; then nothing was done
   */
  run(
    actor: Actor,
    act: BulkAct,
    preview: { readonly fingerprint: string; readonly seen: readonly SeenRow[] },
  ): Promise<Selection> {
    return this.database.transaction(actor, async (tx) => {
      const found = await this.entries.lockAwaitingCheck(tx, act.programmeId);
      const programme = await this.programmes.lock(tx, act.programmeId);
      const candidates = await this.#candidates(tx, programme, found);
      const selection = selectionOf(act, candidates, tx.now);
      if (selection.fingerprint !== preview.fingerprint)
        throw new Refused('entries.selection-changed', {
          changes: selectionChanges(preview.seen, selection.rows, nameIn(candidates)),
        });
      if (selection.fits === 0) throw new Refused('entries.selection-empty');
      const done = selection.rows.filter(({ code }) => code === null).map(({ id }) => id);
      for (const id of done) await this.#do(tx, act, candidates, id);
      await this.events.record(tx, 'entries.checked-together', {
        programmeId: act.programmeId,
        action: act.action,
        fingerprint: selection.fingerprint,
        entryIds: done,
      });
      return selection;
    });
  }

  async #candidates(
    tx: Tx,
    programme: ProgrammeFacts,
    found: readonly Entry[],
  ): Promise<Candidates> {
    return { programme, all: await this.rows.of(tx, programme, found) };
  }

  async #do(tx: Tx, act: BulkAct, { programme, all }: Candidates, id: string): Promise<void> {
    const chosen = all.find(({ entry }) => entry.id === id);
    if (chosen === undefined) throw new Error(`no candidate ${id}`);
    const selected = { entry: chosen.entry, programme };
    if (act.action === 'accept')
      await this.acts.accept(tx, selected, chosen.checks, act.confirmsOpen);
    else if (act.action === 'reject' && act.rejection)
      await this.acts.reject(tx, selected, act.rejection);
    else if (act.action === 'ask' && act.correction)
      await this.acts.ask(tx, selected, act.correction);
    else throw new Error(`${act.action} without what it needs`);
  }
}

function selectionOf(act: BulkAct, { programme, all }: Candidates, now: Date): Selection {
  if (act.correction) {
    const due = correctionDue(act.correction.dueAt, programme.windows.judging, now);
    if (!due.ok) throw new Refused(`entries.${due.code}`);
  }
  const rows = all.filter(isMeant(act)).map((candidate) => rowOf(act, programme, candidate, now));
  const { programmeId, action, confirmsOpen, rejection, correction } = act;
  const what = { programmeId, action, confirmsOpen, rejection, correction };
  return {
    rows,
    fits: rows.filter(({ code }) => code === null).length,
    byCategory: subtotals(rows, ({ categoryName }) => categoryName),
    byPrefecture: subtotals(rows, ({ prefectureName }) => prefectureName),
    fingerprint: selectionFingerprint(what, rows),
  };
}

const isMeant =
  ({ entryIds, filter = {} }: BulkAct) =>
  ({ entry, categoryCode, checks }: CheckedRow): boolean =>
    entryIds
      ? entryIds.includes(entry.id)
      : fitsFilter(
          {
            state: entry.state,
            categoryCode,
            prefectureId: entry.prefectureId,
            standings: checks.map(({ standing }) => standing),
          },
          filter,
        );

function rowOf(
  { action, confirmsOpen }: BulkAct,
  programme: ProgrammeFacts,
  { entry, categoryName, prefectureName, checks }: CheckedRow,
  now: Date,
): SelectedRow {
  const standings = checks.map(({ standing }) => standing);
  const decision =
    action === 'accept'
      ? accept(entry, programme, standings, confirmsOpen, now)
      : decideCheck(entry, action, programme, now);
  const open = checks.filter(({ standing }) => standing === 'open').map(({ code }) => code);
  return {
    id: entry.id,
    version: entry.version,
    caseNo: entry.caseNo ?? '',
    title: entry.title,
    categoryName,
    prefectureName,
    code: decision.ok ? null : `entries.${decision.code}`,
    confirmed: action === 'accept' && confirmsOpen ? open : [],
  };
}

const nameIn =
  ({ all }: Candidates) =>
  (id: string): { caseNo: string; title: string } | undefined => {
    const entry = all.find((row) => row.entry.id === id)?.entry;
    return entry && { caseNo: entry.caseNo ?? '', title: entry.title };
  };
