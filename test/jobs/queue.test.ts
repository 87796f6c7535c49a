import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { systemActor } from '../../src/platform/database/tx.js';
import { Logger } from '../../src/platform/logging/logger.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxRelay } from '../../src/platform/outbox/outbox-relay.js';
import { Handlers, type Handling, type Work } from '../../src/platform/queue/handlers.js';
import { JobRunner } from '../../src/platform/queue/job-runner.js';
import { QueueBackend } from '../../src/platform/queue/queue-backend.js';
import { Refused } from '../../src/platform/refusal/refused.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { findRedis, type RunningRedis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const redisProgram = await findRedis();
const backends = redisProgram ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(backends)('the queue on %s', (kind) => {
  let fresh: FreshDatabase;
  let redis: RunningRedis | undefined;
  let backend: QueueBackend;
  let relay: OutboxRelay;
  let database: Database;
  let outbox: Outbox;
  const handlers = new Handlers();
  const ran: string[] = [];

  const handle = (handling: Handling, run: (work: Work) => Promise<void>): void =>
    handlers.add(handling, { run });

  beforeAll(async () => {
    fresh = await freshDatabase();
    if (kind === 'redis' && redisProgram) redis = await startRedis(redisProgram);
    database = new Database(fresh.source, false);
    backend = await QueueBackend.open({ redisUrl: redis?.url, databaseUrl: fresh.url });
    outbox = new Outbox(handlers);
    let failures = 2;
    handle({ name: 'test.simple', queue: 'mail' }, async ({ id }) => void ran.push(`simple ${id}`));
    handle({ name: 'test.both', queue: 'mail' }, async ({ id }) => void ran.push(`mail ${id}`));
    handle({ name: 'test.both', queue: 'files' }, async ({ id }) => void ran.push(`files ${id}`));
    handle({ name: 'test.flaky', queue: 'mail' }, async ({ id }) => {
      ran.push(`flaky ${id}`);
      if (failures-- > 0) throw new Error('the network is away');
    });
    handle({ name: 'test.refused', queue: 'mail' }, async ({ id }) => {
      ran.push(`refused ${id}`);
      throw new Refused('test.never');
    });
    handle(
      { name: 'test.part', queue: 'tally' },
      async ({ id, payload }) => void ran.push(`part ${String(payload['key'])} ${id}`),
    );
    handle(
      {
        name: 'test.whole',
        queue: 'tally',
        children: () =>
          ['a', 'b', 'c'].map((key) => ({ name: 'test.part', key, payload: { key } })),
      },
      async ({ id }) => void ran.push(`whole ${id}`),
    );
    const logger = new Logger('error');
    relay = new OutboxRelay({ database, databaseUrl: fresh.url, backend, handlers, logger });
    new JobRunner(database, backend, handlers, logger).start();
    await relay.start();
  });

  afterAll(async () => {
    await relay.stop();
    await backend.close();
    await redis?.stop();
    await fresh.close();
  });

  const put = (name: string): Promise<string> =>
    database.transaction(systemActor, (tx) => outbox.put(tx, name, {}));
  const row = async (id: string): Promise<{ pending: string[]; failure: string | null }> => {
    const [found] = await fresh.source.query(
      'select pending, failure from platform.outbox where id = $1',
      [id],
    );
    return found as { pending: string[]; failure: string | null };
  };
  const done = (id: string): Promise<true> =>
    until(`outbox ${id} is done`, async () =>
      (await row(id)).pending.length === 0 ? true : undefined,
    );
  const runsOf = (id: string): string[] =>
    ran.filter((line) => line.endsWith(id)).map((line) => line.slice(0, -37));

  it('runs the handler of a committed event once and strikes it off', async () => {
    const id = await put('test.simple');
    await done(id);
    expect(runsOf(id)).toEqual(['simple']);
  });

  it('knows nothing of an event that was rolled back', async () => {
    let lost = '';
    const rolledBack = database.transaction(systemActor, async (tx) => {
      lost = await outbox.put(tx, 'test.simple', {});
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    const later = await put('test.simple');
    await done(later);
    expect(runsOf(lost)).toEqual([]);
  });

  it('gives one event to each queue that handles it', async () => {
    const id = await put('test.both');
    await done(id);
    expect(runsOf(id).sort()).toEqual(['files', 'mail']);
  });

  it('tries again after a failure', async () => {
    const id = await put('test.flaky');
    await done(id);
    expect(runsOf(id)).toEqual(['flaky', 'flaky', 'flaky']);
  });

  it('does not try a refusal again and writes it down', async () => {
    const id = await put('test.refused');
    const failure = await until(
      'the failure is written',
      async () => (await row(id)).failure ?? undefined,
    );
    expect(failure).toBe('mail/test.refused: test.never');
    expect(runsOf(id)).toEqual(['refused']);
  });

  it('runs the children of a flow before their parent, each once', async () => {
    const id = await put('test.whole');
    await done(id);
    const lines = runsOf(id);
    expect(lines.slice(0, 3).sort()).toEqual(['part a', 'part b', 'part c']);
    expect(lines.slice(3)).toEqual(['whole']);
  });

  it('carries many events, each once', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, () => put('test.simple')));
    await Promise.all(ids.map(done));
    expect(ids.map(runsOf)).toEqual(ids.map(() => ['simple']));
  });

  it('finds again what an emptied queue forgot', async () => {
    const id = await database.transaction(systemActor, async (tx) => {
      const put = await outbox.put(tx, 'test.simple', {});
      await tx.manager.query(
        "update platform.outbox set added_at = clock_timestamp() - interval '1 hour' where id = $1",
        [put],
      );
      return put;
    });
    await done(id);
    expect(runsOf(id)).toEqual(['simple']);
  });
});
