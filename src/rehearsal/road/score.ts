import type { AssignedEntry } from '../province/forced-tie.js';
import { forceTie } from '../province/forced-tie.js';
import { scoreSheet, type ScoreSheet } from '../province/score-sheet.js';
import type { Judge } from '../province/shapes.js';
import { reportMaterial, searchForIdentity, unlockSheet } from '../acts/judging-acts.js';
import { each, type Stage } from '../stage.js';
import { administrator, type Call } from './call.js';
import { assign } from './assign.js';
import { codeOf, inviteAndAccept, judgeRows, type Round } from './empanel.js';
import type { EntryIds } from './submit.js';

type Sheet = { readonly id: string; readonly title: string; readonly state: string };
type Queue = { readonly sheets: readonly Sheet[] };
type Versioned = { readonly version: number };
type Versions = {
  readonly criteria: readonly { readonly key: string; readonly version: number }[];
  readonly commentVersion: number;
  readonly recommendationVersion: number;
  readonly files: readonly { readonly id: string }[];
};

/** Every sixth sheet, the judge also opens the files. */
const opensFilesEvery = 6;
/** The category whose tenth and eleventh are made to tie. */
const tiedCategory = 'DY';

/** The whole round: one judge withdraws, a spare takes over, everybody scores and signs. */
export async function scoreRound(
  stage: Stage,
  call: Call,
  { round, ids }: { round: Round; ids: EntryIds },
): Promise<number> {
  const desk = new ScoringDesk(stage, round);
  await replaceWithdrawing(stage, call, round, desk);
  const judges = stage.province.judges.filter(({ key }) => desk.hasJudge(key));
  await desk.forceTheTie(judges);
  await each(judges, (judge) => desk.scoreAll(judge));
  await refusals(stage, round, desk, judges);
  const signed = await each(judges, (judge) => desk.sign(judge));
  await afterSigning(stage, desk, judges);
  await beside(stage, call, { round, ids }, judges);
  return signed.reduce((sum, count) => sum + count, 0);
}

/** What comes up in a round beside the scores. */
async function beside(
  stage: Stage,
  call: Call,
  where: { round: Round; ids: EntryIds },
  judges: readonly Judge[],
): Promise<void> {
  const [first, second] = judges;
  if (first === undefined || second === undefined) throw new Error('there are no judges');
  await reportMaterial(stage, call, where.round, first);
  await unlockSheet(stage, call, where, second);
  await searchForIdentity(stage, where, judges);
}

/** Up to the middle: judges stand at different places, a few have signed what they finished. */
export async function scoreHalf(stage: Stage, round: Round): Promise<number> {
  const desk = new ScoringDesk(stage, round);
  const judges = stage.province.judges.filter(({ key }) => desk.hasJudge(key));
  await each(judges, (judge, index) => desk.scoreAll(judge, (index * 4) % 9));
  const [first, second] = judges;
  const signed = await each([first, second], (judge) =>
    judge ? desk.sign(judge) : Promise.resolve(0),
  );
  return signed.reduce((sum, count) => sum + count, 0);
}

/** What judges do at their desks, knowing entries by title alone. */
class ScoringDesk {
  readonly #keys: ReadonlyMap<string, string>;
  #overrides = new Map<string, ScoreSheet>();

  constructor(
    private readonly stage: Stage,
    private readonly round: Round,
  ) {
    this.#keys = new Map(stage.province.entries.map(({ title, key }) => [title, key]));
  }

  hasJudge(key: string): boolean {
    return this.stage.hasSignedIn(key) && key !== this.#withdrawn;
  }
  #withdrawn: string | undefined;

  leave(key: string): void {
    this.#withdrawn = key;
  }

  async queue({ key }: Judge): Promise<readonly Sheet[]> {
    const queue = await this.stage.as(key).get<Queue>(`/api/judging/rounds/${this.round.id}/queue`);
    return queue.sheets;
  }

  async scoreAll(judge: Judge, most = Infinity): Promise<void> {
    const sheets = await this.queue(judge);
    for (const [index, sheet] of sheets.entries())
      if (index < most && sheet.state !== 'signed') await this.#score(judge, sheet, index);
  }

  async sign({ key }: Judge): Promise<number> {
    const path = `/api/judging/rounds/${this.round.id}/signature`;
    const { signed } = await this.stage.as(key).post<{ signed: number }>(path);
    return signed;
  }

