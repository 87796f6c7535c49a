import { demandHidden, plantedEntry, tokensIn } from '../documents/planted.js';
import type { Caller } from '../caller.js';
import type { Judge } from '../province/shapes.js';
import { administrator, type Call, secondAdministrator } from '../road/call.js';
import { codeOf, judgeRows, type Round } from '../road/empanel.js';
import { type EntryIds, idOf } from '../road/submit.js';
import type { Stage } from '../stage.js';

type Queue = { readonly sheets: readonly { readonly id: string; readonly title: string }[] };
type Sheet = { readonly files: readonly { readonly id: string }[] };
type Task = { readonly id: string; readonly version: number; readonly state: string };
type Unit = { readonly attachments: readonly { readonly id: string }[] };

const queueOf = (judge: Caller, round: Round): Promise<Queue> =>
  judge.get<Queue>(`/api/judging/rounds/${round.id}/queue`);

/** A judge can not read a file and says so; an administrator sees to it, and the judge reads the answer. */
export async function reportMaterial(
  stage: Stage,
  { programmeId }: Call,
  round: Round,
  { key }: Judge,
): Promise<void> {
  const judge = stage.as(key);
  const [sheet] = (await queueOf(judge, round)).sheets;
  const path = `/api/judging/sheets/${sheet?.id ?? ''}/problems`;
  await judge.post(path, { kind: 'unreadable', note: '活动照片太暗，看不清。' });
  const admin = stage.as(administrator);
  const tasks = await admin.get<Task[]>(`/api/judging/programmes/${programmeId}/problems`);
  const task = tasks.find(({ state }) => state === 'open');
  if (task === undefined) throw new Error('nobody is told of the problem');
  const settled = { answer: '已核对原件，照片可用，请调高屏幕亮度查看。' };
  await admin.post(`/api/judging/problems/${task.id}/settlement`, settled, task.version);
  const [answered] = await judge.get<{ answer: string | null }[]>(path);
  if (answered?.answer !== settled.answer) throw new Error('the judge does not read the answer');
  stage.plays('material-problem-settled');
}

/** A signed sheet is opened again on one administrator's request and another's confirmation, and signed as it was. */
export async function unlockSheet(
  stage: Stage,
  call: Call,
  { round, ids }: { round: Round; ids: EntryIds },
  { key }: Judge,
): Promise<void> {
  const [first, second] = [stage.as(administrator), stage.as(secondAdministrator)];
  const [sheet] = (await queueOf(stage.as(key), round)).sheets;
  const entry = stage.province.entries.find(({ title }) => title === sheet?.title);
  const { caseNo } = await first.get<{ caseNo: string }>(
    `/api/entries/${idOf(ids, entry?.key ?? '')}`,
  );
  const judge = (await judgeRows(stage, call)).get(codeOf(key));
  const asked = { caseNo, judgeId: judge?.id, reason: '评委说明误签，申请复核后重新签署。' };
  const { id } = await first.post<Task>(`/api/judging/rounds/${round.id}/unlocks`, asked);
  const unlocks = await second.get<Task[]>(`/api/judging/unlocks?roundId=${round.id}`);
  const version = unlocks.find((one) => one.id === id)?.version;
  const confirm = `/api/judging/unlocks/${id}/confirmation`;
  const { password } = stage;
  await stage.refusedWith('judging.same-person', () => first.post(confirm, { password }, version));
  await second.post(confirm, { password }, version);
  const { signed } = await stage
    .as(key)
    .post<{ signed: number }>(`/api/judging/rounds/${round.id}/signature`);
  if (signed !== 1) throw new Error(`${signed} sheets were signed again, not one`);
  stage.plays('signed-sheet-unlocked-by-two');
}

/** The files of one entry hide forty names; its school gets them back, and no judge meets one anywhere. */
export async function searchForIdentity(
  stage: Stage,
  { round, ids }: { round: Round; ids: EntryIds },
  judges: readonly Judge[],
): Promise<void> {
  const entry = plantedEntry(stage.province.entries);
  const path = `/api/entries/${idOf(ids, entry.key)}`;
  const writer = stage.as(entry.typedInBy);
  const hidden = new Set<string>();
  for (const { id } of (await writer.get<Unit>(path)).attachments)
    for (const token of await tokensIn(await writer.bytes(`${path}/attachments/${id}`)))
      hidden.add(token);
  demandHidden(hidden);
  let readers = 0;
  for (const { key } of judges) {
    const judge = stage.as(key);
    const { sheets } = await queueOf(judge, round);
    const sheet = sheets.find(({ title }) => title === entry.title);
    if (sheet === undefined) continue;
    readers += 1;
    for (const met of await fetchable(judge, round, sheet.id))
      for (const token of await tokensIn(met)) throw new Error(`${key} reads ${token}`);
  }
  if (readers === 0) throw new Error('no judge reads the entry that hides names');
  stage.plays('planted-token-kept-from-judges', hidden.size);
}

/** Everything about one sheet that the server gives to its judge. */
async function fetchable(judge: Caller, round: Round, id: string): Promise<Buffer[]> {
  const sheet = `/api/judging/sheets/${id}`;
  const { files } = await judge.get<Sheet>(sheet);
  const paths = [
    sheet,
    `${sheet}/problems`,
    `/api/judging/rounds/${round.id}/queue`,
    '/api/judging/invitations',
    ...files.map((file) => `${sheet}/files/${file.id}`),
  ];
  return Promise.all(paths.map((path) => judge.bytes(path)));
}
