import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SealLines } from '../../src/audit/use-cases/seal-lines.js';
import type { Client } from '../support/client.js';
import { asOwner, type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import { until } from '../support/until.js';

describe('the audit record', () => {
  let house: House;
  let province: string;
  let auditor: Client;

  beforeAll(async () => {
    house = await openHouse();
    province = (await smallProvince(house)).get('430000') ?? '';
    auditor = await house.signIn(await personIn(house, 'audit-admin', province));
  });
  afterAll(() => house.close());

  const events = async (query: string): Promise<string[]> =>
    (await auditor.get(`/api/audit/lines${query}`)).body.lines.map(
      ({ event }: { event: string }) => event,
    );

  it('is read from its newest line, and by parts of event codes', async () => {
    await personIn(house, 'supervisor', province);
    expect((await events('')).sort()).toEqual([
      'identity.organisations-imported',
      'identity.person-invited',
      'identity.person-invited',
      'identity.role-granted',
      'identity.role-granted',
    ]);
    expect((await events('?event=role-granted,imported')).sort()).toEqual([
      'identity.organisations-imported',
      'identity.role-granted',
      'identity.role-granted',
    ]);
    expect(await events('?event=judging.')).toEqual([]);
    const odd = await auditor.get('/api/audit/lines?event=%27');
    expect([odd.status, odd.body.code]).toEqual([422, 'platform.bad-form']);
  });

  it('comes in pages that miss no line and show none twice', async () => {
    for (let person = 0; person < 60; person++) await personIn(house, 'judge', province);
    const first = (await auditor.get('/api/audit/lines?event=identity.')).body;
    const second = (await auditor.get(`/api/audit/lines?event=identity.&before=${first.next}`))
      .body;
    const ids = [...first.lines, ...second.lines].map(({ id }: { id: string }) => id);
    expect([first.lines.length, new Set(ids).size, second.next]).toEqual([
      100,
      ids.length,
      undefined,
    ]);
    expect(ids).toHaveLength(await lines());
  });

  const lines = async (): Promise<number> =>
    (
      await house.database.source.query<{ count: number }[]>(
        'select count(*)::int as count from audit.line',
      )
    )[0]?.count ?? 0;

  it('shows that it is whole, and from where on when it is not', async () => {
    const all = await lines();
    await until('every line is sealed', async () => {
      await house.app.get(SealLines, { strict: false }).run();
      return (await auditor.get('/api/audit/chain')).body.lines === all ? true : undefined;
    });
    expect((await auditor.get('/api/audit/chain')).body).toEqual({ lines: all, brokenAt: null });
    await asOwner(house, [
      'alter table audit.line disable trigger line_is_append_only',
      `update audit.line set role = 'judge' where id = (select line_id from audit.seal where position = 3)`,
      'alter table audit.line enable trigger line_is_append_only',
    ]);
    expect((await auditor.get('/api/audit/chain')).body).toEqual({ lines: 2, brokenAt: 3 });
  });

  it('is closed to the other administrators', async () => {
    const system = await house.signIn(await personIn(house, 'system-admin', province));
    expect((await system.get('/api/audit/lines')).status).toBe(403);
    expect((await system.get('/api/audit/chain')).status).toBe(403);
  });
});
