import type { Judge } from '../province/shapes.js';
import { each, type Stage } from '../stage.js';
import { assign } from './assign.js';
import { administrator, type Call } from './call.js';
import { enter } from './found-province.js';
import { type EntryIds, idOf } from './submit.js';

export type JudgeRow = { readonly id: string; readonly code: string; readonly version: number };
export type Round = { readonly id: string };

type Versioned = { readonly version: number };
type Invitation = Versioned & { readonly id: string };

/** Judges are invited and answer, declare recusals, and an assignment gives each entry its five. */
export async function empanel(stage: Stage, call: Call, ids: EntryIds): Promise<Round> {
  const admin = stage.as(administrator);
  await inviteAndAccept(
    stage,
    call,
    stage.province.judges.filter(({ invited }) => invited),
  );
  const round = await admin.post<Round>(`/api/judging/programmes/${call.programmeId}/rounds`, {});
  await declareRecusal(stage);
  await assign(stage, round.id, { kind: 'assignment', seed: stage.province.seed });
  await assignAgainstRecusal(stage, call, round, ids);
  await stage.at(stage.timeline.judgingOpens);
  const { version } = await admin.get<Versioned>(`/api/judging/rounds/${round.id}`);
  await admin.post(`/api/judging/rounds/${round.id}/opening`, undefined, version);
  return { id: round.id };
}

/** `judge-DY-07` is `DY-07` on ballots. */
export const codeOf = (judgeKey: string): string => judgeKey.replace(/^judge-/, '');

export async function inviteAndAccept(
  stage: Stage,
  call: Call,
  judges: readonly Judge[],
): Promise<void> {
  const rows = judges.map(({ key, name, email, unitCode, categoryCode }) => ({
    name,
    email,
    organisationCode: unitCode,
    categoryCode,
    code: codeOf(key),
  }));
  const path = `/api/judging/programmes/${call.programmeId}/judges`;
  await stage.as(administrator).post(path, { judges: rows });
  await enter(stage, judges);
  await each(judges, async ({ key }) => {
    const judge = stage.as(key);
    for (const { id, version } of await judge.get<Invitation[]>('/api/judging/invitations'))
      await judge.post(`/api/judging/invitations/${id}/acceptance`, undefined, version);
  });
}

export async function judgeRows(stage: Stage, call: Call): Promise<Map<string, JudgeRow>> {
  const rows: JudgeRow[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: { judges: JudgeRow[]; next: string | null } = await stage
      .as(administrator)
      .get(`/api/judging/programmes/${call.programmeId}/judges?after=${encodeURIComponent(after)}`);
    rows.push(...page.judges);
    after = page.next;
  }
  return new Map(rows.map((row) => [row.code, row]));
}

/** One judge knows the author of an entry and says so before the assignment. */
async function declareRecusal(stage: Stage): Promise<void> {
  const judge = stage.as('judge-JX-03');
  const [invitation] = await judge.get<Invitation[]>('/api/judging/invitations');
  if (invitation === undefined) throw new Error('the judge has no invitation');
  const path = `/api/judging/invitations/${invitation.id}`;
  const titles = await judge.get<{ ref: string; title: string }[]>(`${path}/entries`);
  const known = titles.sort((a, b) => (a.title < b.title ? -1 : 1))[0];
  if (known === undefined) throw new Error('there is nothing to declare against');
  const recusal = {
    entryRef: known.ref,
    kind: 'teacher-student',
    note: '执笔人是我指导过的学员。',
  };
  await judge.post(`${path}/recusals`, recusal);
}

/** By hand, an entry to a judge of the same prefecture: refused in each category. */
async function assignAgainstRecusal(
  stage: Stage,
  call: Call,
  round: Round,
  ids: EntryIds,
): Promise<void> {
  const judges = await judgeRows(stage, call);
  for (const { entryKey, judgeKey } of stage.province.conflicts) {
    const judge = judges.get(codeOf(judgeKey));
    if (judge === undefined) throw new Error(`${judgeKey} is not a judge`);
    const pair = { entryId: idOf(ids, entryKey), judgeId: judge.id };
    await stage.refusedWith('judging.conflict', () =>
      stage.as(administrator).post(`/api/judging/rounds/${round.id}/sheets`, pair),
    );
  }
}
