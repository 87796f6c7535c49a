import type { Caller } from '../caller.js';
import type { Entry } from '../province/shapes.js';
import { demandChanges } from '../road/recommend.js';
import { type EntryIds, handIn, idOf } from '../road/submit.js';
import type { Stage } from '../stage.js';

type Field = { readonly key: string; readonly value: string; readonly version: number };
type Leak = { readonly where: string; readonly found: string };
type Shown = {
  readonly version: number;
  readonly fields: readonly Field[];
  readonly leaks: readonly Leak[];
};

const day = 86_400_000;
const officerOf = ({ prefectureCode }: Entry): string => `officer-${prefectureCode.slice(0, 4)}`;

/** What a recommending unit and its schools settle between them before anything is endorsed. */
export async function mend(stage: Stage, ids: EntryIds): Promise<void> {
  await stage.at(new Date(stage.timeline.submissionCloses.getTime() + 3_600_000));
  await leakMended(stage, ids);
  await declineUndone(stage, ids);
}

/** The name of a school stands in a text: school and reviewer read where, and the school takes it out. */
async function leakMended(stage: Stage, ids: EntryIds): Promise<void> {
  const entry = stage.province.entries.find(
    ({ fate, submittedBy, returnedFirst, schoolCode }) =>
      fate === 'reviewed' &&
      submittedBy === 'school' &&
      !returnedFirst &&
      stage.province.entries.filter((other) => other.schoolCode === schoolCode).length === 1,
  );
  const school = stage.province.organisations.find(({ code }) => code === entry?.schoolCode);
  if (entry === undefined || school === undefined) throw new Error('no school has a leak to mend');
  const id = idOf(ids, entry.key);
  const [writer, officer] = [stage.as(entry.typedInBy), stage.as(officerOf(entry))];
  const good = await textOf(writer, id, 'effect');
  const leaking = `${school.name}的做法得到肯定。${good.value}`;
  await giveBack(stage, entry, id);
  await write(writer, id, leaking);
  await demandLeak(writer, id, school.name);
  await handIn(writer, id);
  await demandLeak(officer, id, school.name);
  await giveBack(stage, entry, id);
  await write(writer, id, good.value);
  await handIn(writer, id);
  await demandChanges(officer, id, 'effect');
  const { leaks } = await officer.get<Shown>(`/api/entries/${id}`);
  if (leaks.some(({ where }) => where === 'effect')) throw new Error('the leak is still found');
  stage.plays('leak-found-and-mended');
}

/** Back until a day of its own, which is put off once; only the part that was remarked may change. */
async function giveBack(stage: Stage, entry: Entry, id: string): Promise<void> {
  const [writer, officer] = [stage.as(entry.typedInBy), stage.as(officerOf(entry))];
  const at = (days: number): string =>
    new Date(stage.timeline.submissionCloses.getTime() + days * day).toISOString();
  const remarks = [{ field: 'effect', text: '请写明成效由谁认定，并删去单位名称。' }];
  const { version } = await officer.get<Shown>(`/api/entries/${id}`);
  const returned = await officer.post<{ version: number }>(
    `/api/entries/${id}/return`,
    { remarks, dueAt: at(2) },
    version,
  );
  await officer.put(`/api/entries/${id}/return/due`, { dueAt: at(4) }, returned.version);
  stage.plays('return-prolonged');
  const other = await textOf(writer, id, 'background');
  await stage.refusedWith('entries.field-not-to-change', () =>
    writer.put(`/api/entries/${id}/fields/background`, { value: '改写' }, other.version),
  );
}

async function textOf(writer: Caller, id: string, key: string): Promise<Field> {
  const { fields } = await writer.get<Shown>(`/api/entries/${id}`);
  const field = fields.find((one) => one.key === key);
  if (field === undefined) throw new Error(`${id} has no ${key}`);
  return field;
}

async function write(writer: Caller, id: string, value: string): Promise<void> {
  const { version } = await textOf(writer, id, 'effect');
  await writer.put(`/api/entries/${id}/fields/effect`, { value }, version);
}

async function demandLeak(reader: Caller, id: string, name: string): Promise<void> {
  const { leaks } = await reader.get<Shown>(`/api/entries/${id}`);
  if (!leaks.some(({ where, found }) => where === 'effect' && name.includes(found)))
    throw new Error(`${name} was not found in the text`);
}

/** Not recommended, with a reason; looked at again; and still not recommended. */
async function declineUndone(stage: Stage, ids: EntryIds): Promise<void> {
  const { entries, overQuota } = stage.province;
  const entry = entries.find(({ fate, key }) => fate === 'not-recommended' && key !== overQuota);
  if (entry === undefined) throw new Error('every entry is recommended');
  const officer = stage.as(officerOf(entry));
  const path = `/api/entries/${idOf(ids, entry.key)}`;
  const reason = '与本单位另一项内容相近，名额有限，本次不推荐。';
  const version = async (): Promise<number> => (await officer.get<Shown>(path)).version;
  await officer.post(`${path}/decline`, { reason }, await version());
  await officer.delete(`${path}/decline`, await version());
  stage.plays('decline-undone');
  await officer.post(`${path}/decline`, { reason }, await version());
  stage.plays('declined');
}
