import { randomUUID } from 'node:crypto';
import { systemActor } from '../../src/platform/database/tx.js';
import { deployedRun } from './assignments.js';
import type { Client } from './client.js';
import type { House } from './house.js';
import { personIn, smallProvince } from './people.js';
import { clientIn, draftProgramme, programmeQuotas, whileCollecting } from './programmes.js';

/** Instants of the calendar in `programmes.ts`. */
export const whileChecking = '2020-08-16T00:00:00.000Z';
export const whileJudging = '2020-08-21T01:00:00.000Z';
export const afterJudging = '2020-09-01T09:00:00.000Z';

export const criteria = [
  ['political', 1500],
  ['fusion', 2500],
  ['innovation', 2000],
  ['effect', 2000],
  ['replicability', 1500],
  ['writing', 500],
] as const;

export type Selection = {
  readonly house: House;
  readonly organisations: Map<string, string>;
  readonly admin: Client;
  readonly programmeId: string;
  /** Accepted entries: two of 长沙, two of 株洲, in the category DY. */
  readonly entryIds: readonly string[];
};

/**
 * A selection whose entries are checked and accepted, read by two judges each. The clock is before the judging.
 * @param whileDraft changes the rules before they are frozen
 */
export async function checkedSelection(
  house: House,
  whileDraft?: (programmeId: string) => Promise<unknown>,
): Promise<Selection> {
  const organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  const programmeId = await draftProgramme(admin);
  await system(
    house,
    `update programmes.programme set config = jsonb_set(jsonb_set(config, '{panel,perEntry}', '2'),
       '{aggregation,method}', '{"kind": "mean"}') where id = $1`,
    [programmeId],
  );
  await whileDraft?.(programmeId);
  await admin.put(`/api/programmes/${programmeId}/quotas`, { quotas: programmeQuotas }, 1);
  const opened = await admin.post(`/api/programmes/${programmeId}/opening`, undefined, 2);
  if (opened.status !== 200) throw new Error(`not opened: ${opened.text}`);
  await system(house, `update programmes.programme set state = 'checking' where id = $1`, [
    programmeId,
  ]);
  await house.setClock(whileChecking);
  const selection = { house, organisations, admin, programmeId, entryIds: [] };
  const entryIds = [];
  for (const [rank, school] of [
    [1, '430102-01'],
    [2, '430102-02'],
    [1, '430202-01'],
    [2, '430202-02'],
  ] as const)
    entryIds.push(await acceptedEntry(selection, school, rank));
  return { ...selection, entryIds };
}

let numbers = 0;

/** Puts an accepted entry of a school into the database. */
export async function acceptedEntry(
  { house, organisations, programmeId }: Selection,
  school: string,
  rank: number,
): Promise<string> {
  const id = randomUUID();
  const unitId = organisations.get(school);
  const submitter = await personIn(house, 'submitter', unitId ?? '');
  const number = String(++numbers).padStart(3, '0');
  await system(
    house,
    `insert into entries.entry (id, programme_id, category_id, unit_id, county_id, prefecture_id, title,
       state, version, rank, receipt_no, submitted_at, case_no, blind_code, created_by, created_at, updated_at)
     select $1, $2, category.id, unit.id, unit.county_id, unit.prefecture_id, $3, 'accepted', 1, $4, $5,
       now(), $6, $7, $8, now(), now()
     from programmes.category category, identity.organisation unit
     where category.programme_id = $2 and category.code = 'DY' and unit.id = $9`,
    [
      ...[id, programmeId, `示例案例 ${number}`, rank, `R-${number}`],
      ...[`2020-DY-${school.slice(0, 4)}-${number}`, `DY-${number}`, submitter, unitId],
    ],
  );
  return id;
}

export type SeatedJudge = { readonly id: string; readonly client: Client; readonly code: string };

let judges = 0;

/** Invites somebody of this organisation to judge a category; their row, and a client signed in as them. */
export async function invitedJudge(
  { house, admin, programmeId }: Selection,
  organisationCode: string,
  categoryCode = 'DY',
): Promise<SeatedJudge & { readonly personId: string }> {
  const code = `${categoryCode}-${String(++judges).padStart(2, '0')}`;
  const email = `judge-${judges}@example.org`;
  const row = { name: `评委${judges}`, email, organisationCode, categoryCode, code };
  const reply = await admin.post(`/api/judging/programmes/${programmeId}/judges`, {
    judges: [row],
  });
  if (reply.status !== 200) throw new Error(`not invited: ${reply.text}`);
  const [judge] = await system<{ id: string; personId: string }>(
    house,
    'select id, person_id as "personId" from judging.judge where programme_id = $1 and code = $2',
    [programmeId, code],
  );
  if (judge === undefined) throw new Error(`no judge ${code}`);
  return { ...judge, code, client: await house.signIn(judge.personId) };
}

