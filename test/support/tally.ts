import { CompleteRun } from '../../src/tally/use-cases/complete-run.js';
import { TallyCategory } from '../../src/tally/use-cases/tally-category.js';
import type { Client, Reply } from './client.js';
import type { House } from './house.js';
import { personIn } from './people.js';
import {
  acceptedJudge,
  afterJudging,
  checkedSelection,
  criteria,
  onRound,
  openedRound,
  queueOf,
  type Selection,
  system,
} from './judging.js';
import { until } from './until.js';

export type JudgedSelection = Selection & {
  readonly roundId: string;
  /** Two administrators; `admin` is the first. */
  readonly second: Client;
};

type Rules = {
  /** How many are selected in each category. */
  readonly places?: number;
  /** Hundredths an entry's `fusion` gets, by its place among the entries, then by judge. */
  readonly fusion?: readonly (readonly [number, number])[];
  readonly tieChain?: readonly unknown[];
};

/** Four entries in this order of merit: 2, 1, 4, 3. */
const distinct = [
  [2000, 1900],
  [2200, 2100],
  [1500, 1600],
  [1700, 1800],
] as const;

/** A selection with two places whose round is scored, signed and closed. */
export async function judgedSelection(house: House, rules: Rules = {}): Promise<JudgedSelection> {
  const selection = await checkedSelection(house, (id) => setRules(house, id, rules));
  const judges = [
    await acceptedJudge(selection, '430000'),
    await acceptedJudge(selection, '430000'),
  ];
  const roundId = await openedRound(selection);
  for (const [at, { client }] of judges.entries())
    await scoreAll(
      client,
      roundId,
      (rules.fusion ?? distinct).map((pair) => pair[at] ?? 0),
    );
  await house.setClock(afterJudging);
  const closed = await onRound(selection, roundId, 'closing');
  if (closed.status !== 200) throw new Error(`not closed: ${closed.text}`);
  const province = selection.organisations.get('430000') ?? '';
  const second = await house.signIn(await personIn(house, 'programme-admin', province));
  return { ...selection, roundId, second };
}

export async function setRules(house: House, programmeId: string, rules: Rules): Promise<void> {
  const places = `'{awards,0,perCategory,value}', to_jsonb($2::int)`;
  await system(
    house,
    `update programmes.programme set config = jsonb_set(jsonb_set(config, ${places}),
       '{aggregation,tieChain}', coalesce($3::jsonb, config #> '{aggregation,tieChain}'))
     where id = $1`,
    [programmeId, rules.places ?? 2, rules.tieChain ? JSON.stringify(rules.tieChain) : null],
  );
}

/** Scores and signs a judge's sheets. @param fusion by the order of the blind codes */
async function scoreAll(client: Client, roundId: string, fusion: readonly number[]): Promise<void> {
  const sheets = await queueOf(client, roundId);
  const inOrder = sheets.toSorted((a, b) => (a.blindCode < b.blindCode ? -1 : 1));
  for (const [place, { id }] of inOrder.entries()) await scoreSheet(client, id, fusion[place] ?? 0);
  const signed = await client.post(`/api/judging/rounds/${roundId}/signature`);
  if (signed.status !== 200) throw new Error(`not signed: ${signed.text}`);
}

/** Four fifths of every criterion but `fusion`. */
async function scoreSheet(client: Client, sheetId: string, fusion: number): Promise<void> {
  for (const [key, most] of criteria) {
    const value = key === 'fusion' ? fusion : (most * 4) / 5;
    const reply = await client.put(`/api/judging/sheets/${sheetId}/scores/${key}`, { value }, 0);
    if (reply.status !== 200) throw new Error(`not scored: ${reply.text}`);
  }
  const url = `/api/judging/sheets/${sheetId}/recommendation`;
  await client.put(url, { recommendation: 'yes' }, 0);
}

/** The tally as the first administrator sees it, once run number `number` is computed. */
export const tallied = ({ admin, programmeId }: Selection, number = 1): Promise<Reply['body']> =>
  until(`run ${number} is computed`, async () => {
    const { body } = await admin.get(`/api/tally/programmes/${programmeId}`);
    const run = (body.runs as { number: number; state: string }[]).find(
      (one) => one.number === number,
    );
    return run !== undefined && run.state !== 'computing' ? body : undefined;
  });

/** Confirms the newest run. */
export async function confirm(
  client: Client,
  { programmeId }: Selection,
  form: object = { decision: 'confirm' },
): Promise<Reply> {
  const { body } = await client.get(`/api/tally/programmes/${programmeId}`);
  return client.post(`/api/tally/runs/${body.newest.id}/verification`, form);
}

/** Does what the jobs of a closed round do, also in a house without a worker. */
export async function tallyNow({
  house,
  programmeId,
  roundId,
}: Omit<JudgedSelection, 'second'>): Promise<void> {
  const [event] = await system<{ id: string; categories: string[] }>(
    house,
    `select id, payload -> 'categoryIds' as categories from platform.outbox
     where name = 'judging.round-closed' and payload ->> 'roundId' = $1`,
    [roundId],
  );
  if (event === undefined) throw new Error('no round was closed');
  const run = { id: event.id, programmeId, roundId };
  for (const categoryId of event.categories)
    await house.app.get(TallyCategory, { strict: false }).run(run, categoryId);
  await house.app.get(CompleteRun, { strict: false }).run(run, event.categories);
}

/** A selection whose results two people confirmed. */
export async function verifiedSelection(house: House, rules: Rules = {}): Promise<JudgedSelection> {
  const selection = await judgedSelection(house, rules);
  await tallyNow(selection);
  for (const client of [selection.admin, selection.second]) {
    const reply = await confirm(client, selection);
    if (reply.status !== 200) throw new Error(`not confirmed: ${reply.text}`);
  }
  return selection;
}
