import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Identity } from '../../src/identity/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Client, Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';

let house: House;
let organisations: Map<string, string>;
let system: { id: string; client: Client };
let security: { id: string; client: Client };

const at = (code: string): string => organisations.get(code) ?? '';
const said = ({ status, body }: Reply): unknown => [status, body?.code];
const eventsOf = async (personId: string): Promise<string[]> => {
  const rows = await house.database.source.query<{ event: string }[]>(
    `select event from audit.line where payload ->> 'personId' = $1 order by event`,
    [personId],
  );
  return rows.map(({ event }) => event);
};
const listed = async (client: Client, search: string) =>
  (await client.get(`/api/identity/people?search=${encodeURIComponent(search)}`)).body.people;

beforeAll(async () => {
  house = await openHouse();
  organisations = await smallProvince(house);
  const enter = async (role: 'system-admin' | 'security-admin', name: string) => {
    const id = await personIn(house, role, at('430000'), name);
    return { id, client: await house.signIn(id) };
  };
  system = await enter('system-admin', '系统一');
  security = await enter('security-admin', '安全一');
});
afterAll(() => house.close());

describe('a disabled person', () => {
  it('is signed out at once, cannot come back by password or link, and can be let in again', async () => {
    const personId = await personIn(house, 'submitter', at('430102-01'), '离岗');
    const session = await house.signIn(personId);
    const token = await house.database.transaction(systemActor, (tx) =>
      house.app.get(Identity, { strict: false }).mintLink(tx, personId),
    );
    expect((await session.get('/api/session')).status).toBe(200);
    expect((await system.client.post(`/api/identity/people/${personId}/disabling`)).status).toBe(
      204,
    );
    expect((await session.get('/api/session')).status).toBe(401);
    expect(said(await house.visitor.get(`/api/invitations/${token}`))).toEqual([
      404,
      'identity.link-not-valid',
    ]);
    expect(said(await system.client.post(`/api/identity/people/${personId}/disabling`))).toEqual([
      409,
      'identity.already-so',
    ]);
    expect((await system.client.delete(`/api/identity/people/${personId}/disabling`)).status).toBe(
      204,
    );
    expect((await session.get('/api/session')).status).toBe(401);
    expect((await (await house.signIn(personId)).get('/api/session')).status).toBe(200);
    expect(await eventsOf(personId)).toEqual([
      'identity.person-disabled',
      'identity.person-enabled',
      'identity.person-invited',
      'identity.role-granted',
    ]);
  });

  it('is told nothing and given nothing', async () => {
    const personId = await personIn(house, 'prefecture-officer', at('430200'), '停用员');
    const [{ email }] = await listed(system.client, '停用员');
    const holders = () =>
      house.database.transaction(systemActor, (tx) =>
        house.app
          .get(Identity, { strict: false })
          .holders(tx, 'prefecture-officer', [at('430200')]),
      );
    expect((await holders()).map((holder) => holder.personId)).toEqual([personId]);
    await system.client.post(`/api/identity/people/${personId}/disabling`);
    expect(await holders()).toEqual([]);
    expect(said(await system.client.post(`/api/identity/people/${personId}/link`))).toEqual([
      409,
      'identity.person-disabled',
    ]);
    const grants = [{ email, role: 'judge', organisationCode: '430200' }];
    const refused = await security.client.post('/api/identity/grants', { grants });
    expect([refused.body.code, refused.body.details]).toEqual([
      'identity.person-disabled',
      { email },
    ]);
  });
});

describe('a role', () => {
  it('ends its own sessions only, and given again it does not bring them back', async () => {
    const personId = await personIn(house, 'submitter', at('430102-02'), '两职');
    const [before] = await listed(security.client, '两职');
    const first = before.grants[0];
    await security.client.post('/api/identity/grants', {
      grants: [{ email: before.email, role: 'judge', organisationCode: '430102-02' }],
    });
    const [after] = await listed(security.client, '两职');
    const second = after.grants.find(({ role }: { role: string }) => role === 'judge');
    const asSubmitter = await house.signIn(personId, first.id);
    const asJudge = await house.signIn(personId, second.id);
    expect((await security.client.delete(`/api/identity/grants/${first.id}`)).status).toBe(204);
    expect((await asSubmitter.get('/api/session')).status).toBe(401);
    expect((await asJudge.get('/api/session')).status).toBe(200);
    expect(said(await security.client.delete(`/api/identity/grants/${first.id}`))).toEqual([
      409,
      'identity.already-so',
    ]);
    const again = { email: before.email, role: 'submitter', organisationCode: '430102-02' };
    const known = { email: before.email, role: 'judge', organisationCode: '430102-02' };
    const given = await security.client.post('/api/identity/grants', { grants: [again, known] });
    expect(given.body).toEqual({ added: 1 });
    expect((await asSubmitter.get('/api/session')).status).toBe(401);
    expect((await (await house.signIn(personId, first.id)).get('/api/session')).status).toBe(200);
    expect(await eventsOf(personId)).toEqual([
      'identity.person-invited',
      'identity.role-granted',
      'identity.role-granted',
      'identity.role-granted',
      'identity.role-revoked',
    ]);
  });
});

