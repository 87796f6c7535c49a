import { Client } from '../support/client.js';
import { draftEntry, rawEntry, submittedEntry } from '../support/entries.js';
import { type FrozenHouse, type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  afterJudging,
  assignedRound,
  checkedSelection,
  fillSheet,
  onRound,
  queueOf,
  type Selection,
  whileChecking,
  whileJudging,
} from '../support/judging.js';
import { smallProvince } from '../support/people.js';
import { clientIn, draftProgramme, openProgramme, whileCollecting } from '../support/programmes.js';
import { confirm, setRules, tallyNow } from '../support/tally.js';
import { type Observer, seat, standingObservers } from './observers.js';

export const phases = [
  ...(['draft', 'collecting', 'checking', 'assigned', 'judging'] as const),
  ...(['closed', 'tallied', 'verified', 'notice', 'announced'] as const),
];
export type Phase = (typeof phases)[number];

/** A phase of the road that stands still: a house to copy, and who is signed in. */
export type Scene = {
  readonly frozen: FrozenHouse;
  readonly cookies: ReadonlyMap<Observer, string | undefined>;
  /** The clock of the phase. */
  readonly now: string;
};

type Cookies = Map<Observer, string | undefined>;

/** What one step leaves for the next; ids and people stay, houses and clients are opened anew. */
type Road = {
  readonly selection: Selection;
  readonly cookies: Cookies;
  readonly roundId: string;
};

/** Walks one small selection through all its phases and keeps each. */
export async function buildPhases(): Promise<Map<Phase, Scene>> {
  const scenes = new Map<Phase, Scene>();
  scenes.set('draft', await inNewHouse(whileCollecting, draft));
  scenes.set('collecting', await inNewHouse(whileCollecting, collecting));
  let road: Road | undefined;
  let last: Scene | undefined;
  for (const { phase, now, walk } of steps) {
    const house = await openHouse(last ? { from: last.frozen } : {});
    road = await walk(road ? at(house, road) : await setOut(house));
    last = { frozen: await house.freeze(), cookies: new Map(road.cookies), now };
    scenes.set(phase, last);
  }
  return scenes;
}

async function inNewHouse(now: string, fill: (house: House) => Promise<Cookies>): Promise<Scene> {
  const house = await openHouse();
  await house.setClock(now);
  const cookies = await fill(house);
  return { frozen: await house.freeze(), cookies, now };
}

async function draft(house: House): Promise<Cookies> {
  const organisations = await smallProvince(house);
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  await draftProgramme(admin);
  return standingObservers(house, organisations);
}

async function collecting(house: House): Promise<Cookies> {
  const organisations = await smallProvince(house);
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  const programmeId = await openProgramme(admin);
  const cookies = await standingObservers(house, organisations);
  const own = new Client(house.app, cookies.get('submitter'));
  await submittedEntry(own, programmeId);
  await draftEntry(own, programmeId, { title: '润物无声的班级党建德育实践' });
  for (const unitCode of ['430102-02', '430202-01', '430202-02'])
    await rawEntry(house, organisations, { programmeId, unitCode, title: `案例 ${unitCode}` });
  return cookies;
}

async function setOut(house: House): Promise<Road> {
  const selection = await checkedSelection(house, (id) => setRules(house, id, {}));
  const cookies = await standingObservers(house, selection.organisations);
  return { selection, cookies, roundId: '' };
}

const at = (house: House, { selection, ...road }: Road): Road => ({
  ...road,
  selection: { ...selection, house, admin: new Client(house.app, selection.admin.cookie) },
});

const as = ({ selection, cookies }: Road, observer: Observer): Client =>
  new Client(selection.house.app, cookies.get(observer));

type Step = {
  readonly phase: Phase;
  readonly now: string;
  readonly walk: (road: Road) => Promise<Road>;
};

const noticeDay = '2025-10-27T01:00:00.000Z';
const afterNotice = '2025-11-03T16:00:00.000Z';

