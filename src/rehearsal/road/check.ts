import type { Caller } from '../caller.js';
import { quiet } from '../mailbox.js';
import type { Entry } from '../province/shapes.js';
import type { Stage } from '../stage.js';
import { administrator, type Call } from './call.js';
import { type EntryIds, idOf } from './submit.js';

type Shown = { readonly version: number };
type Checked = Shown & { readonly leaks: readonly { readonly in: string }[] };
type Likeness = {
  readonly alike: readonly { readonly level: string; readonly sentences: readonly unknown[] }[];
};
type Selection = {
  readonly fingerprint: string;
  readonly rows: readonly {
    readonly id: string;
    readonly version: number;
    readonly caseNo: string;
    readonly code: string | null;
  }[];
};

const reasonCodes = {
  'stamp-missing': 'stamp-missing',
  anonymity: 'anonymity',
  likeness: 'copied',
} as const;

/** The province rejects a few entries with a reason and accepts the rest; two units then withdraw. */
export async function check(stage: Stage, call: Call, ids: EntryIds): Promise<number> {
  const admin = stage.as(administrator);
  await quiet(stage.visitor);
  await stage.at(stage.timeline.check);
  const programme = await admin.get<Shown>(`/api/programmes/${call.programmeId}`);
  await admin.post(`/api/programmes/${call.programmeId}/checking`, undefined, programme.version);
  const recommended = stage.province.entries.filter(({ rank }) => rank !== null);
  const rejected = recommended.filter(({ fate }) => fate === 'rejected');
  for (const entry of rejected) await reject(stage, entry, idOf(ids, entry.key));
  await acceptRest(stage, call.programmeId);
  for (const entry of recommended.filter(({ fate }) => fate === 'withdrawn'))
    await withdraw(stage, entry, idOf(ids, entry.key));
  return rejected.length;
}

/** All that still wait are looked at in a preview, then accepted as it showed them. */
async function acceptRest(stage: Stage, programmeId: string): Promise<void> {
  const admin = stage.as(administrator);
  const act = {
    programmeId,
    action: 'accept',
    filter: { state: 'recommended' },
    confirmsOpen: true,
  };
  const path = '/api/entries/formal-check/selection';
  const { rows, fingerprint } = await admin.post<Selection>(`${path}/preview`, act);
  const refused = rows.find(({ code }) => code !== null);
  if (refused !== undefined) throw new Error(`${refused.caseNo} not accepted: ${refused.code}`);
  const seen = rows.map(({ id, version, code }) => ({ id, version, code }));
  await admin.post(path, { ...act, fingerprint, seen });
}

async function reject(stage: Stage, { rejection }: Entry, id: string): Promise<void> {
  if (rejection === undefined) throw new Error('a rejected entry needs a reason');
  const admin = stage.as(administrator);
  const { version, leaks } = await admin.get<Checked>(`/api/entries/${id}`);
  if (rejection.code === 'anonymity' && !leaks.some((leak) => leak.in === 'form'))
    throw new Error('the names in a text were not found');
  if (rejection.code === 'likeness') await findCopy(admin, id);
  const form = { reasonCode: reasonCodes[rejection.code], note: rejection.remark };
  await admin.post(`/api/entries/${id}/rejection`, form, version);
}

/** The copy is found with its source, sentence beside sentence. */
async function findCopy(admin: Caller, id: string): Promise<void> {
  const { alike } = await admin.get<Likeness>(`/api/entries/${id}/likeness`);
  const [likest] = alike;
  if (likest?.level !== 'red' || likest.sentences.length === 0)
    throw new Error('the copy of another entry was not found');
}

async function withdraw(stage: Stage, entry: Entry, id: string): Promise<void> {
  const writer = stage.as(entry.typedInBy);
  const { version } = await writer.get<Shown>(`/api/entries/${id}`);
  await writer.post(
    `/api/entries/${id}/withdrawal`,
    { reason: entry.withdrawalReason ?? '本单位决定撤回。' },
    version,
  );
}
