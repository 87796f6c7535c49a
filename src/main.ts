import 'reflect-metadata';
import { configOrExit, openDatabase, stopOnSignals } from './process.js';
import { isEmpty, seedDemo } from './seed-demo.js';
import { createServer } from './server.js';

/** The API's process; in the embedded default it is also the worker. */
const config = configOrExit();
const database = await openDatabase(config);
if (config.mode === 'demo' && (await isEmpty(database)))
  await seedDemo(config, database, new Date());
const server = await createServer({
  config,
  source: database.source,
  databaseUrl: database.url,
  parts: { api: true, worker: config.worker === 'inside' },
});
await server.listen({ port: config.port, host: config.host });
process.stdout.write(`Linxuan ready on http://${config.host}:${config.port}\n`);
if (config.mode === 'demo')
  process.stdout.write('Sign in by clicking one of the demo people on the first page.\n');
stopOnSignals(async () => {
  await server.close();
  await database.close();
});
