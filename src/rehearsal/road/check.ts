import type { Caller } from '../caller.js';
import { quiet } from '../mailbox.js';
import type { Entry } from '../province/shapes.js';
import type { Stage } from '../stage.js';
import { administrator, type Call } from './call.js';
import { type EntryIds, idOf } from './submit.js';

type Shown = { readonly version: number };
type Checked = Shown & {
  readonly state: string;
  readonly leaks: readonly { readonly in: string }[];
  readonly checks: readonly { readonly code: string; readonly standing: string }[];
};
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

/** Submission and recommendation are over: the formal check begins. */
export async function beginCheck(stage: Stage, { programmeId }: Call): Promise<void> {
  const admin = stage.as(administrator);
  await quiet(stage.visitor);
  await stage.at(stage.timeline.check);
  const { version } = await admin.get<Shown>(`/api/programmes/${programmeId}`);
  await admin.post(`/api/programmes/${programmeId}/checking`, undefined, version);
}

/** The province rejects a few entries with a reason and accepts the rest; two units then withdraw. */
export async function check(stage: Stage, call: Call, ids: EntryIds): Promise<number> {
  const recommended = stage.province.entries.filter(({ rank }) => rank !== null);
  const rejected = recommended.filter(({ fate }) => fate === 'rejected');
  for (const entry of rejected) await reject(stage, entry, idOf(ids, entry.key));
  await acceptRest(stage, call.programmeId);
  for (const entry of recommended.filter(({ fate }) => fate === 'withdrawn'))
    await withdraw(stage, entry, idOf(ids, entry.key));
  return rejected.length;
}

const selectionPath = '/api/entries/formal-check/selection';

/**
 * All that still wait are looked at in a preview. What the program finds fault with is read, and judged
 * for a reason where a person can see that it is none; then all are accepted as the preview shows them.
 */
async function acceptRest(stage: Stage, programmeId: string): Promise<void> {
  const admin = stage.as(administrator);
  const act = {
    programmeId,
    action: 'accept',
    filter: { state: 'recommended' },
    confirmsOpen: true,
  };
  const look = (): Promise<Selection> => admin.post<Selection>(`${selectionPath}/preview`, act);
  const seenIn = ({ rows }: Selection) =>
    rows.map(({ id, version, code }) => ({ id, version, code }));
  const early = await look();
  for (const { id, code } of early.rows)
    if (code === 'entries.check-items-failing') await overrule(admin, id);
  const run = (shown: Selection): Promise<unknown> =>
    admin.post(selectionPath, {
      ...act,
      fingerprint: shown.fingerprint,
      seen: seenIn(shown),
    });
  await stage.refusedWith('entries.selection-changed', () => run(early));
  stage.plays('bulk-act-outdated');
  const now = await look();
  const refused = now.rows.find(({ code }) => code !== null);
  if (refused !== undefined) throw new Error(`${refused.caseNo} not accepted: ${refused.code}`);
  await run(now);
  stage.plays('bulk-act-as-previewed');
}

/** What may be judged otherwise than the program does, and the reason that is written down. */
const notes: Readonly<Record<string, string>> = {
  likeness: '经比对，本案例在先，系他人抄袭本案例。',
};

async function overrule(admin: Caller, id: string): Promise<void> {
  const { checks } = await admin.get<Checked>(`/api/entries/${id}`);
  for (const { code, standing } of checks) {
    if (standing !== 'fails') continue;
    const note = notes[code];
    if (note === undefined) throw new Error(`${id} fails in ${code}`);
    await admin.put(`/api/entries/${id}/check-marks/${code}`, { verdict: 'fits', note }, 0);
  }
}

async function reject(stage: Stage, { rejection }: Entry, id: string): Promise<void> {
  if (rejection === undefined) throw new Error('a rejected entry needs a reason');
  const admin = stage.as(administrator);
  const { version, leaks, state } = await admin.get<Checked>(`/api/entries/${id}`);
  if (rejection.code === 'anonymity' && !leaks.some((leak) => leak.in === 'form'))
    throw new Error('the names in a text were not found');
  if (rejection.code === 'likeness') {
    await findCopy(admin, id);
    if (state !== 'recommended') throw new Error('the program decided on a copy by itself');
    stage.plays('copy-found-and-rejected-by-a-person');
  }
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
