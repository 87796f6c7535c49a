import type { Client } from './client.js';
import type { House } from './house.js';
import {
  acceptedJudge,
  checkedSelection,
  criteria,
  openedRound,
  type SeatedJudge,
  type Selection,
  system,
} from './judging.js';

/** A judge's sheet of an entry. */
export type Seat = { readonly sheetId: string; readonly judgeId: string; readonly client: Client };

/** Limits of range alone: of two judges a deviation says nothing more. */
const flow = { deviation: 100_000, fromMedian: 100_000, tolerance: 1000 };

/** What the two judges of each entry give, in per cent of every criterion. */
export type Shares = readonly (readonly [number, number])[];

/** An open round in which every entry has been scored and signed by its two judges. */
export class FarApart {
  readonly #versions = new Map<string, number>();

  private constructor(
    readonly house: House,
    readonly selection: Selection,
    readonly roundId: string,
    readonly judges: readonly SeatedJudge[],
    readonly panels: readonly (readonly Seat[])[],
  ) {}

  static async open(house: House, shares: Shares): Promise<FarApart> {
    const selection = await checkedSelection(house, (id) =>
      system(
        house,
        `update programmes.programme set config =
           jsonb_set(jsonb_set(config, '{aggregation,spread,flow}', $2::jsonb),
             '{rubrics,fusion-dy,step}', '1') where id = $1`,
        [id, JSON.stringify(flow)],
      ),
    );
    const judges: SeatedJudge[] = [];
    for (let at = 0; at < 5; at++) judges.push(await acceptedJudge(selection, '430000'));
    const roundId = await openedRound(selection);
    const scene = new FarApart(
      house,
      selection,
      roundId,
      judges,
      await panelsOf(selection, judges),
    );
    for (const [entry, pair] of shares.entries())
      for (const [at, percent] of pair.entries()) await scene.score(scene.seat(entry, at), percent);
    for (const client of new Set(scene.panels.flat().map((one) => one.client)))
      await scene.sign(client);
    return scene;
  }

  seat(entry: number, at: number): Seat {
    const seat = this.panels[entry]?.[at];
    if (seat === undefined) throw new Error(`entry ${entry} has no judge ${at}`);
    return seat;
  }

  /** Takes every entry a step on, as the administrator's button does. */
  async check(): Promise<number> {
    const url = `/api/judging/rounds/${this.roundId}/spreads/check`;
    return (await this.selection.admin.post(url)).status;
  }

  /** How many entries are in which state. */
  async counts(): Promise<Record<string, number>> {
    const url = `/api/judging/rounds/${this.roundId}/spreads`;
    const { body } = await this.selection.admin.get(url);
    const counts = body.counts as { state: string; count: number }[];
    return Object.fromEntries(counts.map(({ state, count }) => [state, count]));
  }

  /** Scores a whole sheet with this share of every criterion, for the first or another time. */
  async score({ sheetId, client }: Pick<Seat, 'sheetId' | 'client'>, percent: number) {
    const seen = this.#versions.get(sheetId) ?? 0;
    const put = async (part: string, body: object): Promise<void> => {
      const reply = await client.put(`/api/judging/sheets/${sheetId}/${part}`, body, seen);
      if (reply.status !== 200) throw new Error(`not scored: ${reply.text}`);
    };
    for (const [key, most] of criteria)
      await put(`scores/${key}`, { value: (most * percent) / 100 });
    await put('recommendation', { recommendation: 'yes' });
    await put('comment', { comment: '材料详实，做法清楚，成效可信。'.repeat(5) });
    this.#versions.set(sheetId, seen + 1);
  }

  /** Signs what is complete; something must be. */
  async sign(client: Client): Promise<void> {
    const { body } = await client.post(`/api/judging/rounds/${this.roundId}/signature`);
    if (!(body.signed > 0)) throw new Error(`not signed: ${JSON.stringify(body)}`);
  }

  look({ sheetId, client }: Seat, body: object, who: Client = client) {
    return who.post(`/api/judging/sheets/${sheetId}/second-look`, body);
  }

  async caseOf(entry: number): Promise<{ id: string; state: string; extraSheetId: string | null }> {
    const [row] = await system<{ id: string; state: string; extraSheetId: string | null }>(
      this.house,
      `select id, state, extra_sheet_id as "extraSheetId" from judging.spread_case where entry_id = $1`,
      [this.selection.entryIds[entry]],
    );
    if (row === undefined) throw new Error(`entry ${entry} has no case`);
    return row;
  }

  /** The sheet of an entry's extra judge. */
  async extraOf(entry: number): Promise<Seat> {
    const { extraSheetId } = await this.caseOf(entry);
    const rows = await system<{ sheetId: string; judgeId: string }>(
      this.house,
      'select id as "sheetId", judge_id as "judgeId" from judging.score_sheet where id = $1',
      [extraSheetId],
    );
    const [seat] = rows.flatMap((row) => seatOf(row, this.judges));
    if (seat === undefined) throw new Error(`entry ${entry} has no extra judge`);
    return seat;
  }
}

const seatOf = (
  { sheetId, judgeId }: { sheetId: string; judgeId: string },
  judges: readonly SeatedJudge[],
): Seat[] => {
  const judge = judges.find(({ id }) => id === judgeId);
  return judge ? [{ sheetId, judgeId, client: judge.client }] : [];
};

async function panelsOf({ house, entryIds }: Selection, judges: readonly SeatedJudge[]) {
  const sheets = await system<{ sheetId: string; entryId: string; judgeId: string }>(
    house,
    `select id as "sheetId", entry_id as "entryId", judge_id as "judgeId"
     from judging.score_sheet order by judge_id`,
  );
  return entryIds.map((entryId) =>
    sheets.filter((sheet) => sheet.entryId === entryId).flatMap((sheet) => seatOf(sheet, judges)),
  );
}
