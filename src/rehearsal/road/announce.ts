import { quiet } from '../mailbox.js';
import type { Stage } from '../stage.js';
import { administrator, type Call, secondAdministrator } from './call.js';
import type { Round } from './empanel.js';

type Versioned = { readonly version: number };
type Tally = {
  readonly newest: {
    readonly id: string;
    readonly state: string;
    readonly outputHash: string | null;
    readonly categories: readonly {
      readonly code: string;
      readonly selected: number;
      readonly entries: readonly { readonly title: string; readonly award: string | null }[];
    }[];
  } | null;
  readonly runs: readonly { readonly outputHash: string | null }[];
};
type Run = NonNullable<Tally['newest']>;
type Desk = { readonly releases: readonly { readonly kind: string; readonly endsAt: string }[] };

export type Result = {
  readonly winners: Readonly<Record<string, number>>;
  readonly tallyHash: string;
};

/** Closes the round, has the tally computed twice and verified by two, gives notice and announces. */
export async function announce(stage: Stage, call: Call, round: Round): Promise<Result> {
  const admin = stage.as(administrator);
  await stage.at(stage.timeline.tally);
  const { version } = await admin.get<Versioned>(`/api/judging/rounds/${round.id}`);
  await admin.post(`/api/judging/rounds/${round.id}/closing`, undefined, version);
  const first = await newestRun(stage, call);
  await admin.post(`/api/tally/programmes/${call.programmeId}/runs`);
  const run = await newestRun(stage, call);
  if (run.id === first.id || run.outputHash === null || run.outputHash !== first.outputHash)
    throw new Error(`two runs differ: ${first.outputHash} and ${run.outputHash}`);
  await verify(stage, run);
  await giveNoticeAndAnnounce(stage, call);
  await demandPage(stage, call, run);
  return {
    winners: Object.fromEntries(run.categories.map(({ code, selected }) => [code, selected])),
    tallyHash: run.outputHash,
  };
}

async function newestRun(stage: Stage, call: Call): Promise<Run> {
  await quiet(stage.visitor);
  const { newest } = await stage
    .as(administrator)
    .get<Tally>(`/api/tally/programmes/${call.programmeId}`);
  if (newest === null) throw new Error('there is no tally');
  return newest;
}

/** One administrator's word is not enough, nor the same one's twice. */
async function verify(stage: Stage, run: Run): Promise<void> {
  const path = `/api/tally/runs/${run.id}/verification`;
  const confirmed = { decision: 'confirm' };
  await stage.as(administrator).post(path, confirmed);
  await stage.refusedWith('tally.second-person-needed', () =>
    stage.as(administrator).post(path, confirmed),
  );
  await stage.as(secondAdministrator).post(path, confirmed);
}

async function giveNoticeAndAnnounce(stage: Stage, { programmeId }: Call): Promise<void> {
  const admin = stage.as(administrator);
  const path = `/api/announcement/programmes/${programmeId}`;
  await admin.post(`${path}/notice`, { startsOn: stage.timeline.noticeStartsOn });
  await quiet(stage.visitor);
  const { releases } = await admin.get<Desk>(path);
  const notice = releases.find(({ kind }) => kind === 'notice');
  if (notice === undefined) throw new Error('the notice was not released');
  const end = new Date(notice.endsAt);
  await stage.at(new Date(end.getTime() - 60_000));
  await stage.refusedWith('announcement.notice-running', () => admin.post(`${path}/final`));
  await stage.at(end);
  await admin.post(`${path}/final`);
  await quiet(stage.visitor);
}

/** A visitor reads on the public pages exactly the titles that won. */
async function demandPage(stage: Stage, { slug }: Call, run: Run): Promise<void> {
  for (const name of ['notice', 'results']) {
    const page = await stage.visitor.text(`/p/${slug}/${name}`);
    for (const { title, award } of run.categories.flatMap(({ entries }) => entries))
      if (page.includes(title.replaceAll('"', '&quot;')) !== (award !== null))
        throw new Error(`${name}: ${title} is ${award === null ? 'shown' : 'missing'}`);
  }
}
