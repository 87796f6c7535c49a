import 'reflect-metadata';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './platform/config/config.js';
import { configOrExit, openDatabase, type OpenedDatabase, Stopping } from './process.js';
import { demoDataOf, seedDemo } from './seed-demo.js';
import { createServer } from './server.js';

/** The API's process; in the embedded default it is also the worker. */
const config = configOrExit();
const stopping = new Stopping();
let database = await openDatabase(config);
stopping.first(() => database.close());
if (config.mode === 'demo') database = await demandDemoData(config, database);
const server = await createServer({
  config,
  source: database.source,
  databaseUrl: database.url,
  parts: { api: true, worker: config.worker === 'inside' },
});
stopping.first(() => server.close());
await server.listen({ port: config.port, host: config.host });
process.stdout.write(`Linxuan ready on http://${config.host}:${config.port}\n`);
if (config.mode === 'demo')
  process.stdout.write('Sign in by clicking one of the demo people on the first page.\n');

/** Plays the demo selection into an empty database; one whose playing was broken off is begun anew. */
async function demandDemoData(config: Config, opened: OpenedDatabase): Promise<OpenedDatabase> {
  const data = await demoDataOf(opened);
  if (data === 'whole' || data === 'not-demo') return opened;
  if (data === 'none') {
    await seedDemo(config, opened, new Date());
    return opened;
  }
  if (config.databaseUrl !== undefined) {
    process.stderr.write('demo: the data in DATABASE_URL is unfinished; give an empty database\n');
    process.exit(2);
  }
  await opened.close();
  await fs.rm(path.join(config.home, 'postgres'), { recursive: true });
  await fs.rm(path.join(config.home, 'files'), { recursive: true, force: true });
  const fresh = await openDatabase(config);
  await seedDemo(config, fresh, new Date());
  return fresh;
}
