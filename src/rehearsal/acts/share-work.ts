import type { Entry, Person } from '../province/shapes.js';
import type { Call } from '../road/call.js';
import type { Stage } from '../stage.js';

type Shown = { readonly version: number };
type Invited = { readonly invited: readonly { readonly link: string | null }[] };
type Ownership = { readonly candidates: readonly { readonly id: string; readonly name: string }[] };

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const reason = '负责此项工作的老师调岗，交给同事继续。';

/**
 * A county invites one more teacher of a school by link. The teacher takes drafts along as a sheet, brings
 * them in again, hands one over to a colleague and withdraws the others: none of them reaches anybody.
 */
export async function shareWork(stage: Stage, { programmeId }: Call): Promise<void> {
  await stage.at(stage.timeline.submissionOpens);
  const { entry, county } = schoolBelowCounty(stage);
  const teacher = await inviteTeacher(stage, entry, county);
  const { id } = await teacher.post<{ id: string }>('/api/entries', {
    programmeId,
    categoryCode: entry.categoryCode,
    title: '先行先试：一份准备交给同事的草稿',
  });
  const value = '这是草稿，交给同事后再写。';
  await teacher.put(`/api/entries/${id}/fields/background`, { value }, 0);
  const query = `programmeId=${programmeId}`;
  const bytes = await teacher.bytes(`/api/entries/exports/entries?${query}`);
  const { version } = await teacher.get<Shown>(`/api/entries/${id}`);
  const renamed = { title: '另起炉灶：改了名称的草稿', categoryCode: entry.categoryCode };
  await teacher.put(`/api/entries/${id}/title`, renamed, version);
  const { entryIds } = await bringIn(stage, query, bytes);
  const [imported] = entryIds;
  if (imported === undefined) throw new Error('no draft was imported');
  await handOver(stage, entry, imported);
  await withdraw(stage, entry.typedInBy, imported);
  for (const rest of [id, ...entryIds.slice(1)]) await withdraw(stage, teacherKey, rest);
}

const teacherKey = 'invited-teacher';

function schoolBelowCounty({ province }: Stage): { entry: Entry; county: Person } {
  for (const entry of province.entries) {
    const county = province.officials.find(({ key }) => key === `county-${entry.countyCode ?? ''}`);
    if (county && entry.submittedBy === 'school') return { entry, county };
  }
  throw new Error('no school below a county writes for itself');
}

async function inviteTeacher(stage: Stage, { schoolCode }: Entry, county: Person) {
  const email = 'invited-teacher@example.org';
  const people = [{ name: '周启明', email, phone: '', organisation: schoolCode }];
  const { invited } = await stage
    .as(county.key)
    .post<Invited>('/api/identity/below/people', { people });
  const token = invited[0]?.link?.split('#')[1];
  if (token === undefined) throw new Error('the invitation has no link');
  await stage.welcomeWith({ key: teacherKey, email }, token);
  stage.plays('invited-by-link');
  return stage.as(teacherKey);
}

async function bringIn(stage: Stage, query: string, bytes: Buffer) {
  const caller = stage.as(teacherKey);
  const sheet = { name: '草稿.xlsx', type: xlsx, bytes };
  const { rows, faults } = await caller.upload<{ rows: unknown[]; faults: unknown[] }>(
    `/api/entries/imports/preview?${query}`,
    sheet,
  );
  if (rows.length === 0 || faults.length > 0)
    throw new Error(`the sheet that was sent does not come back: ${JSON.stringify(faults)}`);
  const answer = await caller.upload<{ entryIds: string[] }>(
    `/api/entries/imports?${query}`,
    sheet,
  );
  stage.plays('drafts-imported', answer.entryIds.length);
  return answer;
}

async function handOver(stage: Stage, entry: Entry, id: string): Promise<void> {
  const teacher = stage.as(teacherKey);
  const colleague = stage.province.officials.find(({ key }) => key === entry.typedInBy);
  const { candidates } = await teacher.get<Ownership>(`/api/entries/${id}/ownership`);
  const person = candidates.find(({ name }) => name === colleague?.name);
  if (person === undefined) throw new Error('there is no colleague to hand over to');
  const { version } = await teacher.get<Shown>(`/api/entries/${id}`);
  await teacher.post(`/api/entries/${id}/transfer`, { personId: person.id, reason }, version);
  stage.plays('entry-transferred');
}

async function withdraw(stage: Stage, key: string, id: string): Promise<void> {
  const { version } = await stage.as(key).get<Shown>(`/api/entries/${id}`);
  await stage.as(key).post(`/api/entries/${id}/withdrawal`, { reason: '只是草稿。' }, version);
}
