import 'reflect-metadata';
import { configOrExit, openDatabase, stopOnSignals } from './process.js';
import { createWorker } from './server.js';

/** The queue's process: jobs, the outbox relay and the audit sealer. */
const config = configOrExit();
const database = await openDatabase(config);
const worker = await createWorker({
  config,
  source: database.source,
  databaseUrl: database.url,
  parts: { api: false, worker: true },
});
await worker.init();
process.stdout.write('Linxuan worker ready\n');
stopOnSignals(async () => {
  await worker.close();
  await database.close();
});
