import 'reflect-metadata';
import { configOrExit, openDatabase, stopOnSignals } from './process.js';
import { createServer } from './server.js';

/** The API's process; in the embedded default it is also the worker. */
const config = configOrExit();
const database = await openDatabase(config);
const server = await createServer({
  config,
  source: database.source,
  databaseUrl: database.url,
  parts: { api: true, worker: config.worker === 'inside' },
});
await server.listen({ port: config.port, host: config.host });
process.stdout.write(`Linxuan ready on ${await server.getUrl()}\n`);
stopOnSignals(async () => {
  await server.close();
  await database.close();
});
