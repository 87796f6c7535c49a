import 'reflect-metadata';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './platform/config/config.js';
import { configOrExit, openDatabase, Stopping } from './process.js';
import { demoDataOf, seedDemo } from './seed-demo.js';
import { createServer, createWorker } from './server.js';

/** The API's process; in the embedded default it is also the worker. */
const config = configOrExit();
const stopping = new Stopping();
let database = await openDatabase(config);
stopping.first(() => database.close());
const lacksDemo = config.mode === 'demo' && (await demoIsMissing(config));
const surroundings = { config, source: database.source, databaseUrl: database.url };
const worker = config.worker === 'inside';
const server = await createServer({
  ...surroundings,
  parts: { api: true, worker: worker && !lacksDemo },
});
stopping.first(() => server.close());
await server.listen({ port: config.port, host: config.host });
process.stdout.write(`Linxuan ready on http://${config.host}:${config.port}\n`);
if (config.mode === 'demo')
  process.stdout.write('Sign in by clicking one of the demo people on the first page.\n');
if (lacksDemo) await playDemo();

/** Plays the demo selection while people may already look around; the demo's own worker comes after it. */
async function playDemo(): Promise<void> {
  process.stdout.write(
    'The demo selection is being played; in about a minute every role has work.\n',
  );
  await seedDemo(config, database, new Date());
  process.stdout.write('The demo selection stands in the middle of judging.\n');
  if (!worker) return;
  const jobs = await createWorker({ ...surroundings, parts: { api: false, worker: true } });
  await jobs.init();
  stopping.first(() => jobs.close());
}

/** Whether the demo is still to be played; one whose playing was broken off is cleared away first. */
async function demoIsMissing({ databaseUrl, home }: Config): Promise<boolean> {
  const data = await demoDataOf(database);
  if (data !== 'unfinished') return data === 'none';
  if (databaseUrl !== undefined) {
    process.stderr.write('demo: the data in DATABASE_URL is unfinished; give an empty database\n');
    process.exit(2);
  }
  await database.close();
  await fs.rm(path.join(home, 'postgres'), { recursive: true });
  await fs.rm(path.join(home, 'files'), { recursive: true, force: true });
  database = await openDatabase(config);
  return true;
}
