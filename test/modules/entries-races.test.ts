import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Events } from '../../src/audit/public-api.js';
import { EntryData } from '../../src/entries/data/entry-data.js';
import { SubmissionData } from '../../src/entries/data/submission-data.js';
import { FieldData } from '../../src/entries/data/field-data.js';
import { EndorseEntry } from '../../src/entries/use-cases/endorse-entry.js';
import { EntryDesk } from '../../src/entries/use-cases/entry-desk.js';
import { PutField } from '../../src/entries/use-cases/put-field.js';
import { ReceiptDesk } from '../../src/entries/use-cases/show-receipt.js';
import { SubmitEntry } from '../../src/entries/use-cases/submit-entry.js';
import { Database } from '../../src/platform/database/database.js';
import { type Actor, systemActor } from '../../src/platform/database/tx.js';
import { Refused } from '../../src/platform/refusal/refused.js';
import type { Client } from '../support/client.js';
import { draftEntry, fillEntry, rawEntry } from '../support/entries.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import {
  clientIn,
  openProgramme,
  programmeWindows,
  whileCollecting,
} from '../support/programmes.js';

let house: House;
let organisations: Map<string, string>;
let admin: Client;
let programmeId: string;

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );
const officer = async (role: 'prefecture-officer' | 'submitter', code: string): Promise<Actor> => {
  const organisationId = organisations.get(code) ?? '';
  return actorOf(role, organisationId, await personIn(house, role, organisationId));
};

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  admin = await clientIn(house, organisations, 'programme-admin', '430000');
  programmeId = await openProgramme(admin);
});
afterAll(() => house.close());

describe('the last place', () => {
  const rounds = 1_000;
  const rivals = 20;
  it(`goes to one of ${rivals}, in each of ${rounds} rounds`, async () => {
    const actor = await officer('prefecture-officer', '430100');
    const endorse = house.app.get(EndorseEntry, { strict: false });
    const ids = await Promise.all(
      Array.from({ length: rivals + 2 }, () =>
        rawEntry(house, organisations, { programmeId, unitCode: '430102-01' }),
      ),
    );
    const begin = (): Promise<unknown> =>
      house.database.transaction(systemActor, (tx) =>
        tx.manager.query(
          `update entries.entry set state = 'submitted', rank = null, version = 1 where programme_id = $1`,
          [programmeId],
        ),
      );
    for (let round = 0; round < rounds; round++) {
      await begin();
      for (const id of ids.slice(rivals)) await endorse.run(actor, id, 1);
      const outcomes = await Promise.all(
        ids.slice(0, rivals).map((id) => outcome(endorse.run(actor, id, 1))),
      );
      expect(outcomes.sort()).toEqual([
        'done',
        ...Array<string>(rivals - 1).fill('entries.quota-full'),
      ]);
      const ranks = await house.database.transaction(systemActor, (tx) =>
        tx.manager.query<{ rank: number }[]>(
          'select rank from entries.entry where programme_id = $1 and rank is not null order by rank',
          [programmeId],
        ),
      );
      expect(ranks).toEqual([{ rank: 1 }, { rank: 2 }, { rank: 3 }]);
    }
  }, 600_000);
});

describe('an entry', () => {
  it('is endorsed once by two officers who saw the same version', async () => {
    const fresh = await openProgramme(admin);
    const id = await rawEntry(house, organisations, {
      programmeId: fresh,
      unitCode: '430102-01',
    });
    const endorse = house.app.get(EndorseEntry, { strict: false });
    const actors = await Promise.all(
      Array.from({ length: 4 }, () => officer('prefecture-officer', '430100')),
    );
    const outcomes = await Promise.all(actors.map((actor) => outcome(endorse.run(actor, id, 1))));
    expect(outcomes.sort()).toEqual(['done', ...Array<string>(3).fill('platform.changed-since')]);
  });

  it('that is being handed in takes no more writing: each field is in it or refused', async () => {
    const client = await clientIn(house, organisations, 'submitter', '430102-02');
    const id = await draftEntry(client, programmeId);
    await fillEntry(client, id);
    const actor = await officer('submitter', '430102-02');
    const put = house.app.get(PutField, { strict: false });
    const work = await Promise.all([
      outcome(house.app.get(SubmitEntry, { strict: false }).run(actor, id, 1)),
      ...['stage', 'schoolType', 'contactName', 'contactPhone'].map((key) =>
        outcome(put.run(actor, id, { key, value: key === 'stage' ? '' : '小学', seen: 1 })),
      ),
    ]);
    const [submitted, stage] = work;
    // Clearing a required field and handing in exclude each other, in whichever order they came.
    expect([
      ['done', 'entries.wrong-state'],
      ['entries.incomplete', 'done'],
    ]).toContainEqual([submitted, stage]);
  });
});

describe('the clock of the database decides', () => {
  /** The real database, but each transaction begins at one instant. */
  const at = (now: Date): Database =>
    Object.assign(Object.create(house.database) as Database, {
      transaction: (actor: Actor, work: Parameters<Database['transaction']>[1]) =>
        house.database.transaction(actor, (tx) => work({ ...tx, now })),
    });
  const closesAt = Date.parse(programmeWindows.submission.closesAt);

  it.each([
    ['one millisecond before the close', -1, 'done'],
    ['at the close', 0, 'entries.window-closed'],
    ['one millisecond after it', 1, 'entries.window-closed'],
  ])('%s: %i ms, %s', async (_when, offset, expected) => {
    const client = await clientIn(house, organisations, 'submitter', '430102-02');
    const id = await draftEntry(client, programmeId);
    await fillEntry(client, id);
    const get = <Part>(part: abstract new (...parts: never[]) => Part): Part =>
      house.app.get(part as never, { strict: false });
    const submit = new SubmitEntry(
      at(new Date(closesAt + offset)),
      get(EntryDesk),
      get(EntryData),
      get(FieldData),
      get(SubmissionData),
      get(ReceiptDesk),
      get(Events),
    );
    expect(await outcome(submit.run(await officer('submitter', '430102-02'), id, 1))).toBe(
      expected,
    );
  });
});
