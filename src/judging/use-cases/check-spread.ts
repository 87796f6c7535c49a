import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { Programmes, spreadLevel } from '../../programmes/public-api.js';
import { JudgesData } from '../data/judges-data.js';
import { RoundsData } from '../data/rounds-data.js';
import type { Round } from '../data/round.entity.js';
import type { SecondLook, SpreadCase } from '../data/spread.entities.js';
import { type PanelSheet, SpreadsData } from '../data/spreads-data.js';
import {
  nextSpreadStep,
  type SpreadFacts,
  type SpreadRules,
  type SpreadStep,
} from '../rules/spread.js';
import { dueAnew } from '../rules/unlocking.js';
import { CallExtraJudge } from './call-extra-judge.js';

/** An entry with its live sheets and, where there is one, its case and the second looks of it. */
type Panel = {
  readonly round: Round;
  readonly entryId: string;
  readonly sheets: readonly PanelSheet[];
  readonly spread: SpreadCase | null;
  readonly looks: readonly SecondLook[];
};

@Injectable()
export class CheckSpread {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly spreads: SpreadsData,
    private readonly callExtraJudge: CallExtraJudge,
    private readonly events: Events,
  ) {}

  /**
   * Takes every entry of an open round whose judges are far apart one step on, where nothing has to be
   * waited for. The house acts: nobody who runs the selection sees a score. Done twice, nothing more happens.
   */
  run(roundId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { programmeId } = await this.rounds.find(tx, roundId);
      const { config } = await this.programmes.find(tx, programmeId);
      const { flow, ...limits } = config.aggregation.spread;
      if (flow === undefined) return;
      const round = await this.rounds.lock(tx, roundId);
      if (round.state !== 'open') return;
      for (const panel of await this.#panels(tx, round))
        await this.#advance(tx, panel, { levelOf: (range) => spreadLevel(range, limits), flow });
    });
  }

  /** The same for the open round of the programme in which this judge sits. */
  async ofJudge(judgeId: string): Promise<void> {
    const round = await this.database.transaction(systemActor, async (tx) => {
      const { programmeId } = await this.judges.find(tx, judgeId);
      const rounds = await this.rounds.ofProgramme(tx, programmeId);
      return rounds.find(({ state }) => state === 'open');
    });
    if (round !== undefined) await this.run(round.id);
  }

  async #panels(tx: Tx, round: Round): Promise<Panel[]> {
    const sheets = groupBy(await this.spreads.panelSheets(tx, round.id), ({ entryId }) => entryId);
    const spreads = await this.spreads.ofRound(tx, round.id);
    const looks = await this.spreads.looks(
      tx,
      spreads.map(({ id }) => id),
    );
    return [...sheets].map(([entryId, panel]) => {
      const spread = spreads.find((one) => one.entryId === entryId) ?? null;
      return {
        ...{ round, entryId, sheets: panel, spread },
        looks: looks.filter(({ caseId }) => caseId === spread?.id),
      };
    });
  }

  async #advance(tx: Tx, panel: Panel, rules: SpreadRules): Promise<void> {
    const facts = factsOf(panel, tx.now);
    const step = nextSpreadStep(facts, rules);
    if (step === null) return;
    if (panel.spread === null) return this.#open(tx, panel, facts.totals);
    await this.spreads.note(tx, panel.spread.id, {
      totals: [...facts.totals],
      extraTotal: facts.extra?.total ?? null,
    });
    await this.spreads.lapse(tx, panel.spread.id);
    await this.#move(tx, panel.round, panel.spread, step);
  }

  async #open(tx: Tx, { round, entryId, sheets }: Panel, totals: readonly number[]): Promise<void> {
    const { categoryId } = sheets[0] as PanelSheet;
    const [id, dueAt] = [randomUUID(), dueAnew(round, tx.now)];
    await this.spreads.open(
      tx,
      {
        ...{ id, roundId: round.id, entryId, categoryId, state: 'rechecking', version: 1 },
        ...{ openedAt: tx.now, dueAt, extraSheetId: null },
        ...{ decidedBy: null, decidedAt: null, reason: null },
      },
      totals,
    );
    await this.spreads.ask(
      tx,
      sheets.map(({ id: sheetId, personId }) => ({
        ...{ sheetId, caseId: id, personId, state: 'asked', askedAt: tx.now, dueAt },
        ...{ answeredAt: null, reason: null },
      })),
    );
    await this.events.record(tx, 'judging.second-looks-asked', newsOf({ id, roundId: round.id }));
  }

  async #move(tx: Tx, round: Round, spread: SpreadCase, step: SpreadStep): Promise<void> {
    if (step.act === 'call') {
      const extraSheetId = await this.callExtraJudge.run(tx, round, spread);
      if (extraSheetId === null) return this.#fail(tx, spread);
      await this.spreads.change(tx, spread, { state: 'arbitrating', extraSheetId });
      await this.events.record(tx, 'judging.extra-judge-called', newsOf(spread));
    } else if (step.act === 'settle') {
      const { sum, count } = step.value;
      await this.spreads.note(tx, spread.id, { settledSum: sum, settledCount: count });
      await this.spreads.change(tx, spread, { state: 'settled' });
      await this.events.record(tx, 'judging.spread-settled', newsOf(spread));
    } else if (step.act === 'agree') {
      await this.spreads.change(tx, spread, { state: 'agreed' });
      await this.events.record(tx, 'judging.spread-agreed', newsOf(spread));
    } else await this.#fail(tx, spread);
  }

  async #fail(tx: Tx, spread: SpreadCase): Promise<void> {
    if (spread.state === 'undecided') return;
    await this.spreads.note(tx, spread.id, { settledSum: null, settledCount: null });
    await this.spreads.change(tx, spread, { state: 'undecided' });
    await this.events.record(tx, 'judging.spread-undecided', newsOf(spread));
  }
}

/** The record names the case alone: which entry it is would tell readers of the record about scores. */
const newsOf = ({ id, roundId }: Pick<SpreadCase, 'id' | 'roundId'>) => ({ spreadId: id, roundId });

function factsOf({ round, sheets, spread, looks }: Panel, now: Date): SpreadFacts {
  const extra = sheets.find(({ id }) => id === spread?.extraSheetId) ?? null;
  const panel = sheets.filter((sheet) => sheet !== extra);
  const signed = panel.filter(({ state }) => state === 'signed');
  return {
    state: spread?.state ?? null,
    totals: signed.flatMap(({ total }) => total ?? []),
    isWhole: signed.length === panel.length && signed.length >= round.perEntry,
    waiting: looks.filter(({ state, dueAt }) => state === 'asked' && now < dueAt).length,
    extra: extra && { total: extra.state === 'signed' ? extra.total : null },
  };
}
