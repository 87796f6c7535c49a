import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/platform/config/config.js';
import { createServer } from '../../src/server.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedEntry,
  acceptedJudge,
  checkedSelection,
  fillSheet,
  onRound,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
} from '../support/judging.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let selection: Selection;
let judges: readonly SeatedJudge[];
let roundId: string;

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  for (const rank of [3, 4]) await acceptedEntry(selection, '430102-01', rank);
  judges = [await acceptedJudge(selection, '430000'), await acceptedJudge(selection, '430000')];
  roundId = await openedRound(selection);
});
afterAll(() => house.close());

const monitor = async () =>
  (await selection.admin.get(`/api/judging/rounds/${roundId}/monitor`)).body;
const judgeAt = (place: number): SeatedJudge => judges[place] as SeatedJudge;

/** What a server sends of a stream, one event at a time. */
async function follow(base: string, cookie: string) {
  const ending = new AbortController();
  const reply = await fetch(`${base}/api/judging/rounds/${roundId}/events`, {
    headers: { cookie },
    signal: ending.signal,
  });
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        if (event.includes('event: changed')) return event;
        continue;
      }
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) return 'ended';
      text += value;
    }
  };
  return { type: reply.headers.get('content-type'), next, end: () => ending.abort() };
}

describe('the monitor', () => {
  it.each([
    ['a visitor', null, 401],
    ['a supervisor', 'supervisor', 403],
    ['a submitter', 'submitter', 403],
  ] as const)('is closed to %s', async (_who, role, status) => {
    const unit = role === 'submitter' ? '430102-01' : '430000';
    const client = role
      ? await clientIn(house, selection.organisations, role, unit)
      : house.visitor;
    for (const part of ['monitor', 'events'])
      expect((await client.get(`/api/judging/rounds/${roundId}/${part}`)).status).toBe(status);
  });

  it.each(['monitor', 'events'])('has no %s for a judge, nor of an absent round', async (part) => {
    const { client } = judgeAt(0);
    expect((await client.get(`/api/judging/rounds/${roundId}/${part}`)).status).toBe(403);
    const absent = await selection.admin.get(`/api/judging/rounds/${randomUUID()}/${part}`);
    expect([absent.status, absent.body.code]).toEqual([404, 'judging.not-found']);
  });

  it('tells of a change through another process, begins anew after a break, and lets the server stop', async () => {
    const config = readConfig({
      ...{ LINXUAN_MODE: 'rehearsal', LINXUAN_HOME: house.home, LOG_LEVEL: 'error' },
      DATABASE_URL: house.url,
    });
    const { source } = house.database;
    const parts = { api: true, worker: false };
    const other = await createServer({ config, source, databaseUrl: house.url, parts });
    await other.listen(0, '127.0.0.1');
    const base = await other.getUrl();
    const cookie = selection.admin.cookie ?? '';
    const first = await follow(base, cookie);
    expect(first.type).toContain('text/event-stream');
    expect(await first.next()).toContain('data: {}');
    // The second comes when the process has begun to listen.
    expect(await first.next()).toContain('event: changed');
    const [sheet] = await queueOf(judgeAt(0).client, roundId);
    await fillSheet(judgeAt(0).client, sheet?.id ?? '');
    expect(await first.next()).toContain('event: changed');
    first.end();
    const again = await follow(base, cookie);
    expect(await again.next()).toContain('event: changed');
    await other.close();
    expect(await again.next()).toBe('ended');
  });

  it('shows how far each judge is and no score', async () => {
    const { judges: rows, pace } = await monitor();
    const idle = { perDay: null, expectedAt: null };
    expect(
      rows.map(({ name: _name, category: _category, ...row }: Record<string, unknown>) => row),
    ).toEqual([
      {
        ...{ id: judgeAt(0).id, code: judgeAt(0).code, state: 'accepted' },
        ...{ assigned: 6, begun: 1, scored: 1, signed: 0, touchedAt: expect.any(String) },
        ...{ ...idle, standing: 'on-time', oddities: [] },
      },
      {
        ...{ id: judgeAt(1).id, code: judgeAt(1).code, state: 'accepted' },
        ...{ assigned: 6, begun: 0, scored: 0, signed: 0, touchedAt: null },
        ...{ ...idle, standing: 'not-begun', oddities: [] },
      },
    ]);
    expect(pace).toEqual({ ...idle, standing: 'on-time' });
  });

  it('counts a sheet no longer from which a score was taken', async () => {
    const { client } = judgeAt(0);
    const [sheet] = await queueOf(client, roundId);
    const score = `/api/judging/sheets/${sheet?.id}/scores/writing`;
    await client.put(score, { value: null }, 1);
    expect((await monitor()).judges[0]).toMatchObject({ begun: 1, scored: 0 });
    await client.put(score, { value: 400 }, 2);
    expect((await monitor()).judges[0]).toMatchObject({ begun: 1, scored: 1 });
  });

  it('foretells who will be late', async () => {
    await house.setClock('2020-08-28T00:00:00.000Z');
    const { judges: rows } = await monitor();
    expect(rows.map((row: { standing: string }) => row.standing)).toEqual(['late', 'late']);
    expect(Date.parse(rows[0].expectedAt)).toBeGreaterThan(Date.parse('2020-09-01T00:00:00Z'));
  });

  it('speaks of scores only after the closing', async () => {
    for (const { client } of judges) {
      for (const { id, state } of await queueOf(client, roundId))
        if (state === 'assigned') await fillSheet(client, id);
      await client.post(`/api/judging/rounds/${roundId}/signature`);
    }
    const hints = async () =>
      (await monitor()).judges.map((row: { oddities: string[] }) => row.oddities);
    expect(await hints()).toEqual([['fast'], ['fast']]);
    expect((await onRound(selection, roundId, 'closing')).status).toBe(200);
    expect(await hints()).toEqual([
      ['fast', 'flat'],
      ['fast', 'flat'],
    ]);
  });
});