describe('a link sent again', () => {
  it('is a new invitation, and the links before it stop working', async () => {
    const personId = await personIn(house, 'submitter', at('430202-01'), '失联');
    const mint = () =>
      house.database.transaction(systemActor, (tx) =>
        house.app.get(Identity, { strict: false }).mintLink(tx, personId),
      );
    const lost = await mint();
    expect((await house.visitor.get(`/api/invitations/${lost}`)).status).toBe(200);
    expect((await system.client.post(`/api/identity/people/${personId}/link`)).status).toBe(204);
    expect((await house.visitor.get(`/api/invitations/${lost}`)).status).toBe(404);
    const fresh = await mint();
    expect((await house.visitor.get(`/api/invitations/${fresh}`)).status).toBe(200);
    const outbox = await house.database.source.query<unknown[]>(
      `select id from platform.outbox where name = 'identity.person-invited' and payload ->> 'personId' = $1`,
      [personId],
    );
    expect(outbox).toHaveLength(2);
  });
});

describe('the three administrations', () => {
  it('are not done to oneself, and never left without an open account', async () => {
    const own = (await listed(security.client, '安全一'))[0];
    const ofSystem = (await listed(security.client, '系统一'))[0];
    expect([own.grants[0].actions, ofSystem.grants[0].actions]).toEqual([[], ['revoke']]);
    const answers = [
      await system.client.post(`/api/identity/people/${system.id}/disabling`),
      await system.client.post(`/api/identity/people/${security.id}/disabling`),
      await security.client.delete(`/api/identity/grants/${own.grants[0].id}`),
      await security.client.delete(`/api/identity/grants/${ofSystem.grants[0].id}`),
      await security.client.post('/api/identity/grants', {
        grants: [{ email: own.email, role: 'supervisor', organisationCode: '430000' }],
      }),
    ];
    expect(answers.map(said)).toEqual([
      [409, 'identity.own-account'],
      [409, 'identity.last-administrator'],
      [409, 'identity.own-role'],
      [409, 'identity.last-administrator'],
      [409, 'identity.own-role'],
    ]);
    await personIn(house, 'security-admin', at('430000'), '安全二');
    const second = await system.client.post(`/api/identity/people/${security.id}/disabling`);
    expect(second.status).toBe(204);
    await system.client.delete(`/api/identity/people/${security.id}/disabling`);
    security = { ...security, client: await house.signIn(security.id) };
  });

  it('cannot put each other out at the same moment', async () => {
    const other = await personIn(house, 'system-admin', at('430000'), '系统二');
    const client = await house.signIn(other);
    const replies = await Promise.all([
      system.client.post(`/api/identity/people/${other}/disabling`),
      client.post(`/api/identity/people/${system.id}/disabling`),
    ]);
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    const winner = replies[0]?.status === 204 ? system.client : client;
    const open = (await listed(winner, '系统')).filter(
      ({ isDisabled }: { isDisabled: boolean }) => !isDisabled,
    );
    expect(open).toHaveLength(1);
    await house.database.source.query('update identity.person set disabled_at = null');
    system = { ...system, client: await house.signIn(system.id) };
  });

  it.each([
    ['system-admin', 'DELETE', '/api/identity/grants/'],
    ['security-admin', 'POST', '/api/identity/people/link'],
    ['audit-admin', 'POST', '/api/identity/people/disabling'],
    ['programme-admin', 'DELETE', '/api/identity/people/disabling'],
  ] as const)('do not do each other’s work: %s, %s %s', async (role, verb, path) => {
    const client = await house.signIn(await personIn(house, role, at('430000')));
    const parts = path.split('/people/');
    const url = parts[1] ? `${parts[0]}/people/${system.id}/${parts[1]}` : `${path}${system.id}`;
    expect(said(await client.send(verb, url))).toEqual([403, 'platform.no-right']);
  });

  it('are answered alike for an account or a role that does not exist', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const answers = [
      await system.client.post(`/api/identity/people/${nobody}/link`),
      await system.client.post(`/api/identity/people/${nobody}/disabling`),
      await security.client.delete(`/api/identity/grants/${nobody}`),
    ];
    expect(answers.map(said)).toEqual(answers.map(() => [404, 'identity.not-found']));
  });
});