  /** Makes the tenth and the eleventh of a category tie exactly, whoever judges them. */
  async forceTheTie(judges: readonly Judge[]): Promise<void> {
    const panels = new Map<string, string[]>();
    for (const judge of judges.filter(({ categoryCode }) => categoryCode === tiedCategory))
      for (const { title } of await this.queue(judge)) {
        const entryKey = this.#keyOf(title);
        panels.set(entryKey, [...(panels.get(entryKey) ?? []), judge.key]);
      }
    const assigned = [...panels]
      .map(([entryKey, judgeKeys]): AssignedEntry => ({ entryKey, judgeKeys: judgeKeys.sort() }))
      .sort((a, b) => (a.entryKey < b.entryKey ? -1 : 1));
    const { overrides } = forceTie(this.stage.province, assigned);
    this.#overrides = new Map(
      overrides.map(({ entryKey, judgeKey, sheet }) => [`${entryKey} ${judgeKey}`, sheet]),
    );
  }

  async #score(judge: Judge, { id, title }: Sheet, index: number): Promise<void> {
    const caller = this.stage.as(judge.key);
    const path = `/api/judging/sheets/${id}`;
    const seen = await caller.get<Versions>(path);
    if (index % opensFilesEvery === 0)
      for (const file of seen.files) await caller.text(`${path}/files/${file.id}`);
    const entryKey = this.#keyOf(title);
    const { scores, comment, recommendation } =
      this.#overrides.get(`${entryKey} ${judge.key}`) ??
      scoreSheet(this.stage.province, entryKey, judge.key);
    for (const { key, version } of seen.criteria) {
      const value = scores[key as keyof typeof scores];
      await caller.put(`${path}/scores/${key}`, { value }, version);
    }
    await caller.put(`${path}/comment`, { comment }, seen.commentVersion);
    await caller.put(`${path}/recommendation`, { recommendation }, seen.recommendationVersion);
  }

  #keyOf(title: string): string {
    const key = this.#keys.get(title);
    if (key === undefined) throw new Error(`nobody wrote ${title}`);
    return key;
  }
}

/** In mid-round a judge who has begun withdraws; what is lost goes to the spare and the others. */
async function replaceWithdrawing(
  stage: Stage,
  call: Call,
  round: Round,
  desk: ScoringDesk,
): Promise<void> {
  const { judges, withdrawing } = stage.province;
  const judge = judges.find(({ key }) => key === withdrawing);
  const spare = judges.find(
    (other) => !other.invited && other.categoryCode === judge?.categoryCode,
  );
  if (judge === undefined || spare === undefined) throw new Error('nobody withdraws or replaces');
  await stage.at(stage.timeline.middleOfJudging);
  await desk.scoreAll(judge, 3);
  const admin = stage.as(administrator);
  const row = (await judgeRows(stage, call)).get(codeOf(judge.key));
  if (row === undefined) throw new Error(`${judge.key} is not a judge`);
  await admin.post(
    `/api/judging/judges/${row.id}/withdrawal`,
    { reason: '因病不能继续评审。' },
    row.version,
  );
  desk.leave(judge.key);
  await inviteAndAccept(stage, call, [spare]);
  await assign(stage, round.id, { kind: 'repair' });
}

/** What must not work while the round is open: closing early, a judge in another's sheet. */
async function refusals(
  stage: Stage,
  round: Round,
  desk: ScoringDesk,
  [first, second]: readonly Judge[],
): Promise<void> {
  if (first === undefined || second === undefined) throw new Error('there are no judges');
  const [sheet] = await desk.queue(second);
  await stage.refusedWith('judging.not-found', () =>
    stage.as(first.key).get(`/api/judging/sheets/${sheet?.id ?? ''}`),
  );
  const admin = stage.as(administrator);
  const { version } = await admin.get<Versioned>(`/api/judging/rounds/${round.id}`);
  await stage.refusedWith('judging.entries-lack-sheets', () =>
    admin.post(`/api/judging/rounds/${round.id}/closing`, undefined, version),
  );
}

/** A signed sheet takes no other score. */
async function afterSigning(
  stage: Stage,
  desk: ScoringDesk,
  [first]: readonly Judge[],
): Promise<void> {
  if (first === undefined) throw new Error('there are no judges');
  const [sheet] = await desk.queue(first);
  const path = `/api/judging/sheets/${sheet?.id ?? ''}`;
  const { criteria } = await stage.as(first.key).get<Versions>(path);
  const [criterion] = criteria;
  await stage.refusedWith('judging.sheet-signed', () =>
    stage
      .as(first.key)
      .put(`${path}/scores/${criterion?.key ?? ''}`, { value: 0 }, criterion?.version),
  );
}
