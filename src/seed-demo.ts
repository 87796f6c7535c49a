import { CreateAdmin } from './identity/use-cases/create-admin.js';
import type { Config } from './platform/config/config.js';
import type { OpenedDatabase } from './process.js';
import { playRoad } from './rehearsal/play-road.js';
import { roadFor } from './rehearsal/timeline.js';
import { createServer } from './server.js';

/** How far into judging the demo stops, in days after judging opened. */
const daysOfJudging = 3;

/** Whether the database holds no organisation yet. */
export async function isEmpty({ source }: OpenedDatabase): Promise<boolean> {
  const [row] = await source.query<{ count: number }[]>(
    'select count(*)::int as count from identity.organisation',
  );
  return row?.count === 0;
}

/**
 * Plays the rehearsal's selection up to the middle of judging, so that every role has something to do.
 * A server on a port of its own, whose clock may move, plays it; the clock is set right again at the end.
 */
export async function seedDemo(config: Config, database: OpenedDatabase, now: Date): Promise<void> {
  const surroundings = {
    config: { ...config, mode: 'rehearsal' as const },
    source: database.source,
    databaseUrl: database.url,
    parts: { api: true, worker: true },
  };
  const server = await createServer(surroundings);
  await server.listen(0, '127.0.0.1');
  const base = await server.getUrl();
  await playRoad({
    base,
    timeline: roadFor({ judgingDay: daysOfJudging, now }),
    until: 'judging',
    createAdmin: (admin) => server.get(CreateAdmin, { strict: false }).run(admin),
  });
  await database.source.query("update platform.rehearsal_clock set shift = interval '0'");
  await server.close();
}
