import { province } from '../../../src/rehearsal/province/province.js';
import type { Entry } from '../../../src/rehearsal/province/shapes.js';
import { Browser } from '../../support/browser.js';
import type { Client } from '../../support/client.js';
import { type House, openHouse } from '../../support/house.js';
import { personIn, smallProvince } from '../../support/people.js';

/** Instants of the calendar that a new selection is given on 2 March 2026. */
export const times = {
  call: '2026-03-02T01:00:00Z',
  afterRecommendation: '2026-04-17T09:00:00Z',
  judging: '2026-04-28T01:00:00Z',
  afterJudging: '2026-05-08T09:00:00Z',
};

export const selection = { name: '党建与教育教学深度融合精品案例遴选', slug: 'model-cases-2026' };

/** Who walks the road, and with what. */
export type Cast = {
  readonly house: House;
  readonly browser: Browser;
  readonly organisations: ReadonlyMap<string, string>;
  readonly admin: Client;
  readonly second: Client;
  readonly school: Client;
  readonly otherSchool: Client;
  readonly officer: Client;
  /** What the school writes. */
  readonly entry: Entry;
};

/** A house with the small province at the first day, and its people. */
export async function assemble(chromium: string): Promise<Cast> {
  const house = await openHouse({ worker: true });
  await house.setClock(times.call);
  const organisations = await smallProvince(house);
  const enter = async (role: Parameters<typeof personIn>[1], code: string, name: string) =>
    house.signIn(await personIn(house, role, organisations.get(code) ?? '', name));
  return {
    house,
    organisations,
    browser: await Browser.open(chromium, await house.listen()),
    admin: await enter('programme-admin', '430000', '周明'),
    second: await enter('programme-admin', '430000', '陈静'),
    school: await enter('submitter', '430102-01', '刘芳'),
    otherSchool: await enter('submitter', '430102-02', '王伟'),
    officer: await enter('prefecture-officer', '430100', '李强'),
    entry: wellWritten(),
  };
}

/** An entry of a school, whose files hide nothing that must be refused. */
function wellWritten(): Entry {
  const found = province().entries.find(
    ({ categoryCode, submittedBy, fate }) =>
      categoryCode === 'DY' && submittedBy === 'school' && fate === 'reviewed',
  );
  if (found === undefined) throw new Error('nobody wrote well');
  return found;
}

export const idIn = (url: string, after: string): string => {
  const id = new RegExp(`/${after}/([0-9a-f-]{36})`).exec(url)?.[1];
  if (id === undefined) throw new Error(`no id after ${after} in ${url}`);
  return id;
};
