import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/platform/database/tx.js';
import { type House, openHouse } from '../support/house.js';
import { findRedis, type RunningRedis, startRedis } from '../support/redis.js';
import { judgedSelection } from '../support/tally.js';
import { until } from '../support/until.js';

const worker = fileURLToPath(new URL('../../dist/worker.js', import.meta.url));
const redisProgram = await findRedis();
const backends = redisProgram ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(backends)('a worker killed in the middle of the tally, on %s', (kind) => {
  let house: House;
  let redis: RunningRedis | undefined;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    if (kind === 'redis' && redisProgram) redis = await startRedis(redisProgram);
    house = await openHouse({ redisUrl: redis?.url });
    await judgedSelection(house);
    env = {
      PATH: process.env['PATH'],
      LINXUAN_MODE: 'rehearsal',
      LINXUAN_HOME: house.home,
      DATABASE_URL: house.url,
      REDIS_URL: redis?.url,
    };
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await house.close();
    await redis?.stop();
  });

  const rows = (sql: string): Promise<Record<string, unknown>[]> =>
    house.database.transaction(systemActor, (tx) => tx.manager.query(sql));
  const workers: ChildProcess[] = [];
  const startWorker = (): ChildProcess => {
    const child = spawn(process.execPath, [worker], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    workers.push(child);
    return child;
  };

  /** Starts a worker and kills it without warning at the moment that `seen` answers. */
  async function killedWhen(what: string, seen: string): Promise<void> {
    const child = startWorker();
    const exit = once(child, 'exit');
    await until(what, async () => ((await rows(seen)).length > 0 ? true : undefined), 60);
    child.kill('SIGKILL');
    await exit;
  }

  it('leaves one tally and sends no letter twice once another takes over', async () => {
    await killedWhen(
      'the round is handed to the queue',
      "select id from platform.outbox where name = 'judging.round-closed' and added_at is not null",
    );
    await killedWhen('a category is tallied', 'select run_id from tally.category_result limit 1');
    await killedWhen('a letter has left', 'select message_id from platform.caught_mail limit 1');
    const child = startWorker();
    await until(
      'every event is done',
      async () =>
        (await rows('select id from platform.outbox where cardinality(pending) > 0')).length === 0
          ? true
          : undefined,
      120,
    );
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];

    expect(code).toBe(0);
    expect(await rows('select state, number from tally.run')).toEqual([
      { state: 'complete', number: 1 },
    ]);
    expect(await rows('select id from platform.outbox where failed_at is not null')).toEqual([]);
    expect(await rows('select message_id from platform.caught_mail where deliveries <> 1')).toEqual(
      [],
    );
    const [letters] = await rows(
      "select count(*)::int as written, count(*) filter (where state = 'sent')::int as sent, (select count(*)::int from platform.caught_mail) as caught from notifications.letter",
    );
    expect(letters?.['written']).toBeGreaterThan(0);
    expect(letters).toEqual({
      written: letters?.['written'],
      sent: letters?.['written'],
      caught: letters?.['written'],
    });
  }, 240_000);
});
