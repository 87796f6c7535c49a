import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client, Reply } from '../support/client.js';
import { draftEntry, soundEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

let house: House;
let organisations: Map<string, string>;
let programmeId: string;
let owner: { id: string; client: Client };
let colleague: { id: string; client: Client };
let id: string;

const reason = '工作调动，改由同事负责';
const answer = ({ status, body }: Reply): [number, string] => [status, body?.code];
const join = async (name: string, code = '430102-01') => {
  const personId = await personIn(house, 'submitter', organisations.get(code) ?? '', name);
  return { id: personId, client: await house.signIn(personId) };
};
const give = (client: Client, personId: string, more: object = {}, seen = 1): Promise<Reply> =>
  client.post(`/api/entries/${id}/transfer`, { personId, reason, ...more }, seen);
const ownership = async (client: Client) => (await client.get(`/api/entries/${id}/ownership`)).body;

beforeAll(async () => {
  house = await openHouse({ worker: true });
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmeId = await openProgramme(admin);
});
beforeEach(async () => {
  owner = await join('负责人');
  colleague = await join('同事');
  id = await draftEntry(owner.client, programmeId);
});
afterAll(() => house.close());

describe('an entry', () => {
  it('is given on within its unit, with a line in the record and a letter to both', async () => {
    const before = await ownership(owner.client);
    expect(before.owner).toEqual({ id: owner.id, name: '负责人' });
    expect(before.candidates).toContainEqual({ id: colleague.id, name: '同事' });
    expect(before.candidates).not.toContainEqual(before.owner);
    expect((await give(owner.client, colleague.id)).body).toEqual({ version: 2 });
    expect((await ownership(colleague.client)).owner.id).toBe(colleague.id);
    const [line] = await system<{ payload: object }>(
      house,
      `select payload from audit.line where event = 'entries.transferred' and payload ->> 'entryId' = $1`,
      [id],
    );
    expect(line?.payload).toMatchObject({ from: owner.id, to: colleague.id, reason });
    const told = await until('both are told', async () => {
      const rows = await system<{ personId: string; body: string }>(
        house,
        `select letter.person_id as "personId", mail.body from notifications.letter letter
         join platform.caught_mail mail on mail.message_id = '<' || letter.id || '@linxuan>'
         where letter.kind = 'entry-transferred' and letter.params ->> 'entryId' = $1`,
        [id],
      );
      return rows.length === 2 ? rows : undefined;
    });
    expect(told.map(({ personId }) => personId).sort()).toEqual([owner.id, colleague.id].sort());
    for (const { body } of told) expect(body).toContain('负责人有变动');
  });

  it('is taken over by a colleague once its owner has gone, and not before', async () => {
    expect((await ownership(colleague.client)).candidates).toEqual([]);
    expect(answer(await give(colleague.client, colleague.id))).toEqual([403, 'entries.not-owner']);
    await system(house, 'update identity.role_grant set revoked_at = now() where person_id = $1', [
      owner.id,
    ]);
    expect((await give(colleague.client, colleague.id)).status).toBe(200);
  });

  it('is given on by its recommending unit once it was handed in', async () => {
    const prefecture = await clientIn(house, organisations, 'prefecture-officer', '430100');
    expect((await give(prefecture, colleague.id)).status).toBe(404);
    id = await soundEntry(house, organisations, {
      programmeId,
      state: 'submitted',
      rank: null,
      caseNo: null,
    });
    expect((await give(prefecture, colleague.id)).status).toBe(200);
    expect((await ownership(colleague.client)).owner.id).toBe(colleague.id);
  });

  it.each<[string, () => Promise<Reply>, number, string]>([
    ['to who has it', () => give(owner.client, owner.id), 409, 'entries.owner-already'],
    ['to nobody', () => give(owner.client, randomUUID()), 422, 'entries.not-of-unit'],
    [
      'to another school',
      async () => give(owner.client, (await join('外校', '430102-02')).id),
      422,
      'entries.not-of-unit',
    ],
    [
      'by another school',
      async () => give((await join('外校', '430102-02')).client, colleague.id),
      404,
      'entries.not-found',
    ],
    [
      'by the province',
      async () =>
        give(await clientIn(house, organisations, 'programme-admin', '430000'), colleague.id),
      403,
      'platform.no-right',
    ],
    [
      'for no reason',
      () => give(owner.client, colleague.id, { reason: ' ' }),
      422,
      'platform.bad-form',
    ],
    ['to no person', () => give(owner.client, 'x'), 422, 'platform.bad-form'],
    [
      'over another version',
      () => give(owner.client, colleague.id, {}, 7),
      412,
      'platform.changed-since',
    ],
  ])('is not given on %s', async (_what, act, status, code) => {
    expect(answer(await act())).toEqual([status, code]);
    expect((await ownership(owner.client)).owner.id).toBe(owner.id);
  });
});
