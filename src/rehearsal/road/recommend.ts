import type { Entry } from '../province/shapes.js';
import type { Caller } from '../caller.js';
import { stampedSheetPdf } from '../documents/stamped-form-pdf.js';
import { each, type Stage } from '../stage.js';
import type { Call } from './call.js';
import { type EntryIds, handIn, idOf } from './submit.js';

type Shown = { readonly version: number };
type Changes = { readonly changes: readonly { readonly where: string }[] };
type Listed = {
  readonly standing: string;
  readonly changes: readonly unknown[];
  readonly categories: readonly {
    readonly categoryCode: string;
    readonly entries: readonly { readonly id: string }[];
  }[];
};

/** Recommending units return what needs correcting, endorse within their places, rank, and lock their lists. */
export async function recommend(stage: Stage, call: Call, ids: EntryIds): Promise<number> {
  const { entries, quotas } = stage.province;
  const units = [...new Set(quotas.map(({ prefectureCode }) => prefectureCode))];
  await stage.at(new Date(stage.timeline.submissionCloses.getTime() + 3_600_000));
  for (const entry of entries.filter(({ returnedFirst }) => returnedFirst)) {
    await returnAndCorrect(stage, entry, idOf(ids, entry.key));
    stage.plays('returned-and-corrected');
  }
  await each(units, (unit) => endorseAll(stage, ranked(entries, unit), ids));
  await overQuota(stage, ids);
  await each(units, (unit) => rankAndLock(stage, call, unit, ids));
  return entries.filter(({ rank }) => rank !== null).length;
}

const officerOf = (unit: string): string => `officer-${unit.slice(0, 4)}`;

const ranked = (entries: readonly Entry[], unit: string): Entry[] =>
  entries
    .filter(({ prefectureCode, rank }) => prefectureCode === unit && rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

async function returnAndCorrect(stage: Stage, entry: Entry, id: string): Promise<void> {
  const officer = stage.as(officerOf(entry.prefectureCode));
  const writer = stage.as(entry.typedInBy);
  const seen = await officer.get<Shown>(`/api/entries/${id}`);
  const remarks = [{ field: 'insight', text: entry.returnRemark ?? '请补充经验与启示。' }];
  await officer.post(`/api/entries/${id}/return`, { remarks }, seen.version);
  const { fields } = await writer.get<{
    fields: { key: string; value: string; version: number }[];
  }>(`/api/entries/${id}`);
  const insight = fields.find(({ key }) => key === 'insight');
  if (insight === undefined) throw new Error(`${entry.key} has no insight section`);
  const value = `${insight.value}已按意见补充。`;
  await writer.put(`/api/entries/${id}/fields/insight`, { value }, insight.version);
  await handIn(writer, id);
  await demandChanges(officer, id, 'insight');
}

/** What was handed in again differs in one part from what was handed in before. */
export async function demandChanges(reader: Caller, id: string, part: string): Promise<void> {
  const { changes } = await reader.get<Changes>(`/api/entries/${id}/changes`);
  const found = changes.map(({ where }) => where).join();
  if (found !== part) throw new Error(`${found} changed, not ${part}`);
}

async function endorseAll(stage: Stage, entries: readonly Entry[], ids: EntryIds): Promise<void> {
  for (const entry of entries) await endorse(stage, entry, ids);
}

async function endorse(stage: Stage, entry: Entry, ids: EntryIds): Promise<void> {
  const officer = stage.as(officerOf(entry.prefectureCode));
  const id = idOf(ids, entry.key);
  const { version } = await officer.get<Shown>(`/api/entries/${id}`);
  await officer.post(`/api/entries/${id}/endorsement`, undefined, version);
}

/** One entry more than the unit has places for. */
async function overQuota(stage: Stage, ids: EntryIds): Promise<void> {
  const entry = stage.province.entries.find(({ key }) => key === stage.province.overQuota);
  if (entry === undefined) throw new Error('the generated province has no entry beyond its places');
  await stage.refusedWith('entries.quota-full', () => endorse(stage, entry, ids));
}

/** The list is made known, ranked, printed, stamped, scanned and locked; one unit reorders it in between. */
async function rankAndLock(stage: Stage, call: Call, unit: string, ids: EntryIds): Promise<void> {
  const officer = stage.as(officerOf(unit));
  const { programmeId } = call;
  await officer.put('/api/entries/list-sheet/publicity', { programmeId, ...publicity(stage) }, 0);
  stage.plays('local-publicity-recorded');
  if (unit === stage.province.quotas[0]?.prefectureCode) {
    await rank(stage, call, unit, ids, (wanted) => wanted.toReversed());
    await printAndScan(officer, programmeId, unit);
    await rank(stage, call, unit, ids);
    await demandOutdated(officer, programmeId);
    const early = { programmeId, password: stage.password };
    await stage.refusedWith('entries.sheet-outdated', () =>
      officer.post('/api/entries/list-lock', early),
    );
    stage.plays('scan-voided');
  } else await rank(stage, call, unit, ids);
  await printAndScan(officer, programmeId, unit);
  await lockList(stage, officer, programmeId);
  stage.plays('list-locked');
}

export async function lockList(stage: Stage, officer: Caller, programmeId: string): Promise<void> {
  await officer.post('/api/entries/list-lock', { programmeId, password: stage.password });
}

/** The stamped scan counts no longer, and the unit reads why. */
async function demandOutdated(officer: Caller, programmeId: string): Promise<void> {
  const path = `/api/entries/list-lock?programmeId=${programmeId}`;
  const { standing, changes } = await officer.get<Listed>(path);
  if (standing !== 'outdated' || changes.length === 0)
    throw new Error(`the sheet of a changed list is ${standing}`);
}

const same = (wanted: readonly Entry[]): readonly Entry[] => wanted;

async function rank(
  stage: Stage,
  { programmeId }: Call,
  unit: string,
  ids: EntryIds,
  order = same,
): Promise<void> {
  const officer = stage.as(officerOf(unit));
  const list = await officer.get<Listed>(`/api/entries/list-lock?programmeId=${programmeId}`);
  for (const { categoryCode, entries } of list.categories) {
    if (entries.length === 0) continue;
    const wanted = ranked(stage.province.entries, unit);
    const entryIds = order(wanted.filter((entry) => entry.categoryCode === categoryCode)).map(
      ({ key }) => idOf(ids, key),
    );
    await officer.put('/api/entries/ranking', { programmeId, categoryCode, entryIds });
    stage.plays('list-ranked');
  }
}

function publicity({ timeline }: Stage) {
  const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
  return {
    place: '本单位门户网站',
    startsOn: dayOf(timeline.submissionCloses),
    endsOn: dayOf(timeline.recommendationCloses),
    objections: 0,
    outcome: '公示期间没有收到异议。',
  };
}

export async function printAndScan(
  officer: Caller,
  programmeId: string,
  unit: string,
): Promise<void> {
  const sheet = await officer.post<{ number: number }>('/api/entries/list-sheet', { programmeId });
  const url = `/api/entries/list-sheet/scan?programmeId=${programmeId}&sheet=${sheet.number}`;
  const bytes = await stampedSheetPdf(unit, sheet.number);
  await officer.upload(url, { name: '推荐汇总表.pdf', type: 'application/pdf', bytes });
}
