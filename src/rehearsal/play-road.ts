import type { Act } from './acts/act.js';
import { changeRules } from './acts/change-rules.js';
import { correct } from './acts/correct.js';
import { takeAlong, unlockOnce } from './acts/lists.js';
import { mend } from './acts/mend.js';
import { shareWork } from './acts/share-work.js';
import { quiet } from './mailbox.js';
import { defaultSeed, province } from './province/province.js';
import { announce, type Result } from './road/announce.js';
import { call } from './road/call.js';
import { beginCheck, check } from './road/check.js';
import { empanel } from './road/empanel.js';
import { foundProvince } from './road/found-province.js';
import { recommend } from './road/recommend.js';
import { scoreHalf, scoreRound } from './road/score.js';
import { submit } from './road/submit.js';
import { type Doors, Stage } from './stage.js';
import type { Timeline } from './timeline.js';

export type Road = {
  readonly base: string;
  readonly seed?: string;
  readonly timeline: Timeline;
  /** `judging`: stop in the middle of judging. */
  readonly until: 'judging' | 'end';
  readonly doors: Doors;
};

/** What happened on the road. */
export type Report = {
  readonly entries: number;
  readonly endorsed: number;
  readonly rejected: number;
  readonly judges: number;
  readonly sheets: number;
  /** How often each problem code was met on purpose. */
  readonly refused: Readonly<Record<string, number>>;
  /** How often each act beside the bare steps was played to its end. */
  readonly played: Readonly<Partial<Record<Act, number>>>;
  /** By category code. */
  readonly winners?: Result['winners'];
  readonly tallyHash?: Result['tallyHash'];
  readonly mails: number;
};

const noResult: Partial<Result> = {};

/** Plays one selection through the HTTP interface, as its users would, with the generated province. */
export async function playRoad(road: Road): Promise<Report> {
  const stage = new Stage(road.base, province(road.seed ?? defaultSeed), road.timeline, road.doors);
  await stage.at(road.timeline.call);
  await foundProvince(stage);
  const programme = await call(stage);
  const whole = road.until === 'end';
  // The demo stops in mid-round, with plain entries and lists.
  const beside = (act: () => Promise<void>): Promise<void> => (whole ? act() : Promise.resolve());
  await beside(() => changeRules(stage, programme));
  await beside(() => shareWork(stage, programme));
  const ids = await submit(stage, programme);
  await beside(() => mend(stage, ids));
  const endorsed = await recommend(stage, programme, ids);
  await beside(() => unlockOnce(stage, programme));
  await beginCheck(stage, programme);
  await beside(() => correct(stage, ids));
  const rejected = await check(stage, programme, ids);
  await beside(() => takeAlong(stage, programme));
  const round = await empanel(stage, programme, ids);
  const sheets = await (whole
    ? scoreRound(stage, programme, { round, ids })
    : scoreHalf(stage, round));
  const result = whole ? await announce(stage, programme, round) : noResult;
  const { deliveries } = await quiet(stage.visitor);
  return {
    entries: ids.size,
    endorsed,
    rejected,
    judges: stage.province.judges.filter(({ invited }) => invited).length,
    sheets,
    refused: Object.fromEntries([...stage.refused].sort()),
    played: Object.fromEntries([...stage.played].sort()),
    ...result,
    mails: deliveries,
  };
}
