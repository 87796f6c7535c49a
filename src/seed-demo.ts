import { CreateAdmin } from './identity/use-cases/create-admin.js';
import { demoPassword, OpenDemoSession } from './identity/use-cases/open-demo-session.js';
import type { Config } from './platform/config/config.js';
import type { OpenedDatabase } from './process.js';
import { playRoad } from './rehearsal/play-road.js';
import { roadFor } from './rehearsal/timeline.js';
import { createServer } from './server.js';

/** How far into judging the demo stops, in days after judging opened. */
const daysOfJudging = 3;

/** How far the demo's data is: a seeding that was broken off must not pass for a whole one. */
export type DemoData = 'none' | 'unfinished' | 'whole' | 'not-demo';

export async function demoDataOf({ source }: OpenedDatabase): Promise<DemoData> {
  const [seed] = await source.query<{ isFinished: boolean }[]>(
    'select finished_at is not null as "isFinished" from platform.demo_seed',
  );
  if (seed !== undefined) return seed.isFinished ? 'whole' : 'unfinished';
  const [{ count }] = await source.query<[{ count: number }]>(
    'select count(*)::int as count from identity.organisation',
  );
  return count === 0 ? 'none' : 'not-demo';
}

/**
 * Plays the rehearsal's selection up to the middle of judging, so that every role has something to do.
 * A server on a port of its own, whose clock may move, plays it; the clock is set right again at the end.
 */
export async function seedDemo(config: Config, database: OpenedDatabase, now: Date): Promise<void> {
  await database.source.query('insert into platform.demo_seed default values');
  const surroundings = {
    config: { ...config, mode: 'rehearsal' as const },
    source: database.source,
    databaseUrl: database.url,
    parts: { api: true, worker: true },
  };
  const server = await createServer(surroundings);
  const openSession = (email: string) =>
    server.get(OpenDemoSession, { strict: false }).byEmail(email);
  await server.listen(0, '127.0.0.1');
  const base = await server.getUrl();
  await playRoad({
    base,
    timeline: roadFor({ judgingDay: daysOfJudging, now }),
    until: 'judging',
    doors: {
      createAdmin: (admin) => server.get(CreateAdmin, { strict: false }).run(admin),
      demo: {
        openSession: async (email) => `sid=${await openSession(email)}`,
        password: demoPassword,
      },
    },
  });
  await server.close();
  await database.source.query("update platform.rehearsal_clock set shift = interval '0'");
  await database.source.query('update platform.demo_seed set finished_at = clock_timestamp()');
}
