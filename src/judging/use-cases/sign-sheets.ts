import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { found, must } from '../../platform/refusal/refused.js';
import { type Content, ContentsData } from '../data/contents-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { ScoreSheet } from '../data/sheet.entity.js';
import { SheetsData } from '../data/sheets-data.js';
import { actOnSheet, inTime } from '../rules/writing.js';
import { fingerprint } from './assignment-record.js';
import { SheetDesk, standingOf } from './sheet-desk.js';

export type Incomplete = {
  readonly sheetId: string;
  readonly blindCode: string;
  readonly title: string;
  readonly missing: readonly string[];
};

export type Signed = {
  readonly signed: number;
  readonly incomplete: readonly Incomplete[];
  /** SHA-256 of what was signed, null when nothing was: the judge's receipt, also in the audit record. */
  readonly digest: string | null;
};

type Written = { readonly sheet: ScoreSheet; readonly content: Content };

@Injectable()
export class SignSheets {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly contents: ContentsData,
    private readonly desk: SheetDesk,
    private readonly events: Events,
  ) {}

  /** Signs all complete sheets of the judge in a round, for good; names those that lack something. */
  run(actor: Actor, roundId: string): Promise<Signed> {
    return this.database.transaction(actor, async (tx) => {
      const { judgeId } = found('judging', (await this.sheets.ownOfRound(tx, roundId))[0]);
      const round = await this.rounds.share(tx, roundId);
      const held = await this.sheets.lockOwnUnsigned(tx, roundId);
      const unsigned = held.filter(({ dueAt }) => inTime(round, tx.now, dueAt).ok);
      if (unsigned.length === 0) must('judging', inTime(round, tx.now));
      const contents = await this.contents.of(
        tx,
        unsigned.map(({ id }) => id),
      );
      const rubric = await this.desk.rubric(tx, round.programmeId, judgeId);
      const written = unsigned.map((sheet): Written & { missing: string[] } => {
        const content = found('judging', contents.get(sheet.id));
        return { sheet, content, missing: standingOf(rubric, content).missing };
      });
      const complete = written.filter(({ missing }) => missing.length === 0);
      for (const { sheet } of complete) {
        const state = must('judging', actOnSheet(round, sheet, 'sign', tx.now));
        await this.sheets.change(tx, sheet, { state, signedAt: tx.now });
      }
      const digest = await this.#record(tx, roundId, judgeId, complete);
      const incomplete = await this.#name(
        tx,
        written.filter(({ missing }) => missing.length > 0),
      );
      return { signed: complete.length, incomplete, digest };
    });
  }

  async #record(
    tx: Tx,
    roundId: string,
    judgeId: string,
    signed: readonly Written[],
  ): Promise<string | null> {
    if (signed.length === 0) return null;
    const digest = fingerprint(signed.map(ballot));
    const sheets = signed.length;
    await this.events.record(tx, 'judging.sheets-signed', { roundId, judgeId, sheets, digest });
    return digest;
  }

  async #name(
    tx: Tx,
    incomplete: readonly (Written & { missing: string[] })[],
  ): Promise<Incomplete[]> {
    const titles = await this.entries.blindTitles(
      tx,
      incomplete.map(({ sheet }) => sheet.entryId),
    );
    return incomplete.map(({ sheet, missing }) => ({
      sheetId: sheet.id,
      blindCode: titles.get(sheet.entryId)?.blindCode ?? '',
      title: titles.get(sheet.entryId)?.title ?? '',
      missing,
    }));
  }
}

/** What a signature covers, in the order of sheet ids and criterion keys. */
const ballot = ({ sheet, content }: Written): object => ({
  sheetId: sheet.id,
  scores: content.scores.map(({ criterionKey, value }) => ({ criterionKey, value })),
  comment: content.opinion.comment,
  recommendation: content.opinion.recommendation,
});
