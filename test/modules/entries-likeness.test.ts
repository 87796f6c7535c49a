import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndexLikeness } from '../../src/entries/use-cases/index-likeness.js';
import { seededRandom } from '../../src/platform/pure/seeded-random.js';
import type { Client, Reply } from '../support/client.js';
import { rawEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let earlier: string;

const han = Array.from({ length: 500 }, (_, index) => String.fromCharCode(0x4e00 + index * 31));
/** A sentence of 40 characters that nobody else would write. */
const sentence = (subject: string, number: number): string => {
  const random = seededRandom(`${subject}/${number}`);
  return Array.from({ length: 40 }, () => han[random.below(han.length)]).join('');
};
const essay = (subject: string, from = 1, count = 12): string =>
  Array.from({ length: count }, (_, index) => `${sentence(subject, from + index)}。`).join('');

/** An entry with this text in a section, indexed as its handing in would. */
async function written(
  text: string,
  unitCode: string,
  more: { programmeId?: string; state?: 'submitted' | 'withdrawn' } = {},
): Promise<string> {
  const id = await rawEntry(house, organisations, { programmeId, unitCode, ...more });
  await system(
    house,
    `insert into entries.entry_field (entry_id, key, value, version, updated_at)
     values ($1, 'practice', $2, 1, now())`,
    [id, JSON.stringify(text)],
  );
  await house.app.get(IndexLikeness, { strict: false }).run(id);
  return id;
}

const likeness = (client: Client, id: string): Promise<Reply> =>
  client.get(`/api/entries/${id}/likeness`);
const inRole = (role: Parameters<typeof clientIn>[2], code: string): Promise<Client> =>
  clientIn(house, organisations, role, code);

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const admin = await inRole('programme-admin', '430000');
  earlier = await openProgramme(admin);
  programmeId = await openProgramme(admin);
});
afterAll(() => house.close());

describe('the search for copies', () => {
  it('finds a copy in an earlier selection of the same unit, sentence beside sentence', async () => {
    const source = await written(essay('研学旅行'), '430102-01', { programmeId: earlier });
    const copy = await written(`${essay('劳动教育', 1, 6)}${essay('研学旅行', 1, 6)}`, '430102-01');
    const { body } = await likeness(await inRole('submitter', '430102-01'), copy);
    expect(body.alike).toHaveLength(1);
    const [found] = body.alike;
    expect([found.entryId, found.level]).toEqual([source, 'red']);
    expect(found.share).toBeGreaterThan(450);
    expect(found.share).toBeLessThan(550);
    expect(found.sentences[0]).toEqual({
      own: `${sentence('研学旅行', 1)}。`,
      other: `${sentence('研学旅行', 1)}。`,
    });
  });

  it('tells a unit nothing of a stranger, and its officers of both when both are theirs', async () => {
    const source = await written(essay('心理健康'), '430202-01');
    const copy = await written(essay('心理健康'), '430102-02');
    for (const [role, code] of [
      ['submitter', '430102-02'],
      ['prefecture-officer', '430100'],
    ] as const)
      expect((await likeness(await inRole(role, code), copy)).body).toEqual({ alike: [] });
    const foreign = await likeness(await inRole('prefecture-officer', '430200'), copy);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'entries.not-found']);
    await system(
      house,
      `update entries.entry set state = 'recommended', rank = case id when $1 then 1 else 2 end,
         case_no = '2020-DY-' || left(id::text, 8) where id = any($2)`,
      [source, [source, copy]],
    );
    const { body } = await likeness(await inRole('programme-admin', '430000'), copy);
    expect(body.alike).toMatchObject([
      { entryId: source, share: 1000, level: 'red', prefectureName: '株洲市' },
    ]);
    const mine = await likeness(await inRole('programme-admin', '430000'), source);
    expect(mine.body.alike).toMatchObject([{ entryId: copy }]);
  });

  it('forgets what was corrected, and what was withdrawn', async () => {
    const source = await written(essay('家校共育'), '430102-01');
    const copy = await written(essay('家校共育'), '430102-01');
    const school = await inRole('submitter', '430102-01');
    expect((await likeness(school, copy)).body.alike).toHaveLength(1);
    await system(
      house,
      `update entries.entry_field set value = $2 where entry_id = $1 and key = 'practice'`,
      [copy, JSON.stringify(essay('完全不同的主题'))],
    );
    await house.app.get(IndexLikeness, { strict: false }).run(copy);
    expect((await likeness(school, copy)).body.alike).toEqual([]);
    expect((await likeness(school, source)).body.alike).toEqual([]);
    await written(essay('红色基因'), '430102-01', { state: 'withdrawn' });
    const late = await written(essay('红色基因'), '430102-01');
    expect((await likeness(school, late)).body.alike).toEqual([]);
  });

  it('loses no pair when two are handed in at once', async () => {
    const ids = await Promise.all(
      ['430102-01', '430102-02', '430202-01', '430202-02'].map((code) =>
        written(essay('志愿服务'), code),
      ),
    );
    const pairs = await system(
      house,
      'select from entries.likeness_pair where entry_id = any($1) and other_id = any($1)',
      [ids],
    );
    expect(pairs).toHaveLength(12);
  });
});
