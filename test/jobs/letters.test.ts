import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Identity } from '../../src/identity/public-api.js';
import type { Role } from '../../src/identity/rules/roles.js';
import { systemActor } from '../../src/platform/database/tx.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { personIn, smallProvince } from '../support/people.js';
import { type Delivered, openPostOffice, type PostOffice } from '../support/post-office.js';
import { type JudgedSelection, verifiedSelection } from '../support/tally.js';
import { until } from '../support/until.js';

/** Everything that was to be sent has been sent. */
const allSent = (house: House): Promise<true> =>
  until('all letters are sent', async () => {
    const open = await system(
      house,
      `select from platform.outbox where 'mail' = any(pending)
       union all select from notifications.letter where state <> 'sent'`,
    );
    return open.length === 0 || undefined;
  });

const recipientsOf = (letters: readonly Delivered[]): string[] =>
  letters.flatMap(({ recipients }) => recipients).sort();

describe('a letter', () => {
  let house: House;
  let post: PostOffice;
  let organisations: Map<string, string>;

  beforeAll(async () => {
    post = await openPostOffice();
    house = await openHouse({ worker: true, smtpUrl: post.url });
    organisations = await smallProvince(house);
  });
  afterAll(async () => {
    await house.close();
    await post.close();
  });

  const enrol = (name: string, email: string): Promise<{ personId: string }> =>
    house.database.transaction(systemActor, (tx) =>
      house.app.get(Identity, { strict: false }).enrol(tx, {
        name,
        email,
        role: 'submitter' satisfies Role,
        organisationId: organisations.get('430102-01') ?? '',
      }),
    );
  const to = (address: string): Delivered[] =>
    post.delivered.filter(({ recipients }) => recipients.includes(address));

  it('invites a new person once, by a link that opens the account', async () => {
    await enrol('李老师', 'li@example.org');
    await allSent(house);
    const [letter, ...more] = to('li@example.org');
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('【遴选】请启用您的账号');
    const token = /\/welcome#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    expect((await house.visitor.get(`/api/invitations/${token}`)).body.name).toBe('李老师');
  });

  it.each([
    ['"王老师", <evil@example.org>', 'wang@example.org'],
    ['a@example.org,b@example.org', 'zhao@example.org'],
    ['老师\r\nBcc: evil@example.org', 'qian@example.org'],
  ])('goes to one address whatever the name: %j', async (name, email) => {
    const before = post.delivered.length;
    await enrol(name, email);
    await allSent(house);
    expect(post.delivered.slice(before).map(({ recipients }) => recipients)).toEqual([[email]]);
  });

  it('is not sent again when its jobs run again', async () => {
    const before = [...post.delivered];
    await system(
      house,
      `update platform.outbox set pending = '{mail}', added_at = null
       where name in ('identity.person-invited', 'notifications.letter-written')`,
    );
    await allSent(house);
    expect(post.delivered).toEqual(before);
  });

  it('that the server refuses is tried again under the same message id', async () => {
    post.refuse('sun@example.org', 2);
    await enrol('孙老师', 'sun@example.org');
    await allSent(house);
    const [{ id }] = (await system(
      house,
      `select letter.id from notifications.letter letter
       join identity.person person on person.id = letter.person_id where person.email = $1`,
      ['sun@example.org'],
    )) as [{ id: string }];
    expect(to('sun@example.org').map(({ messageId }) => messageId)).toEqual([`<${id}@linxuan>`]);
  });
});

describe('the letters of an announcement', () => {
  let house: House;
  let post: PostOffice;
  let selection: JudgedSelection;
  let officers: string[];
  let creators: string[];
  let judges: string[];

  const addresses = async (ids: string): Promise<string[]> => {
    const rows = await system<{ email: string }>(
      house,
      `select email from identity.person where id in (${ids})`,
    );
    return rows.map(({ email }) => email);
  };

  beforeAll(async () => {
    post = await openPostOffice();
    house = await openHouse({ worker: true, smtpUrl: post.url });
    selection = await verifiedSelection(house);
    for (const code of ['430100', '430200', '439900'])
      await personIn(house, 'prefecture-officer', selection.organisations.get(code) ?? '');
    officers = await addresses(
      "select person_id from identity.role_grant where role = 'prefecture-officer'",
    );
    creators = await addresses('select created_by from entries.entry');
    judges = await addresses('select person_id from judging.judge');
    await allSent(house);
    await house.setClock('2025-10-27T01:00:00.000Z');
  });
  afterAll(async () => {
    await house.close();
    await post.close();
  });

  const since = async (act: () => Promise<unknown>): Promise<Delivered[]> => {
    const before = post.delivered.length;
    await act();
    await allSent(house);
    return post.delivered.slice(before);
  };
  const url = (): string => `/api/announcement/programmes/${selection.programmeId}`;

  it('before it tell nothing in their subjects and once to each judge what they must do', () => {
    const told = post.delivered.filter(({ recipients }) =>
      judges.some((judge) => recipients.includes(judge)),
    );
    expect(new Set(post.delivered.map(({ subject }) => subject))).toEqual(
      new Set(['【遴选】请启用您的账号', '【遴选】您有一项新通知']),
    );
    expect(judges.map((judge) => told.filter((l) => l.recipients.includes(judge)).length)).toEqual(
      judges.map(() => 3), // account, invitation to judge, opening of the round
    );
  });

  it('tell the units and those on the list of a public notice, each once', async () => {
    const letters = await since(() =>
      selection.admin.post(`${url()}/notice`, { startsOn: '2025-10-27' }),
    );
    const listed = await addresses(
      'select created_by from entries.entry order by blind_code limit 2',
    );
    expect(recipientsOf(letters)).toEqual([...officers, ...listed].sort());
    for (const { subject, text } of letters) {
      expect(subject).toBe('【遴选】精品案例遴选公示通知');
      expect(text).toContain('公示期2025年10月27日至2025年11月3日');
      expect(text).toMatch(/\/p\/[a-z0-9-]+\/notice\n/);
    }
  });

  it('tell every unit and judge of the results in the same words, each once', async () => {
    await house.setClock('2025-11-03T16:00:00.000Z');
    const letters = await since(() => selection.admin.post(`${url()}/final`));
    expect(recipientsOf(letters)).toEqual([...officers, ...creators, ...judges].sort());
    const bodies = letters.map(({ text }) => text.slice(text.indexOf('\n')));
    expect(new Set(bodies).size).toBe(1);
  });

  it('are counted by kind for whoever runs the selection', async () => {
    const counts = `/api/notifications/programmes/${selection.programmeId}/letters`;
    expect((await selection.admin.get(counts)).body).toEqual([
      { kind: 'judge-invited', pending: 0, sent: 2, failed: 0 },
      { kind: 'notice-released', pending: 0, sent: 5, failed: 0 },
      { kind: 'results-released', pending: 0, sent: 9, failed: 0 },
      { kind: 'round-opened', pending: 0, sent: 2, failed: 0 },
    ]);
    expect((await house.visitor.get(counts)).status).toBe(401);
  });
});
