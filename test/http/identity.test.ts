import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Identity } from '../../src/identity/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import { type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';

const password = '春风又绿江南岸明月何时照我还';

describe('a session', () => {
  let house: House;
  let organisations: Map<string, string>;

  beforeAll(async () => {
    house = await openHouse();
    organisations = await smallProvince(house);
  });
  afterAll(() => house.close());

  const link = (personId: string): Promise<string> =>
    house.database.transaction(systemActor, (tx) =>
      house.app.get(Identity, { strict: false }).mintLink(tx, personId),
    );
  const organisation = (code: string): string => organisations.get(code) ?? '';

  it('begins with a one-time link, which then no longer works', async () => {
    const personId = await personIn(house, 'prefecture-officer', organisation('430100'), '李老师');
    const token = await link(personId);
    expect((await house.visitor.get(`/api/invitations/${token}`)).body).toEqual({
      name: '李老师',
      email: expect.stringContaining('@example.org'),
      role: 'prefecture-officer',
      organisation: '长沙市',
    });
    const accepted = await house.visitor.post(`/api/invitations/${token}`, { password });
    expect(accepted.status).toBe(200);
    expect(accepted.body.grant.organisation.code).toBe('430100');
    expect(String(accepted.headers['set-cookie'])).toContain('HttpOnly');
    const again = await house.visitor.post(`/api/invitations/${token}`, { password });
    expect([again.status, again.body.code]).toEqual([404, 'identity.link-not-valid']);
    const signedIn = await house.visitor.post('/api/session', {
      email: accepted.body.person.email,
      password,
    });
    expect(signedIn.status).toBe(200);
  });

  it.each([
    ['short', 'too short', 'identity.password-too-short'],
    ['made of the address', 'person-2-is-my-password', 'identity.password-is-address'],
  ])('is refused a password that is %s', async (_what, chosen, code) => {
    const personId = await personIn(house, 'submitter', organisation('430102-01'));
    const token = await link(personId);
    const email = (await house.visitor.get(`/api/invitations/${token}`)).body.email as string;
    const attempt = chosen.replace('person-2', email.split('@')[0] ?? '');
    const reply = await house.visitor.post(`/api/invitations/${token}`, { password: attempt });
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  it('answers an unknown address and a wrong password alike, and stops guessing after ten', async () => {
    const personId = await personIn(house, 'judge', organisation('430102-02'));
    const token = await link(personId);
    const { body } = await house.visitor.post(`/api/invitations/${token}`, { password });
    const wrong = await house.visitor.post('/api/session', {
      email: body.person.email,
      password: 'x',
    });
    const unknown = await house.visitor.post('/api/session', {
      email: 'nobody@example.org',
      password: 'x',
    });
    const { traceId: _a, ...wrongBody } = wrong.body;
    const { traceId: _b, ...unknownBody } = unknown.body;
    expect(wrongBody).toEqual(unknownBody);
    for (let guess = 0; guess < 9; guess++)
      await house.visitor.post('/api/session', { email: body.person.email, password: 'x' });
    const right = await house.visitor.post('/api/session', { email: body.person.email, password });
    expect([right.status, right.body.code]).toEqual([429, 'identity.too-many-attempts']);
  });

  it('ends at once when it is closed or its role is revoked', async () => {
    const personId = await personIn(house, 'supervisor', organisation('430000'));
    const first = await house.signIn(personId);
    expect((await first.get('/api/session')).status).toBe(200);
    expect((await first.delete('/api/session')).status).toBe(204);
    expect((await first.get('/api/session')).status).toBe(401);
    const second = await house.signIn(personId);
    await house.database.transaction(systemActor, (tx) =>
      tx.manager.query('update identity.role_grant set revoked_at = $1 where person_id = $2', [
        tx.now,
        personId,
      ]),
    );
    expect((await second.get('/api/session')).status).toBe(401);
  });

  it('is refused what its role may not do, and other sites everything', async () => {
    const judge = await house.signIn(await personIn(house, 'judge', organisation('430102-01')));
    const refused = await judge.get('/api/identity/people');
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.no-right']);
    const foreign = await judge.send('GET', '/api/session', {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'platform.foreign-origin']);
    const forged = await judge.send('DELETE', '/api/session', {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(forged.status).toBe(403);
  });
});

describe('the registers', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('take organisations, people and roles from three different administrators', async () => {
    const organisations = await smallProvince(house);
    const province = organisations.get('430000') ?? '';
    const system = await house.signIn(await personIn(house, 'system-admin', province));
    const security = await house.signIn(await personIn(house, 'security-admin', province));
    const school = { code: '430102-09', name: '芙蓉区新校', kind: 'school', parentCode: '430102' };
    expect(
      (await system.post('/api/identity/organisations', { organisations: [school] })).body,
    ).toEqual({ added: 1 });
    expect(
      (await system.post('/api/identity/organisations', { organisations: [school] })).body,
    ).toEqual({ added: 0 });
    const person = { name: '王老师', email: 'wang@example.org' };
    expect((await system.post('/api/identity/people', { people: [person] })).body).toEqual({
      added: 1,
    });
    const grant = { email: person.email, role: 'submitter', organisationCode: '430102-09' };
    expect((await system.post('/api/identity/grants', { grants: [grant] })).status).toBe(403);
    expect((await security.post('/api/identity/grants', { grants: [grant] })).body).toEqual({
      added: 1,
    });
    const listed = await system.get('/api/identity/people?search=wang');
    expect(listed.body.people[0].grants).toEqual([
      {
        id: expect.any(String),
        role: 'submitter',
        organisation: '芙蓉区新校',
        organisationCode: '430102-09',
        actions: [],
      },
    ]);
  });

  it.each([
    [
      'a role its organisation cannot hold',
      { role: 'prefecture-officer', organisationCode: '430102' },
      422,
      'identity.role-needs-kind',
    ],
    [
      'an organisation that does not exist',
      { role: 'judge', organisationCode: '999999' },
      422,
      'identity.unknown-organisation',
    ],
  ])('refuse %s', async (_what, part, status, code) => {
    const province = await house.database.transaction(systemActor, (tx) =>
      tx.manager.query<{ id: string }[]>(
        "select id from identity.organisation where kind = 'province'",
      ),
    );
    const security = await house.signIn(
      await personIn(house, 'security-admin', province[0]?.id ?? ''),
    );
    const reply = await security.post('/api/identity/grants', {
      grants: [{ email: 'wang@example.org', ...part }],
    });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});