/** As `invitedJudge`, who then accepts. */
export async function acceptedJudge(
  selection: Selection,
  organisationCode: string,
  categoryCode = 'DY',
): Promise<SeatedJudge & { readonly personId: string }> {
  const judge = await invitedJudge(selection, organisationCode, categoryCode);
  const url = `/api/judging/invitations/${judge.id}/acceptance`;
  const reply = await judge.client.post(url, undefined, 1);
  if (reply.status !== 200) throw new Error(`not accepted: ${reply.text}`);
  return judge;
}

/** Prepares and assigns a round; its id. */
export async function assignedRound(selection: Selection): Promise<string> {
  const { admin, programmeId } = selection;
  const prepared = await admin.post(`/api/judging/programmes/${programmeId}/rounds`, {});
  if (prepared.status !== 201) throw new Error(`not prepared: ${prepared.text}`);
  const { id } = prepared.body;
  const assigned = await deployedRun(selection, id, { kind: 'assignment', seed: 'test' });
  if (assigned.status !== 200) throw new Error(`not assigned: ${assigned.text}`);
  return id as string;
}

/** Acts on a round at the version it has now. */
export async function onRound(
  { admin }: Selection,
  roundId: string,
  act: string,
  body?: unknown,
): Promise<Awaited<ReturnType<Client['post']>>> {
  const { version } = (await admin.get(`/api/judging/rounds/${roundId}`)).body;
  return admin.post(`/api/judging/rounds/${roundId}/${act}`, body, version);
}

/** Prepares, assigns and opens a round and moves the clock into the judging; its id. */
export async function openedRound(selection: Selection): Promise<string> {
  const roundId = await assignedRound(selection);
  await selection.house.setClock(whileJudging);
  const opened = await onRound(selection, roundId, 'opening');
  if (opened.status !== 200) throw new Error(`not opened: ${opened.text}`);
  return roundId;
}

export type OwnSheet = {
  readonly id: string;
  readonly state: string;
  readonly blindCode: string;
  readonly title: string;
  readonly total: number | null;
  readonly lookAgain: boolean;
};

/** A judge's own sheets of a round. */
export const queueOf = async (client: Client, roundId: string): Promise<OwnSheet[]> =>
  ((await client.get(`/api/judging/rounds/${roundId}/queue`)).body?.sheets ?? []) as OwnSheet[];

/**
 * Fills a sheet for the first time so that it is complete: four fifths of every criterion, and `yes`.
 * @param filled criteria that have a score already
 */
export async function fillSheet(
  client: Client,
  sheetId: string,
  filled: readonly string[] = [],
): Promise<void> {
  for (const [key, most] of criteria) {
    if (filled.includes(key)) continue;
    const value = (most * 4) / 5;
    const reply = await client.put(`/api/judging/sheets/${sheetId}/scores/${key}`, { value }, 0);
    if (reply.status !== 200) throw new Error(`not scored: ${reply.text}`);
  }
  const url = `/api/judging/sheets/${sheetId}/recommendation`;
  await client.put(url, { recommendation: 'yes' }, 0);
}

/** A statement as the system. */
export const system = <Row>(
  house: House,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> =>
  house.database.transaction(systemActor, (tx) =>
    tx.manager.query<Row[]>(statement, [...parameters]),
  );

export type Pair = { readonly entryId: string; readonly judgeId: string; readonly state: string };

/** Every sheet of a round as the system sees it. */
export const sheetsOf = (house: House, roundId: string): Promise<Pair[]> =>
  system<Pair>(
    house,
    `select entry_id as "entryId", judge_id as "judgeId", state from judging.score_sheet
     where round_id = $1 order by entry_id, judge_id`,
    [roundId],
  );
export const named = ({ entryId, judgeId }: Pair): string => `${entryId} ${judgeId}`;
export const living = (pairs: readonly Pair[]): string[] =>
  pairs.filter(({ state }) => state !== 'void' && state !== 'recused').map(named);