const steps: readonly Step[] = [
  { phase: 'checking', now: whileChecking, walk: async (road) => road },
  { phase: 'assigned', now: whileChecking, walk: assign },
  { phase: 'judging', now: whileJudging, walk: scoreSome },
  { phase: 'closed', now: afterJudging, walk: scoreRest },
  { phase: 'tallied', now: afterJudging, walk: tally },
  { phase: 'verified', now: afterJudging, walk: verify },
  { phase: 'notice', now: noticeDay, walk: giveNotice },
  { phase: 'announced', now: afterNotice, walk: announce },
];

/** Three provincial judges of the category, one of whom 长沙 knows, and one of another category. */
async function assign(road: Road): Promise<Road> {
  const { selection, cookies } = road;
  for (const [observer, organisation, category] of [
    ['judge', '430000', 'DY'],
    ['colleague', '430000', 'DY'],
    ['third judge', '430000', 'DY'],
    ['conflicted judge', '430100', 'DY'],
    ['judge of another category', '430000', 'SD'],
  ] as const)
    seat(cookies, observer, (await acceptedJudge(selection, organisation, category)).client);
  return { ...road, roundId: await assignedRound(selection) };
}

/** One judge has filled a sheet and begun another, one has signed all. */
async function scoreSome(road: Road): Promise<Road> {
  const { selection, roundId } = road;
  await selection.house.setClock(whileJudging);
  await demand(onRound(selection, roundId, 'opening'));
  const [judge, colleague] = [as(road, 'judge'), as(road, 'colleague')];
  const [first, second] = await queueOf(judge, roundId);
  await fillSheet(judge, first?.id ?? '');
  await judge.put(`/api/judging/sheets/${second?.id}/scores/political`, { value: 1000 }, 0);
  await judge.put(`/api/judging/sheets/${second?.id}/note`, { note: '与第一份对照' }, 0);
  await judge.put(`/api/judging/sheets/${second?.id}/flag`, { flagged: true });
  for (const { id } of await queueOf(colleague, roundId)) await fillSheet(colleague, id);
  await demand(colleague.post(`/api/judging/rounds/${roundId}/signature`));
  return road;
}

async function scoreRest(road: Road): Promise<Road> {
  const { selection, roundId } = road;
  for (const observer of ['judge', 'third judge', 'conflicted judge'] as const) {
    const judge = as(road, observer);
    const sheets = await queueOf(judge, roundId);
    for (const { id, total } of sheets) if (total === null) await finish(judge, id);
    if (sheets.length > 0) await demand(judge.post(`/api/judging/rounds/${roundId}/signature`));
  }
  await selection.house.setClock(afterJudging);
  await demand(onRound(selection, roundId, 'closing'));
  return road;
}

/** Fills what a sheet still lacks. */
async function finish(judge: Client, sheetId: string): Promise<void> {
  const { body } = await judge.get(`/api/judging/sheets/${sheetId}`);
  const criteria = body.criteria as { key: string; value: number | null }[];
  const filled = criteria.filter(({ value }) => value !== null).map(({ key }) => key);
  await fillSheet(judge, sheetId, filled);
}

async function tally(road: Road): Promise<Road> {
  await tallyNow({ ...road.selection, roundId: road.roundId });
  return road;
}

async function verify(road: Road): Promise<Road> {
  await demand(confirm(road.selection.admin, road.selection));
  await demand(confirm(as(road, 'programme-admin'), road.selection));
  return road;
}

async function giveNotice(road: Road): Promise<Road> {
  const { house, admin, programmeId } = road.selection;
  await house.setClock(noticeDay);
  const startsOn = noticeDay.slice(0, 10);
  await demand(admin.post(`/api/announcement/programmes/${programmeId}/notice`, { startsOn }));
  return road;
}

async function announce(road: Road): Promise<Road> {
  const { house, admin, programmeId } = road.selection;
  await house.setClock(afterNotice);
  await demand(admin.post(`/api/announcement/programmes/${programmeId}/final`));
  return road;
}

async function demand(asked: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await asked;
  if (status >= 300) throw new Error(`the road is blocked: ${status} ${text}`);
}
